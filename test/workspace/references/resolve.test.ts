import fc from "fast-check";
import { posix } from "node:path";
import { expect, test } from "vitest";
import { resolveFrom } from "../../../src/workspace/references/resolve.ts";

test("a path is joined as node joins it", () => {
  const name = fc.constantFrom("a", "b.c", ".", "..", "...", "", ".d", "e.");
  const path = fc.array(name, { minLength: 1, maxLength: 5 }).map((names) => names.join("/"));
  const folder = fc.array(fc.constantFrom("a", "b", ".c"), { maxLength: 3 }).map((names) => names.join("/"));
  fc.assert(
    fc.property(
      folder.map((text) => text || "."),
      path,
      (from, target) => {
        const joined = posix.join(from, target).replace(/(?<=.)\/+$/, "");
        const isOutside = joined === ".." || joined.startsWith("../") || target.startsWith("/");
        expect(resolveFrom(from, target)).toBe(isOutside ? undefined : joined);
      },
    ),
    { numRuns: 5_000 },
  );
});
