import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import type { Resource } from "../../src/model/resource.ts";
import { createNodePlatform } from "../../src/platform/node-platform.ts";
import { openExtractionCache } from "../../src/state/extraction-cache.ts";
import { withLock } from "../../src/state/lock.ts";
import { readResources, updateRegistered } from "../../src/state/resource-documents.ts";
import { openState } from "../../src/state/state-folder.ts";
import { temporaryFolder } from "../support/folders.ts";

const DECK: Resource = {
  id: "deck:oven:local",
  name: "deck",
  resourceType: "oven",
  environment: "local",
  accessPattern: "/dev/oven",
  description: "",
  status: "available",
  priority: 2,
  dependencies: [],
  tags: [],
  metadata: {},
  source: { detector: "user" },
  observedAt: "2026-01-01T00:00:00.000Z",
  ttlSeconds: 60,
};

/** A project whose `.orchestra/` came with the repository, and a file beside the project that is nobody's business. */
function setUp() {
  const home = temporaryFolder();
  const root = join(home, "bakery");
  const folder = join(root, ".orchestra");
  mkdirSync(folder, { recursive: true });
  const precious = join(home, "precious");
  writeFileSync(precious, "mine\n");
  const state = openState(createNodePlatform({ workingFolder: root, env: { HOME: home } }), root);
  return { home, root, folder, precious, state, lockPath: join(folder, "lock") };
}

function owner(changes: object): string {
  const base = { processId: 1, hostName: hostname(), startedAt: new Date().toISOString(), token: "t1" };
  return JSON.stringify({ ...base, processStart: "", ...changes });
}

test.each(["x/../../../precious", "../../precious", "/precious", ".", ""])(
  "a lock with the token %j removes nothing outside the folder",
  async (token) => {
    const { folder, precious, state, lockPath } = setUp();
    writeFileSync(lockPath, owner({ processId: spawnSync("true").pid, token }));
    expect(await withLock(state, () => "done")).toBe("done");
    expect(readFileSync(precious, "utf8")).toBe("mine\n");
    expect(readdirSync(folder)).toEqual([".gitignore"]);
  },
);

test.each(["nowhere", "../../precious", "/", "lock"])(
  "a lock that is a link to %s is taken away",
  async (target) => {
    const { folder, precious, state, lockPath } = setUp();
    symlinkSync(target, lockPath);
    expect(await withLock(state, () => "done")).toBe("done");
    expect(readFileSync(precious, "utf8")).toBe("mine\n");
    expect(readdirSync(folder)).toEqual([".gitignore"]);
  },
);

test("a lock that is a folder is refused by name", async () => {
  const { state, lockPath } = setUp();
  mkdirSync(lockPath);
  await expect(withLock(state, () => "done")).rejects.toMatchObject({
    code: "STATE_UNWRITABLE",
    file: ".orchestra/lock",
  });
});

test.each(["2999-01-01T00:00:00.000Z", "2001-01-01T00:00:00.000Z"])(
  "an owner on another machine is not believed to live since %s",
  async (startedAt) => {
    const { state, lockPath } = setUp();
    writeFileSync(lockPath, owner({ hostName: "elsewhere", startedAt }));
    expect(await withLock(state, () => "done")).toBe("done");
  },
);

test.runIf(process.platform === "linux")("an owner that was killed and not yet buried is dead", async () => {
  const { state, lockPath } = setUp();
  const parent = spawn("sh", ["-c", "sleep 0.1 & echo $!; exec sleep 30"]);
  onTestFinished(() => void parent.kill("SIGKILL"));
  const processId = await new Promise<number>((done) =>
    parent.stdout.once("data", (chunk) => done(Number(String(chunk)))),
  );
  const stat = readFileSync(`/proc/${processId}/stat`, "utf8");
  const processStart = stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19];
  await wait(400);
  expect(readFileSync(`/proc/${processId}/stat`, "utf8")).toContain(") Z ");
  writeFileSync(lockPath, owner({ processId, processStart }));
  const began = performance.now();
  expect(await withLock(state, () => "done")).toBe("done");
  expect(performance.now() - began).toBeLessThan(2_000);
});

test("a history that is a link is refused, and nothing is written to where it leads", async () => {
  const { folder, precious, state } = setUp();
  symlinkSync(precious, join(folder, "history.ndjson"));
  const register = updateRegistered(state, () => [DECK]);
  await expect(register).rejects.toMatchObject({ code: "STATE_UNWRITABLE" });
  expect(readFileSync(precious, "utf8")).toBe("mine\n");
  expect(existsSync(join(folder, "lock"))).toBe(false);
});

test("a cache folder that is a link is left alone", () => {
  const { home, folder, state } = setUp();
  mkdirSync(join(home, "elsewhere"));
  symlinkSync(join(home, "elsewhere"), join(folder, "cache"));
  const cache = openExtractionCache(state, "1");
  cache.set("menu", { path: "menu.json", contentId: "1" }, { resources: [DECK] });
  cache.save();
  expect(readdirSync(join(home, "elsewhere"))).toEqual([]);
});

test("behind a link in the place of the folder nothing is read and nothing moved", () => {
  const { home, state } = setUp();
  const other = join(home, "other");
  mkdirSync(other);
  writeFileSync(join(other, "resources.json"), "broken");
  const root = join(home, "linked");
  mkdirSync(root);
  symlinkSync(other, join(root, ".orchestra"));
  const read = () => readResources(openState(state.platform, root));
  expect(read).toThrowError(expect.objectContaining({ code: "STATE_UNWRITABLE" }));
  expect(readdirSync(other)).toEqual(["resources.json"]);
});

test.each([
  5,
  "text",
  null,
  [[]],
  { resources: 5 },
  { resources: [null] },
  { resources: [{ ...DECK, name: 5 }] },
  { resources: [{ ...DECK, status: "splendid" }] },
  { resources: [{ ...DECK, priority: 9 }] },
  { resources: [{ ...DECK, tags: [{}] }] },
  { resources: [{ ...DECK, metadata: [] }] },
  { resources: [{ ...DECK, line: 0 }] },
  { resources: [], diagnostics: [{ severity: "loud" }] },
])("a kept extraction of the shape %j is none", (kept) => {
  const { folder, state } = setUp();
  mkdirSync(join(folder, "cache"));
  const files = [["menu.json", ["1", { menu: kept }]]];
  writeFileSync(join(folder, "cache/extractions.json"), JSON.stringify({ build: "1", nothing: "", files }));
  const cache = openExtractionCache(state, "1");
  expect(cache.get("menu", { path: "menu.json", contentId: "1" })).toBeUndefined();
});
