import { z } from "zod";
import { OrchestraError } from "../model/errors.ts";
import type { JsonValue } from "../model/json.ts";
import {
  PLAN_OUTCOMES,
  planSchema,
  STEP_OUTCOMES,
  type Plan,
  type PlanOutcome,
  type StepReport,
} from "../model/plan.ts";
import type { DurableLog } from "../platform/edit-types.ts";
import type { Platform } from "../platform/types.ts";

const MAX_BYTES = 268_435_456;

/** The first line of a journal. */
interface JournalBegin {
  readonly record: "begin";
  readonly version: 1;
  readonly executionId: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly command: string;
  /** Of an execution that takes another one back. */
  readonly undoes?: string;
  /** Tells whether this user's key is the one with which contents were sealed. */
  readonly keyCheck: string;
  readonly plan: Plan;
}

/** What `revert` needs of a step; written before the step begins. */
interface JournalCaptured {
  readonly record: "captured";
  readonly step: string;
  readonly captured: JsonValue;
}

/** A step that was taken back. */
interface JournalReverted {
  readonly record: "reverted";
  readonly step: string;
}

/** The last line: it decides. */
interface JournalEnd {
  readonly record: "end";
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly outcome: PlanOutcome;
  readonly steps: readonly StepReport[];
}

/** A line of a journal. */
type JournalRecord = JournalBegin | JournalCaptured | JournalReverted | JournalEnd;

const reportSchema: z.ZodType<StepReport> = z.object({
  id: z.string(),
  title: z.string(),
  outcome: z.enum(STEP_OUTCOMES),
  reason: z.string().exactOptional(),
});

const recordSchema: z.ZodType<JournalRecord> = z.discriminatedUnion("record", [
  z.object({
    record: z.literal("begin"),
    version: z.literal(1),
    executionId: z.string().regex(/^[0-9A-Za-z-]{1,80}$/),
    at: z.iso.datetime(),
    command: z.string(),
    undoes: z.string().exactOptional(),
    keyCheck: z.string(),
    plan: planSchema,
  }),
  z.object({ record: z.literal("captured"), step: z.string(), captured: z.json() }),
  z.object({ record: z.literal("reverted"), step: z.string() }),
  z.object({
    record: z.literal("end"),
    at: z.iso.datetime(),
    outcome: z.enum(PLAN_OUTCOMES),
    steps: z.array(reportSchema),
  }),
]);

/** A journal as far as it can be read; a line torn by a kill is left out. */
export interface Journal {
  readonly begin: JournalBegin;
  /** By step; what `revert` needs of each that may have begun. */
  readonly captured: ReadonlyMap<string, JsonValue>;
  /** Steps that were taken back already. */
  readonly reverted: ReadonlySet<string>;
  readonly end: JournalEnd | undefined;
}

/** Writes lines, and makes them durable when asked to. */
export interface JournalWriter {
  write(record: JournalRecord): void;
  sync(): void;
  close(): void;
}

/** Opens a journal for appending. Throws `STATE_UNWRITABLE`. */
export function openJournal(platform: Platform, path: string): JournalWriter {
  const log: DurableLog = platform.files.openLog(path, { mode: 0o600 });
  return {
    // A line that was torn must not swallow the next one.
    write: (record) => log.append(`\n${JSON.stringify(record)}\n`),
    sync: () => log.sync(),
    close: () => log.close(),
  };
}

/**
 * Reads a journal; undefined when there is none, or when it was killed before its first line was whole: then nothing
 * had been changed. Throws `STATE_TOO_NEW` for one of a later version.
 */
export function readJournal(platform: Platform, path: string): Journal | undefined {
  const read = platform.files.readText(path, { maxBytes: MAX_BYTES });
  if (!read.isRead) {
    if (read.reason === "missing") return undefined;
    throw new OrchestraError("STATE_UNWRITABLE", `${path} cannot be read: ${read.reason}`, {
      hint: "It tells what was changed; check its permissions.",
    });
  }
  const records = read.text.split("\n").flatMap(parseLine);
  const begin = records.find((record) => record.record === "begin");
  if (begin === undefined) return undefined;
  return {
    begin,
    captured: new Map(
      records.flatMap((record) =>
        record.record === "captured" ? [[record.step, record.captured] as const] : [],
      ),
    ),
    reverted: new Set(records.flatMap((record) => (record.record === "reverted" ? [record.step] : []))),
    end: records.findLast((record) => record.record === "end"),
  };
}

function parseLine(line: string): readonly JournalRecord[] {
  if (line === "") return [];
  try {
    const value: unknown = JSON.parse(line);
    rejectNewer(value);
    const checked = recordSchema.safeParse(value);
    return checked.success ? [checked.data] : [];
  } catch (error) {
    if (error instanceof SyntaxError) return [];
    throw error;
  }
}

function rejectNewer(value: unknown): void {
  const version = z.object({ record: z.literal("begin"), version: z.int() }).safeParse(value);
  if (!version.success || version.data.version <= 1) return;
  throw new OrchestraError("STATE_TOO_NEW", "a change was begun by a newer orchestra", {
    hint: "Use that one to finish it.",
  });
}
