import { join } from "node:path";
import { OrchestraError } from "../model/errors.ts";
import type { FileStat, Platform } from "../platform/types.ts";
import { pathIn, type StateFolder } from "./state-folder.ts";

const CACHE_FOLDER = "cache";
const PREFIX = "git-index-";

/**
 * A second name for the index of a repository, absolute, which git may replace with a refreshed one: files that it would
 * compare by content each time, since the index is as young as they are or came from elsewhere, are compared once. The
 * repository's own index stays as it is. Undefined before a cache is kept, and where a file has no second name. An index
 * that anybody writes is another one.
 */
export function refreshedIndex(state: StateFolder, gitFolder: string): string | undefined {
  const { platform } = state;
  const { files } = platform;
  const index = files.lstat(join(gitFolder, "index"));
  const cache = pathIn(state, CACHE_FOLDER);
  if (index?.kind !== "file" || files.lstat(state.path)?.kind !== "folder") return undefined;
  const name = nameOf(index);
  const path = join(cache, name);
  if (files.lstat(path)?.kind === "file") return path;
  try {
    return giveName({ platform, gitFolder, cache, index }) ? path : undefined;
  } catch (error) {
    if (error instanceof OrchestraError) return undefined;
    throw error;
  }
}

function nameOf({ inode, modifiedMs, size }: FileStat): string {
  return `${PREFIX}${inode}-${modifiedMs}-${size}`;
}

interface Naming {
  readonly platform: Platform;
  readonly gitFolder: string;
  readonly cache: string;
  readonly index: FileStat;
}

/** Gives the index its second name in the cache, where those of older ones go. */
function giveName({ platform: { files }, gitFolder, cache, index }: Naming): boolean {
  const from = files.holdFolder(gitFolder);
  const to = from === undefined ? undefined : files.holdFolder(cache);
  try {
    if (from === undefined || to === undefined) return false;
    for (const old of to.list()) if (old.startsWith(PREFIX)) to.remove(old);
    if (!from.giveName("index", to, nameOf(index))) return false;
    if (to.stat(nameOf(index))?.inode === BigInt(index.inode)) return true;
    to.remove(nameOf(index));
    return false;
  } finally {
    to?.close();
    from?.close();
  }
}

/** Takes the second name away: what stands there is of no use to git. Where it cannot be taken away, it stays. */
export function forgetIndex({ platform }: StateFolder, path: string): void {
  try {
    platform.files.removeFile(path);
  } catch (error) {
    if (!(error instanceof OrchestraError)) throw error;
  }
}
