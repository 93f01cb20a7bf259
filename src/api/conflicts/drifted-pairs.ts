import { posix } from "node:path";
import type { DriftedPair } from "../../model/snapshot.ts";
import type { Workspace, WorkspaceFile } from "../../workspace/types.ts";

const LEAST_BYTES = 400;
const MOST_BYTES = 1_048_576;

/** Of one name: more of them are a convention, not copies. */
const MOST_OF_NAME = 40;

const LEAST_COMMON = 20;

/** Of all lines of both. */
const MOST_DIFFERING = 0.05;

/** Files of one name, of nearly one size, that have all but a few lines in common. */
export function findDriftedPairs(workspace: Workspace): readonly DriftedPair[] {
  const byName = new Map<string, WorkspaceFile[]>();
  for (const file of workspace.files) {
    if (file.kind !== "file" || file.state === "ignored" || file.size < LEAST_BYTES || file.size > MOST_BYTES)
      continue;
    const name = posix.basename(file.path);
    byName.set(name, [...(byName.get(name) ?? []), file]);
  }
  return [...byName.values()]
    .filter(({ length }) => length > 1 && length <= MOST_OF_NAME)
    .flatMap((group) =>
      group.flatMap((first, at) =>
        group.slice(at + 1).flatMap((second) => compare(workspace, first, second)),
      ),
    );
}

function compare(workspace: Workspace, first: WorkspaceFile, second: WorkspaceFile): readonly DriftedPair[] {
  const [smaller, larger] = first.size < second.size ? [first, second] : [second, first];
  if (first.contentId === second.contentId || smaller.size < larger.size * (1 - 2 * MOST_DIFFERING))
    return [];
  const [a, b] = [linesOf(workspace, first.path), linesOf(workspace, second.path)];
  if (a === undefined || b === undefined) return [];
  const left = new Map<string, number>();
  for (const line of a) left.set(line, (left.get(line) ?? 0) + 1);
  let common = 0;
  for (const line of b) {
    const count = left.get(line) ?? 0;
    if (count === 0) continue;
    left.set(line, count - 1);
    common += 1;
  }
  const differing = a.length + b.length - 2 * common;
  if (common < LEAST_COMMON || differing === 0 || differing > (a.length + b.length) * MOST_DIFFERING)
    return [];
  return [{ files: [first.path, second.path], differing, common }];
}

function linesOf(workspace: Workspace, path: string): readonly string[] | undefined {
  const read = workspace.readText(path);
  return read.isRead ? read.text.split(/\r?\n/).filter((line) => line.trim() !== "") : undefined;
}
