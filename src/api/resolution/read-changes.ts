import { isAbsolute, resolve } from "node:path";
import { z } from "zod";
import { OrchestraError } from "../../model/errors.ts";
import type { Change } from "../../model/plan.ts";
import { createNodePlatform } from "../../platform/node-platform.ts";

const MAX_BYTES = 67_108_864;

const changesSchema: z.ZodType<readonly Change[]> = z
  .array(z.strictObject({ kind: z.string().min(1), params: z.record(z.string(), z.json()) }))
  .min(1);

/** The changes that a JSON file holds, relative to the working folder. Throws `USAGE`. */
export function readChanges(
  path: string,
  place: { readonly workingFolder: string; readonly env: Readonly<Record<string, string | undefined>> },
): readonly Change[] {
  const absolute = isAbsolute(path) ? path : resolve(place.workingFolder, path);
  const read = createNodePlatform(place).files.readText(absolute, { maxBytes: MAX_BYTES });
  if (!read.isRead) throw unusable(path, `it cannot be read: ${read.reason.replaceAll("_", " ")}`);
  const checked = changesSchema.safeParse(parse(read.text, path));
  if (checked.success) return checked.data;
  const [issue] = checked.error.issues;
  throw unusable(path, `${issue?.path.join(".") ?? ""}: ${issue?.message ?? ""}`);
}

function parse(text: string, path: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch (error) {
    if (error instanceof SyntaxError) throw unusable(path, "it is no JSON", error);
    throw error;
  }
}

function unusable(path: string, reason: string, cause?: unknown): OrchestraError {
  return new OrchestraError("USAGE", `${path} holds no changes: ${reason}`, {
    cause,
    hint: 'A list such as [{"kind": "delete_file", "params": {"path": "notes-old.md"}}].',
  });
}
