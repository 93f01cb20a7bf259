import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";

/** Tells one state of the sources from any other: names and contents below a folder, and of single files. */
export function hashSources(folder: string, ...files: readonly string[]): string {
  const below = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ path, name: relative(folder, path).split(sep).join("/") }))
    .toSorted((one, other) => (one.name < other.name ? -1 : 1));
  const hash = createHash("sha256");
  for (const { path, name } of [...below, ...files.map((path) => ({ path, name: "" }))]) {
    const content = readFileSync(path);
    hash.update(`${name}\0${content.length}\0`).update(content);
  }
  return hash.digest("hex").slice(0, 16);
}
