import { chmodSync, mkdirSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { StepInput } from "../../src/model/plan.ts";

/** A bakery with files, links, modes and names of every sort; then steps of every kind over it. */
export function layBakery(root: string): void {
  mkdirSync(join(root, "recipes/old"), { recursive: true });
  mkdirSync(join(root, "ovens/stone"), { recursive: true });
  const files: Readonly<Record<string, string>> = {
    "recipes/rye.txt": "rye\r\nwater\r\nsalt\r\n",
    "recipes/old/spelt.txt": "spelt\n",
    "recipes/-dash.txt": "begins with a dash\n",
    "recipes/line\nbreak.txt": "a name of two lines\n",
    "ovens/stone/log": "hot\n",
    "ovens/electric.sh": "#!/bin/sh\necho warm\n",
    "price list.md": "# Prices\n\nRye 4\n",
    "unchanged.txt": "stays\n",
    "empty.txt": "",
  };
  for (const [path, text] of Object.entries(files)) {
    writeFileSync(join(root, path), text);
    utimesSync(join(root, path), 1_700_000_000, 1_700_000_000);
  }
  chmodSync(join(root, "ovens/electric.sh"), 0o755);
  chmodSync(join(root, "recipes/rye.txt"), 0o640);
  symlinkSync("recipes/rye.txt", join(root, "favourite"));
  symlinkSync("nowhere", join(root, "dangling"));
}

/** Steps of every kind of change to files, some of which build upon each other. */
export const BAKERY_STEPS: readonly StepInput[] = [
  edit("recipes/rye.txt", [{ start: 0, end: 3, text: "dark rye" }]),
  edit("recipes/rye.txt", [
    { start: 0, end: 0, text: "# " },
    { start: 10, end: 10, text: "," },
  ]),
  { change: { kind: "write_file", params: { path: "recipes/new/bun.txt", text: "bun\n", mode: 0o600 } } },
  { change: { kind: "write_file", params: { path: "price list.md", text: "# Prices\n\nRye 5\n" } } },
  { change: { kind: "delete_file", params: { path: "favourite" } } },
  { change: { kind: "delete_file", params: { path: "recipes/old/spelt.txt" } } },
  { change: { kind: "move_file", params: { from: "recipes/-dash.txt", to: "dash/moved.txt" } } },
  { change: { kind: "move_file", params: { from: "ovens", to: "kitchen/ovens" } } },
  edit("kitchen/ovens/stone/log", [{ start: 0, end: 3, text: "cold" }]),
  { change: { kind: "make_directory", params: { path: "cellar/deep", mode: 0o700 } } },
  { change: { kind: "delete_file", params: { path: "recipes/line\nbreak.txt" } } },
  { change: { kind: "write_file", params: { path: "empty.txt", base64: "AP/+" } } },
  { change: { kind: "delete_file", params: { path: "dangling" } } },
  { change: { kind: "write_file", params: { path: "dangling", text: "a file now\n" } } },
  { change: { kind: "move_file", params: { from: "recipes/new/bun.txt", to: "bun.txt" } } },
];

function edit(
  path: string,
  edits: readonly { readonly start: number; readonly end: number; readonly text: string }[],
): StepInput {
  return { change: { kind: "edit_file", params: { path, edits: edits.map((one) => ({ ...one })) } } };
}
