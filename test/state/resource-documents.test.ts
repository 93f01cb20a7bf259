import { existsSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Resource } from "../../src/model/resource.ts";
import { createNodePlatform } from "../../src/platform/node-platform.ts";
import { readResources, updateDiscovered, updateRegistered } from "../../src/state/resource-documents.ts";
import { openState, type StateFolder } from "../../src/state/state-folder.ts";
import { temporaryFolder } from "../support/folders.ts";

function stateIn(root: string): StateFolder {
  return openState(createNodePlatform({ workingFolder: root, env: { HOME: root } }), root);
}

function resource(name: string, changes: Partial<Resource> = {}): Resource {
  return {
    id: `${name}:oven:local`,
    name,
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
    ...changes,
  };
}

test("reading makes nothing; writing makes a closed folder that git does not see", async () => {
  const root = temporaryFolder();
  const state = stateIn(root);
  expect(readResources(state)).toMatchObject({ discovered: [], registered: [], generation: 0 });
  expect(existsSync(join(root, ".orchestra"))).toBe(false);
  await updateRegistered(state, () => [resource("deck")]);
  expect(statSync(join(root, ".orchestra")).mode & 0o777).toBe(0o700);
  expect(readFileSync(join(root, ".orchestra/.gitignore"), "utf8")).toBe("*\n");
  for (const name of readdirSync(join(root, ".orchestra"))) {
    expect(statSync(join(root, ".orchestra", name)).mode & 0o777, name).toBe(0o600);
  }
  expect(existsSync(join(root, ".orchestra/lock"))).toBe(false);
});

test("the generation grows with facts, not with observations", async () => {
  const state = stateIn(temporaryFolder());
  const generations: number[] = [];
  const observe = async (changes: Partial<Resource>) => {
    const stored = await updateDiscovered(state, () => ({
      resources: [resource("deck", changes)],
      vanished: [],
    }));
    generations.push(stored.generation);
  };
  await observe({});
  await observe({ observedAt: "2026-02-01T00:00:00.000Z" });
  await observe({ status: "degraded" });
  expect(generations).toEqual([1, 1, 2]);
});

test("a broken document is set aside and said; what a person registered is rebuilt", async () => {
  const root = temporaryFolder();
  const state = stateIn(root);
  await updateRegistered(state, () => [resource("deck"), resource("rack")]);
  await updateRegistered(state, (known) => known.filter(({ name }) => name !== "rack"));
  await updateDiscovered(state, () => ({ resources: [resource("found")], vanished: [] }));
  writeFileSync(join(root, ".orchestra/registered.json"), '{"schemaVersion":1,"resources":[{"id":');
  writeFileSync(join(root, ".orchestra/resources.json"), '{"schemaVersion":1}');
  const stored = readResources(state);
  expect(stored.diagnostics.map(({ code, file }) => [code, file])).toEqual([
    ["STATE_CORRUPT", ".orchestra/resources.json"],
    ["STATE_CORRUPT", ".orchestra/registered.json"],
  ]);
  expect(stored.registered.map(({ name }) => name)).toEqual(["deck"]);
  expect(readdirSync(join(root, ".orchestra")).filter((name) => name.includes(".corrupt-"))).toHaveLength(2);
  expect(readResources(state).registered.map(({ name }) => name)).toEqual(["deck"]);
});

test("a history line torn by a kill loses itself alone", async () => {
  const root = temporaryFolder();
  const state = stateIn(root);
  await updateRegistered(state, () => [resource("deck")]);
  writeFileSync(join(root, ".orchestra/history.ndjson"), '{"event":"regis', { flag: "a" });
  await updateRegistered(state, (known) => [...known, resource("rack")]);
  writeFileSync(join(root, ".orchestra/registered.json"), "x");
  expect(readResources(state).registered.map(({ name }) => name)).toEqual(["deck", "rack"]);
});

test("a document of a later version is refused and left alone", async () => {
  const root = temporaryFolder();
  const state = stateIn(root);
  await updateRegistered(state, () => [resource("deck")]);
  const path = join(root, ".orchestra/resources.json");
  writeFileSync(path, '{"schemaVersion":2,"resources":"other"}');
  expect(() => readResources(state)).toThrowError(expect.objectContaining({ code: "STATE_TOO_NEW" }));
  expect(readFileSync(path, "utf8")).toBe('{"schemaVersion":2,"resources":"other"}');
});

test("a link or a file in the place of the folder is refused", async () => {
  const elsewhere = temporaryFolder();
  const linked = temporaryFolder();
  symlinkSync(elsewhere, join(linked, ".orchestra"));
  const register = (root: string) => updateRegistered(stateIn(root), () => [resource("deck")]);
  await expect(register(linked)).rejects.toMatchObject({ code: "STATE_UNWRITABLE" });
  expect(readdirSync(elsewhere)).toEqual([]);
  const occupied = temporaryFolder();
  writeFileSync(join(occupied, ".orchestra"), "mine");
  await expect(register(occupied)).rejects.toMatchObject({ code: "STATE_UNWRITABLE" });
});
