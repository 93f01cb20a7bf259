import { chmodSync, lstatSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { createOrchestra } from "../../src/api/orchestra.ts";
import { OrchestraError } from "../../src/model/errors.ts";
import type { StepInput } from "../../src/model/plan.ts";
import { temporaryFolder } from "../support/folders.ts";
import { snapshotTree } from "../support/tree-snapshot.ts";

const NAMES = [
  "rye",
  "-x",
  "two words",
  "línea",
  "a\nb",
  "dot.",
  ".hidden",
  '"quoted"',
  "$HOME",
  "日本",
] as const;
const MODES = [0o600, 0o644, 0o755, 0o444] as const;

const path = fc
  .array(fc.constantFrom(...NAMES), { minLength: 1, maxLength: 3 })
  .map((parts) => parts.join("/"));

const content = fc.oneof(
  fc.constantFrom("", "one\r\ntwo\r\n", "no end", "\uFEFFmarked\n"),
  fc.uint8Array({ maxLength: 40 }).map((bytes) => Buffer.from(bytes).toString("latin1")),
);

const entry = fc.oneof(
  fc.record({ kind: fc.constant("file" as const), path, content, mode: fc.constantFrom(...MODES) }),
  fc.record({
    kind: fc.constant("link" as const),
    path,
    content: fc.constantFrom("rye", "../out", "nowhere"),
  }),
  fc.record({ kind: fc.constant("folder" as const), path, mode: fc.constantFrom(0o755, 0o700) }),
);

const step: fc.Arbitrary<StepInput> = fc.oneof(
  fc.record({ path, text: content }).map((params) => change("write_file", params)),
  fc
    .record({ path, text: content, mode: fc.constantFrom(...MODES) })
    .map((params) => change("write_file", params)),
  fc
    .record({ path, start: fc.nat(6), length: fc.nat(3), text: content })
    .map(({ path: where, start, length, text }) =>
      change("edit_file", { path: where, edits: [{ start, end: start + length, text }] }),
    ),
  fc.record({ path }).map((params) => change("delete_file", params)),
  fc.record({ from: path, to: path }).map((params) => change("move_file", params)),
  fc.record({ path }).map((params) => change("make_directory", params)),
);

function change(kind: string, params: StepInput["change"]["params"]): StepInput {
  return { change: { kind, params } };
}

type Entry = typeof entry extends fc.Arbitrary<infer T> ? T : never;

function lay(root: string, entries: readonly Entry[]): void {
  for (const one of entries) {
    const where = join(root, one.path);
    try {
      mkdirSync(dirname(where), { recursive: true });
      if (one.kind === "folder") mkdirSync(where, { mode: one.mode });
      else if (one.kind === "link") symlinkSync(one.content, where);
      else {
        writeFileSync(where, Buffer.from(one.content, "latin1"), { flag: "wx" });
        chmodSync(where, one.mode);
      }
    } catch (error) {
      if (!(error instanceof Error && "code" in error)) throw error;
    }
  }
}

/** Of the steps those that can be done after one another. */
async function possible(root: string, env: Record<string, string>, steps: readonly StepInput[]) {
  const orchestra = createOrchestra({ root, env });
  const kept: StepInput[] = [];
  for (const one of steps) {
    try {
      await orchestra.planChanges([...kept, one]);
      kept.push(one);
    } catch (error) {
      if (!(error instanceof OrchestraError)) throw error;
      expect(["PLAN_REFUSED", "PLAN_INVALID"]).toContain(error.code);
    }
  }
  return kept;
}

test(
  "whatever is done to whatever tree, taken back it is to the byte as it was; done twice it is as done once",
  { timeout: 300_000 },
  async () => {
    const folder = temporaryFolder();
    let number = 0;
    let longest = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(entry, { maxLength: 12 }),
        fc.array(step, { minLength: 1, maxLength: 10 }),
        async (entries, wanted) => {
          const [root, home] = ["project", "home"].map((name) => join(folder, String(number), name));
          if (root === undefined || home === undefined) return;
          number += 1;
          for (const made of [root, home]) mkdirSync(made, { recursive: true });
          const env = { HOME: home, PATH: "" };
          lay(root, entries);
          const before = snapshotTree(root, { withTimes: true });
          const steps = await possible(root, env, wanted);
          longest = Math.max(longest, steps.length);
          const orchestra = createOrchestra({ root, env });
          const { plan } = await orchestra.planChanges(steps);
          const { outcome } = await orchestra.applyPlan(plan, { allowDirty: true });
          const after = snapshotTree(root);
          expect((await orchestra.applyPlan(plan, { allowDirty: true })).outcome).toBe("unchanged");
          expect(snapshotTree(root)).toEqual(after);
          if (outcome !== "unchanged") {
            await orchestra.undo();
            expect(snapshotTree(root, { withTimes: true })).toEqual(before);
            const [latest] = await orchestra.history();
            await orchestra.undo(latest?.executionId);
            expect(snapshotTree(root)).toEqual(after);
          }
        },
      ),
      { numRuns: 200 },
    );
    expect(longest).toBeGreaterThan(3);
    expect(lstatSync(folder).isDirectory()).toBe(true);
  },
);
