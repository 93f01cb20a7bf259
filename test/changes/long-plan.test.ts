import { appendFileSync, existsSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createOrchestra } from "../../src/api/orchestra.ts";
import { OrchestraError } from "../../src/model/errors.ts";
import { createFaultyPlatform, Killed, type Fault } from "../support/faulty-platform.ts";
import { temporaryFolder } from "../support/folders.ts";
import { layLoaves, loafSteps } from "../support/long-plan.ts";
import { snapshotTree } from "../support/tree-snapshot.ts";

const STEPS = 200;

/** Of the operations of the plan every so many; `ORCHESTRA_TEST_EVERY=1` asks for each of them. */
const EVERY = Number(process.env["ORCHESTRA_TEST_EVERY"] ?? 211);

const LONG_MS = 24 * 3_600_000;

function createGround() {
  const folder = temporaryFolder();
  const env = { HOME: join(folder, "home"), PATH: "" };
  const root = join(folder, "project");
  const lay = () => {
    for (const path of [root, env.HOME]) {
      rmSync(path, { recursive: true, force: true });
      mkdirSync(path, { recursive: true });
    }
    layLoaves(root, STEPS);
  };
  /** Carries the plan out on a disk with a fault. */
  const run = async (fault: Fault) => {
    lay();
    const { platform, count } = createFaultyPlatform(root, env, fault);
    const orchestra = createOrchestra({ root, platform });
    const thrown = await orchestra
      .planChanges(loafSteps(STEPS))
      .then(({ plan }) => orchestra.applyPlan(plan, { allowDirty: true }))
      .then(
        () => undefined,
        (error: unknown) => error,
      );
    return { thrown, count: count() };
  };
  const recover = () => createOrchestra({ root, env }).recover();
  return { root, lay, run, recover };
}

async function measure(ground: ReturnType<typeof createGround>) {
  ground.lay();
  const before = snapshotTree(ground.root);
  const { count, thrown } = await ground.run({ kind: "none" });
  expect(thrown).toBeUndefined();
  const after = snapshotTree(ground.root);
  expect(after).not.toEqual(before);
  expect(count).toBeGreaterThan(STEPS);
  const places = Array.from({ length: count }, (_, at) => at).filter((at) => at % EVERY === 0);
  return { before, after, places };
}

test("a plan of 200 steps killed at its operations is whole again", { timeout: LONG_MS }, async () => {
  const ground = createGround();
  const { before, after, places } = await measure(ground);
  for (const at of places) {
    const { thrown } = await ground.run({ kind: "kill", at });
    if (thrown !== undefined) expect(thrown, `operation ${at}`).toBeInstanceOf(Killed);
    await ground.recover();
    const now = snapshotTree(ground.root);
    expect([before, after], `killed at operation ${at}`).toContainEqual(now);
  }
});

test("a plan of 200 steps refused at its operations is whole again", { timeout: LONG_MS }, async () => {
  const ground = createGround();
  const { before, after, places } = await measure(ground);
  for (const at of places) {
    const code = ["ENOSPC", "EACCES", "EROFS"][(at / EVERY) % 3] ?? "EIO";
    const isLasting = (at / EVERY) % 2 === 1;
    const { thrown } = await ground.run({ kind: "refuse", at, code, isLasting });
    if (isLasting) await ground.recover();
    const place = `${code} at ${at}, lasting: ${String(isLasting)}`;
    if (thrown !== undefined) expect(thrown, place).toBeInstanceOf(OrchestraError);
    const isLeft = thrown instanceof OrchestraError && thrown.code === "RECOVERY_NEEDED";
    const allowed = isLeft ? [before, after] : [thrown === undefined ? after : before];
    expect(allowed, place).toContainEqual(snapshotTree(ground.root));
  }
});

test("what is edited during a plan of 200 steps is not lost", { timeout: LONG_MS }, async () => {
  const ground = createGround();
  const { before, after, places } = await measure(ground);
  const paths = Object.keys(before).filter((path) => path.endsWith(".txt"));
  let edits = 0;
  for (const at of places) {
    const path = paths[(at / EVERY) % paths.length] ?? "";
    const file = join(ground.root, path);
    let isEdited = false;
    const act = () => {
      isEdited = existsSync(file);
      if (isEdited) appendFileSync(file, "by hand");
    };
    await ground.run({ kind: "meanwhile", at, act });
    await ground.recover();
    const now = snapshotTree(ground.root);
    const others = (tree: typeof now) =>
      Object.fromEntries(Object.entries(tree).filter(([one]) => one !== path && one !== `moved/${path}`));
    const place = `${path} edited at operation ${at}`;
    expect([before, after].map(others), place).toContainEqual(others(now));
    if (!isEdited) continue;
    edits += 1;
    const kept = [path, `moved/${path}`].map((one) =>
      Buffer.from(now[one]?.split(" ").at(-1) ?? "", "base64").toString(),
    );
    expect(kept.join("\n"), place).toContain("by hand");
  }
  expect(edits).toBeGreaterThan(0);
});
