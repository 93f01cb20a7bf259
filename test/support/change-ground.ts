import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { createOrchestra } from "../../src/api/orchestra.ts";
import type { StepInput } from "../../src/model/plan.ts";
import { linkBasicPrograms } from "./basic-programs.ts";
import { temporaryFolder, writeTree } from "./folders.ts";

/** A project with a home of its own, and its `Orchestra`. */
export function createGround(tree: Readonly<Record<string, string>> = {}) {
  const folder = temporaryFolder();
  const [root, home] = ["project", "home"].map((name) => join(folder, name));
  if (root === undefined || home === undefined) throw new Error("unreachable");
  for (const path of [root, home]) mkdirSync(path);
  writeTree(root, tree);
  const env = { HOME: home, PATH: linkBasicPrograms() };
  return { folder, root, home, env, orchestra: createOrchestra({ root, env }) };
}

/** A step that writes a file. */
export function write(path: string, text: string): StepInput {
  return { change: { kind: "write_file", params: { path, text } } };
}

/** A step that deletes a file. */
export function remove(path: string): StepInput {
  return { change: { kind: "delete_file", params: { path } } };
}
