import { join } from "node:path";
import { z } from "zod";
import { isOpen, type Conflict } from "../../model/conflict.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import { OrchestraError } from "../../model/errors.ts";
import type { Session } from "../session.ts";

/** Stands at the root and is committed: what an old project is allowed to have. */
export const BASELINE_NAME = "orchestra.baseline.json";

const MAX_BYTES = 67_108_864;

const baselineSchema = z.object({
  schemaVersion: z.literal(1),
  conflicts: z.array(z.object({ conflictId: z.string().min(1), rule: z.string().min(1), file: z.string() })),
});

type BaselineEntry = z.output<typeof baselineSchema>["conflicts"][number];

/** The entries of the baseline; none where there is no file. Throws `CONFIG_INVALID` for a broken one. */
export function readBaseline({ platform, root }: Session): readonly BaselineEntry[] {
  const read = platform.files.readText(join(root, BASELINE_NAME), { maxBytes: MAX_BYTES });
  if (!read.isRead) {
    if (read.reason === "missing") return [];
    throw broken(`it cannot be read: ${read.reason.replaceAll("_", " ")}`);
  }
  const checked = baselineSchema.safeParse(parse(read.text));
  if (!checked.success) throw broken(checked.error.issues[0]?.message ?? "it has another form");
  return checked.data.conflicts;
}

interface BaselineUpdate {
  readonly conflicts: readonly Conflict[];
  readonly isChecked: (rule: string) => boolean;
  readonly before: readonly BaselineEntry[];
}

/** Writes what is found now, of all rules or of some, the others' entries kept. */
export function writeBaseline(
  { platform, root }: Session,
  { conflicts, isChecked, before }: BaselineUpdate,
): number {
  const entries = conflicts
    .filter((conflict) => isOpen(conflict) || conflict.silencedBy === "baseline")
    .map(({ conflictId, rule, places: [first] }) => ({ conflictId, rule, file: first?.file ?? "" }));
  const kept = [...entries, ...before.filter(({ rule }) => !isChecked(rule))];
  const lines = kept
    .toSorted((a, b) => (a.conflictId < b.conflictId ? -1 : 1))
    .map((entry) => `    ${JSON.stringify(entry)}`);
  const list = lines.length === 0 ? "[]" : `[\n${lines.join(",\n")}\n  ]`;
  const text = `{\n  "schemaVersion": 1,\n  "conflicts": ${list}\n}\n`;
  platform.files.writeAtomic(join(root, BASELINE_NAME), text, { mode: 0o644 });
  return kept.length;
}

/** Entries whose conflict is gone: the baseline may shrink. */
export function staleEntries(
  baseline: readonly BaselineEntry[],
  found: ReadonlySet<string>,
  isChecked: (rule: string) => boolean,
): readonly Diagnostic[] {
  const gone = baseline.filter(({ conflictId, rule }) => isChecked(rule) && !found.has(conflictId)).length;
  if (gone === 0) return [];
  return [
    {
      severity: "info",
      code: "BASELINE_STALE",
      message: `${gone} conflicts of the baseline are gone`,
      source: "conflicts",
      file: BASELINE_NAME,
      hint: "`orchestra setup --conflicts --update-baseline` takes them out.",
    },
  ];
}

function parse(text: string): unknown {
  try {
    const document: unknown = JSON.parse(text);
    return document;
  } catch (error) {
    if (error instanceof SyntaxError) throw broken(error.message.slice(0, 120), error);
    throw error;
  }
}

function broken(reason: string, cause?: unknown): OrchestraError {
  return new OrchestraError("CONFIG_INVALID", `${BASELINE_NAME} is not right: ${reason}`, {
    cause,
    file: BASELINE_NAME,
    hint: "Take it from git, or write it anew with --update-baseline after removing it.",
  });
}
