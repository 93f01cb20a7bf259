import { createHash } from "node:crypto";
import { lstatSync, readdirSync, readFileSync, readlinkSync } from "node:fs";
import { join } from "node:path";

/** Every path below a folder with its mode, time, link or content; git's and orchestra's own left out. */
export function snapshotOf(root: string): Readonly<Record<string, string>> {
  const found: Record<string, string> = {};
  const visit = (folder: string) => {
    for (const name of readdirSync(join(root, folder)).toSorted()) {
      const path = folder === "" ? name : `${folder}/${name}`;
      if (path === ".git" || path === ".orchestra") continue;
      const stat = lstatSync(join(root, path));
      const mode = stat.mode.toString(8);
      if (stat.isSymbolicLink()) found[path] = `link ${readlinkSync(join(root, path))}`;
      else if (stat.isDirectory()) {
        found[path] = `folder ${mode}`;
        visit(path);
      } else {
        const hash = createHash("sha256")
          .update(readFileSync(join(root, path)))
          .digest("hex");
        found[path] = `file ${mode} ${stat.mtimeMs} ${stat.nlink} ${hash}`;
      }
    }
  };
  visit("");
  return found;
}
