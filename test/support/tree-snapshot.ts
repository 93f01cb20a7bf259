import { lstatSync, readdirSync, readFileSync, readlinkSync } from "node:fs";
import { join } from "node:path";

/** Everything below a folder but `.orchestra`: path → kind, mode and content; times where they are asked for. */
export function snapshotTree(
  root: string,
  options: { readonly withTimes?: boolean } = {},
): Readonly<Record<string, string>> {
  const found: Record<string, string> = {};
  const walk = (folder: string) => {
    for (const name of readdirSync(join(root, folder)).toSorted()) {
      const path = folder === "" ? name : `${folder}/${name}`;
      if (path === ".orchestra" || path === ".git") continue;
      const stat = lstatSync(join(root, path));
      const mode = (stat.mode & 0o7777).toString(8);
      const time = options.withTimes === true ? ` ${Math.round(stat.mtimeMs)}` : "";
      if (stat.isDirectory()) {
        found[path] = `folder ${mode}`;
        walk(path);
      } else if (stat.isSymbolicLink()) found[path] = `link ${readlinkSync(join(root, path))}`;
      else found[path] = `file ${mode}${time} ${readFileSync(join(root, path)).toString("base64")}`;
    }
  };
  walk("");
  return found;
}
