import { readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Resource } from "../../src/model/resource.ts";
import { createNodePlatform } from "../../src/platform/node-platform.ts";
import { appendHistory, readHistory, replayRegistrations } from "../../src/state/history.ts";
import { readResources, updateRegistered } from "../../src/state/resource-documents.ts";
import { openState, prepareFolder } from "../../src/state/state-folder.ts";
import { temporaryFolder } from "../support/folders.ts";

function oven(name: string, description = ""): Resource {
  return {
    id: `${name}:oven:local`,
    name,
    resourceType: "oven",
    environment: "local",
    accessPattern: "/dev/oven",
    description,
    status: "available",
    priority: 2,
    dependencies: [],
    tags: [],
    metadata: {},
    source: { detector: "user" },
    observedAt: "2026-01-01T00:00:00.000Z",
    ttlSeconds: 60,
  };
}

function setUp() {
  const root = temporaryFolder();
  const state = openState(createNodePlatform({ workingFolder: root, env: { HOME: root } }), root);
  prepareFolder(state);
  return {
    state,
    path: join(root, ".orchestra/history.ndjson"),
    document: join(root, ".orchestra/registered.json"),
  };
}

test("whatever was registered and taken back, the history alone gives the same", async () => {
  const name = fc.constantFrom("deck", "rack", "stone", "tandoor");
  const step = fc.record({ name, isAdded: fc.boolean(), description: fc.string() });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 8 }), async (steps) => {
      const { state, document } = setUp();
      for (const { name: chosen, isAdded, description } of steps) {
        await updateRegistered(state, (known) => {
          const others = known.filter((resource) => resource.name !== chosen);
          return isAdded ? [...others, oven(chosen, description)] : others;
        });
      }
      const before = readResources(state).registered;
      writeFileSync(document, "broken");
      const byId = (list: readonly Resource[]) => list.toSorted((a, b) => (a.id < b.id ? -1 : 1));
      expect(byId(readResources(state).registered)).toEqual(byId(before));
    }),
    { numRuns: 25 },
  );
});

test("it stays small, closed to others, and keeps what is registered", () => {
  const { state, path } = setUp();
  appendHistory(state, [{ event: "register", resource: oven("deck") }]);
  for (let round = 0; round < 30; round += 1) {
    appendHistory(state, [{ event: "register", resource: oven("rack", "\u00e9".repeat(30_000)) }]);
  }
  appendHistory(state, [{ event: "unregister", id: "rack:oven:local" }]);
  expect(statSync(path).size).toBeLessThan(1_300_000);
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(replayRegistrations(readHistory(state)).map(({ name }) => name)).toEqual(["deck"]);
});

test.each([
  "\n",
  "{}\n",
  "[]\n",
  "null\n",
  '{"event":"register","resource":{"id":5}}\n',
  "\0\uFFFD\n",
  '{"event":"unreg',
])("a line %j is passed over, and the next one is whole", (line) => {
  const { state, path } = setUp();
  appendHistory(state, [{ event: "register", resource: oven("deck") }]);
  writeFileSync(path, line, { flag: "a" });
  appendHistory(state, [{ event: "register", resource: oven("rack") }]);
  expect(replayRegistrations(readHistory(state)).map(({ name }) => name)).toEqual(["deck", "rack"]);
  expect(readFileSync(path, "utf8").endsWith("\n")).toBe(true);
});
