import fc from "fast-check";
import { expect, test } from "vitest";
import type { Resource } from "../../src/model/resource.ts";
import { mergeDiscovery, type FoundResources, type KnownResources } from "../../src/registry/merge.ts";
import { withUniqueIds } from "../../src/registry/unique-ids.ts";

function resource(name: string, changes: Partial<Resource> = {}): Resource {
  const environment = changes.environment ?? "local";
  return {
    id: `${name}:oven:${environment}`,
    name,
    resourceType: "oven",
    environment,
    accessPattern: name,
    description: "",
    status: "available",
    priority: 2,
    dependencies: [],
    tags: [],
    metadata: {},
    source: { detector: "ovens" },
    observedAt: "2026-01-01T00:00:00.000Z",
    ttlSeconds: 60,
    ...changes,
  };
}

const NOTHING: KnownResources = { resources: [], vanished: [] };

function found(resources: readonly Resource[], changes: Partial<FoundResources> = {}): FoundResources {
  return {
    resources,
    completeDetectors: ["ovens"],
    allDetectors: ["ovens", "mills"],
    environment: "local",
    ...changes,
  };
}

function statuses({ resources }: KnownResources): readonly string[] {
  return resources.map(({ name, status }) => `${name} ${status}`);
}

test("what vanishes is missing once, gone the second time, and back when it is found again", () => {
  const first = mergeDiscovery(NOTHING, found([resource("deck"), resource("rack")]));
  const second = mergeDiscovery(first, found([resource("deck")]));
  expect(statuses(second)).toEqual(["deck available", "rack missing"]);
  expect(statuses(mergeDiscovery(second, found([resource("deck")])))).toEqual(["deck available"]);
  const back = mergeDiscovery(second, found([resource("deck"), resource("rack")]));
  expect(statuses(back)).toEqual(["deck available", "rack available"]);
  expect(back.vanished).toEqual([]);
});

test("a detector that failed, or another one, drops nothing", () => {
  const known = mergeDiscovery(
    NOTHING,
    found([resource("deck"), resource("stone", { source: { detector: "mills" } })]),
  );
  const failed = mergeDiscovery(known, found([], { completeDetectors: [] }));
  expect(statuses(failed)).toEqual(["deck available", "stone available"]);
  const half = mergeDiscovery(known, found([], { completeDetectors: ["ovens"] }));
  expect(statuses(half)).toEqual(["deck missing", "stone available"]);
});

test("what a removed detector left behind goes as well", () => {
  const known = mergeDiscovery(NOTHING, found([resource("deck")]));
  const gone = found([], { completeDetectors: [], allDetectors: ["mills"] });
  const once = mergeDiscovery(known, gone);
  expect(statuses(once)).toEqual(["deck missing"]);
  expect(statuses(mergeDiscovery(once, gone))).toEqual([]);
});

test("a run in another environment says nothing of this one", () => {
  const known = mergeDiscovery(NOTHING, found([resource("deck"), resource("all", { environment: "all" })]));
  const elsewhere = mergeDiscovery(known, found([], { environment: "ci_cd" }));
  expect(statuses(elsewhere)).toEqual(["all missing", "deck available"]);
});

test("resources of one id are told apart by their place, whatever the order", () => {
  const places = ["a.json", "b.json", "b.json", "c.json"];
  const resources = places.map((file, line) =>
    resource("key", { source: { detector: "ovens", file, line: line + 1 } }),
  );
  const names = withUniqueIds(resources).map(({ name }) => name);
  expect(names).toEqual(["key", "key (b.json)", "key (b.json:3)", "key (c.json)"]);
  fc.assert(
    fc.property(fc.shuffledSubarray(resources, { minLength: 4 }), (shuffled) => {
      expect(withUniqueIds(shuffled)).toEqual(withUniqueIds(resources));
      expect(new Set(withUniqueIds(shuffled).map(({ id }) => id)).size).toBe(4);
    }),
  );
});
