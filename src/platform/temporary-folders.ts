import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { codeOf } from "./failure.ts";
import type { FileSystem } from "./types.ts";

/** Folders of this process that are gone when it is done with them, and at the latest when it ends. */
export function createTemporaryFolders(): Pick<FileSystem, "makeTemporaryFolder" | "removeTemporaryFolder"> {
  const made = new Set<string>();
  const remove = (path: string) => {
    if (!made.delete(path)) return;
    try {
      rmSync(path, { recursive: true, force: true, maxRetries: 3 });
    } catch (error) {
      if (codeOf(error) === undefined) throw error;
    }
  };
  return {
    makeTemporaryFolder: (prefix) => {
      const path = realpathSync(mkdtempSync(join(tmpdir(), prefix)));
      if (made.size === 0) process.once("exit", () => made.forEach(remove));
      made.add(path);
      return path;
    },
    removeTemporaryFolder: remove,
  };
}
