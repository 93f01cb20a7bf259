import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { createNodePlatform } from "../../src/platform/node-platform.ts";
import { openKeyedCache } from "../../src/state/keyed-cache.ts";
import { openState } from "../../src/state/state-folder.ts";
import { temporaryFolder } from "../support/folders.ts";

function setUp() {
  const home = temporaryFolder();
  const platform = createNodePlatform({ workingFolder: home, env: { HOME: home } });
  const isValid = (value: unknown): value is object => typeof value === "object" && value !== null;
  const state = openState(platform, home);
  const open = (key = "1") => openKeyedCache(state, { name: "menu.json", key, isValid });
  return { open, file: join(home, ".orchestra/cache/menu.json") };
}

/** What a file gives: most give nothing, as an object or as a list. */
const VALUES = [{}, [], { bread: 1 }, ["rye"]] as const;

const tree = fc.dictionary(
  fc.constantFrom("a", "a b", "a/b", "b", "\u00e9", "c\nd", "x", "y", "z"),
  fc.record({ version: fc.constantFrom("1", "2", "v 3"), value: fc.nat(VALUES.length - 1) }),
);

test("of each tree in turn, exactly what did not change since the one before is known", () => {
  fc.assert(
    fc.property(fc.array(tree, { maxLength: 6 }), (trees) => {
      const { open } = setUp();
      let before: Record<string, { version: string; value: number }> = {};
      for (const now of trees) {
        const cache = open();
        for (const path of Object.keys(now).toSorted()) {
          const { version, value } = now[path] ?? { version: "1" as const, value: 0 };
          const known = cache.get(path, version);
          const isSame = before[path]?.version === version;
          expect(known).toEqual(isSame ? VALUES[before[path]?.value ?? 0] : undefined);
          if (known === undefined) cache.set(path, version, VALUES[value] ?? {});
          else now[path] = { version, value: before[path]?.value ?? 0 };
        }
        cache.save();
        before = now;
      }
    }),
  );
});

test("it is written when something changed, and not before", () => {
  const { open, file } = setUp();
  const fill = (paths: readonly string[]) => {
    const cache = open();
    for (const path of paths) {
      if (cache.get(path, "1") === undefined) cache.set(path, "1", path === "rye" ? { a: 1 } : {});
    }
    cache.save();
    return statSync(file).ino;
  };
  const first = fill(["bread", "oats", "rye"]);
  expect(fill(["bread", "oats", "rye"])).toBe(first);
  expect(fill(["bread", "rye"])).not.toBe(first);
  expect(readFileSync(file, "utf8")).not.toContain("oats");
  expect(open("2").get("bread", "1")).toBeUndefined();
});

test("out of order, what is there is at worst not found", () => {
  const { open } = setUp();
  const paths = ["a", "b", "c", "d"];
  const first = open();
  for (const path of paths) first.set(path, "1", {});
  first.save();
  const second = open();
  const known = ["c", "a", "d", "b"].map((path) => second.get(path, "1"));
  expect(known).toEqual([{}, undefined, {}, undefined]);
  for (const path of ["a", "b"]) second.set(path, "1", {});
  second.save();
  const third = open();
  expect(paths.map((path) => third.get(path, "1"))).toEqual([{}, {}, {}, {}]);
});
