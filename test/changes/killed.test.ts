import { appendFileSync, existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createOrchestra } from "../../src/api/orchestra.ts";
import { OrchestraError } from "../../src/model/errors.ts";
import type { StepInput } from "../../src/model/plan.ts";
import { BAKERY_STEPS, layBakery } from "../support/change-steps.ts";
import { createFaultyPlatform, Killed, type Fault } from "../support/faulty-platform.ts";
import { temporaryFolder } from "../support/folders.ts";
import { snapshotTree } from "../support/tree-snapshot.ts";

/** Hundreds of runs each. */
const LONG_MS = 180_000;

interface Ground {
  readonly root: string;
  readonly env: Record<string, string>;
}

function layGround(folder: string, name: string, lay: (root: string) => void): Ground {
  const root = join(folder, name, "project");
  const home = join(folder, name, "home");
  for (const path of [root, home]) mkdirSync(path, { recursive: true });
  lay(root);
  return { root, env: { HOME: home, PATH: "" } };
}

/** Runs a plan on a disk with a fault; gives what was thrown, and how many operations there were. */
async function runWith({ root, env }: Ground, steps: readonly StepInput[], fault: Fault) {
  const { platform, count } = createFaultyPlatform(root, env, fault);
  const orchestra = createOrchestra({ root, platform });
  try {
    const { plan } = await orchestra.planChanges(steps);
    await orchestra.applyPlan(plan, { allowDirty: true });
    return { thrown: undefined, count: count() };
  } catch (error) {
    return { thrown: error, count: count() };
  }
}

/** What the next command does, in a process that is well. */
async function recover({ root, env }: Ground) {
  return createOrchestra({ root, env }).recover();
}

function laySmall(root: string): void {
  for (let index = 0; index < 8; index += 1) writeFileSync(join(root, `file-${index}`), `loaf ${index}\n`);
}

const SMALL_STEPS: readonly StepInput[] = Array.from({ length: 8 }, (_, index) => ({
  change: {
    kind: "edit_file",
    params: { path: `file-${index}`, edits: [{ start: 0, end: 4, text: "roll" }] },
  },
}));

test(
  "killed at every single operation, the tree is as before or as after once the next command ran",
  { timeout: LONG_MS },
  async () => {
    const folder = temporaryFolder();
    const whole = layGround(folder, "whole", layBakery);
    const before = snapshotTree(whole.root);
    const { thrown, count } = await runWith(whole, BAKERY_STEPS, { kind: "none" });
    expect(thrown).toBeUndefined();
    expect(count).toBeGreaterThan(100);
    const after = snapshotTree(whole.root);
    expect(after).not.toEqual(before);
    const ends = new Set<string>();
    for (let at = 0; at < count; at += 1) {
      const ground = layGround(folder, `at-${at}`, layBakery);
      const run = await runWith(ground, BAKERY_STEPS, { kind: "kill", at });
      if (run.thrown !== undefined) expect(run.thrown, `operation ${at}`).toBeInstanceOf(Killed);
      await recover(ground);
      const now = snapshotTree(ground.root);
      const end = JSON.stringify(now) === JSON.stringify(after) ? "after" : "before";
      expect(now, `killed at operation ${at}`).toEqual(end === "after" ? after : before);
      ends.add(end);
      expect(existsSync(join(ground.root, ".orchestra/changes/journal.ndjson"))).toBe(false);
      const again = await runWith(ground, end === "after" ? [] : BAKERY_STEPS, { kind: "none" });
      expect(again.thrown, `again after ${at}`).toBeUndefined();
      expect(snapshotTree(ground.root)).toEqual(after);
    }
    expect([...ends].toSorted()).toEqual(["after", "before"]);
  },
);

test(
  "killed while recovering, at every single operation, the next recovery ends it",
  { timeout: LONG_MS },
  async () => {
    const folder = temporaryFolder();
    const probe = layGround(folder, "probe", layBakery);
    const before = snapshotTree(probe.root);
    const { count } = await runWith(probe, BAKERY_STEPS, { kind: "none" });
    const late = Math.floor(count * 0.6);
    for (let at = 0; ; at += 1) {
      const ground = layGround(folder, `again-${at}`, layBakery);
      await runWith(ground, BAKERY_STEPS, { kind: "kill", at: late });
      const { platform, count: used } = createFaultyPlatform(ground.root, ground.env, { kind: "kill", at });
      const killed = await createOrchestra({ root: ground.root, platform })
        .recover()
        .then(
          () => false,
          (error: unknown) => error instanceof Killed,
        );
      await recover(ground);
      expect(snapshotTree(ground.root), `recovery killed at ${at}`).toEqual(before);
      if (!killed && used() <= at) break;
    }
  },
);

test(
  "refused at every operation, once or from then on, nothing is half done",
  { timeout: LONG_MS },
  async () => {
    const folder = temporaryFolder();
    const probe = layGround(folder, "probe", layBakery);
    const before = snapshotTree(probe.root);
    const { count } = await runWith(probe, BAKERY_STEPS, { kind: "none" });
    const after = snapshotTree(probe.root);
    for (let at = 0; at < count; at += 1) {
      const code = ["ENOSPC", "EACCES", "EROFS"][at % 3] ?? "EIO";
      for (const isLasting of [false, true]) {
        const ground = layGround(folder, `${at}-${String(isLasting)}`, layBakery);
        const { thrown } = await runWith(ground, BAKERY_STEPS, { kind: "refuse", at, code, isLasting });
        if (isLasting) await recover(ground);
        const place = `${code} at ${at}, lasting: ${String(isLasting)}`;
        const now = snapshotTree(ground.root);
        if (thrown !== undefined) expect(thrown, place).toBeInstanceOf(OrchestraError);
        // What could not be taken back at once is finished later where all of it had been done.
        const isLeft = thrown instanceof OrchestraError && thrown.code === "RECOVERY_NEEDED";
        const allowed = isLeft ? [before, after] : [thrown === undefined ? after : before];
        expect(allowed, place).toContainEqual(now);
      }
    }
  },
);

test(
  "a file that somebody edits meanwhile keeps that edit, and everything else is as before",
  { timeout: LONG_MS },
  async () => {
    const folder = temporaryFolder();
    const probe = layGround(folder, "probe", laySmall);
    const before = snapshotTree(probe.root);
    const { count } = await runWith(probe, SMALL_STEPS, { kind: "none" });
    const after = snapshotTree(probe.root);
    let stopped = 0;
    for (let at = 0; at < count; at += 1) {
      for (const file of ["file-0", "file-4", "file-7"]) {
        const ground = layGround(folder, `${at}-${file}`, laySmall);
        const path = join(ground.root, file);
        const act = () => appendFileSync(path, "by hand\n");
        const { thrown } = await runWith(ground, SMALL_STEPS, { kind: "meanwhile", at, act });
        const now = snapshotTree(ground.root);
        const edit = (tree: Readonly<Record<string, string>>) => {
          const [kind = "", mode = "", content = ""] = tree[file]?.split(" ") ?? [];
          const text = `${Buffer.from(content, "base64").toString()}by hand\n`;
          return { ...tree, [file]: `${kind} ${mode} ${Buffer.from(text).toString("base64")}` };
        };
        const place = `${file} at operation ${at}`;
        if (thrown === undefined) expect(now, place).toEqual(edit(after));
        else {
          stopped += 1;
          const written = edit(before);
          expect([written, { ...written, [file]: edit(after)[file] }], place).toContainEqual(now);
        }
      }
    }
    expect(stopped).toBeGreaterThan(20);
  },
);
