import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { StepInput } from "../../src/model/plan.ts";

/** As many files as the plan has steps, in folders of twenty. */
export function layLoaves(root: string, count: number): void {
  for (let index = 0; index < count; index += 1) {
    const path = loafAt(index);
    mkdirSync(join(root, path, ".."), { recursive: true });
    writeFileSync(join(root, path), `loaf ${index}\n${"crumb ".repeat(index % 50)}\n`);
  }
}

/** Edits, deletions, moves and new files in turn. */
export function loafSteps(count: number): readonly StepInput[] {
  return Array.from({ length: count }, (_, index): StepInput => {
    const path = loafAt(index);
    if (index % 8 === 5) return { change: { kind: "delete_file", params: { path } } };
    if (index % 8 === 6)
      return { change: { kind: "move_file", params: { from: path, to: `moved/${path}` } } };
    if (index % 8 === 7)
      return { change: { kind: "write_file", params: { path: `new/${path}`, text: `roll ${index}\n` } } };
    return { change: { kind: "edit_file", params: { path, edits: [{ start: 0, end: 4, text: "roll" }] } } };
  });
}

function loafAt(index: number): string {
  return `shelf-${Math.floor(index / 20)}/loaf-${index}.txt`;
}
