import { join } from "node:path";
import { listExecutions } from "./history.ts";
import { placesOf } from "./places.ts";
import type { ChangeContext } from "./world.ts";

/** What was replaced can be had back for so long. */
const KEPT_DAYS = 30;

/** And as long as all of it together is no larger. Bytes. */
const MOST_BYTES = 536_870_912;

/** Lines of the history that are kept. */
const MOST_EXECUTIONS = 1_000;

const DAY_MS = 86_400_000;

/** Lets the oldest contents go, by age and by size; never those of the latest execution. */
export function pruneKept(context: ChangeContext): void {
  const { files, clock } = context.platform;
  const { objects } = placesOf(context);
  const listing = files.readFolder(objects);
  const packs = listing.isRead ? listing.entries.flatMap(({ name }) => packOf(context, name)) : [];
  let total = 0;
  for (const [index, { path, size, modifiedMs }] of packs.toSorted(latestFirst).entries()) {
    total += size;
    const isOld = clock.now() - modifiedMs > KEPT_DAYS * DAY_MS;
    if (index > 0 && (isOld || total > MOST_BYTES)) files.removeFile(path);
  }
  for (const name of listExecutions(context).slice(MOST_EXECUTIONS))
    files.removeFile(placesOf(context).historyOf(name));
}

interface Pack {
  readonly path: string;
  readonly size: number;
  readonly modifiedMs: number;
}

function packOf(context: ChangeContext, name: string | Buffer): readonly Pack[] {
  if (typeof name !== "string" || !name.endsWith(".pack")) return [];
  const path = join(placesOf(context).objects, name);
  const stat = context.platform.files.lstat(path);
  return stat?.kind === "file" ? [{ path, size: stat.size, modifiedMs: stat.modifiedMs }] : [];
}

function latestFirst(a: Pack, b: Pack): number {
  return b.modifiedMs - a.modifiedMs || (a.path < b.path ? 1 : -1);
}
