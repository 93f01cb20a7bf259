import fc from "fast-check";
import { expect, test } from "vitest";
import { cleanUrl, hasUserInfo, hostAndPath } from "../../src/registry/clean-url.ts";

test.each([
  ["https://stella:canary@dome.example:8443/a/b?token=canary#canary", "https://dome.example:8443/a/b"],
  ["http://canary@[::1]:80/", "http://[::1]/"],
  ["stella:canary@dome.example/x", "dome.example/x"],
  ["//stella:can@ary@dome.example/x?canary", "//dome.example/x"],
  ["https://stella:can ary@not a host/", "https://not a host/"],
  ["https://10.0.0.7", "https://10.0.0.7/"],
  ["https://u:can@a/ry@dome.example/x", "https://…"],
  ["https://dome.example/x,https://u:canary@plates.example/", "https://…"],
  ["https://u:canary", "https://…"],
  ["u:can@a/ry@dome.example", "…"],
])("%s", (text, clean) => {
  expect(cleanUrl(text)).toBe(clean);
});

test.each([
  ["https://registry.npmjs.org/", "registry.npmjs.org"],
  ["//npm.dome.example:4873/plates/", "npm.dome.example:4873/plates"],
  ["ghcr.io", "ghcr.io"],
  ["https://a:b@dome.example/x//", "dome.example/x"],
  ["stella:canary@dome.example//x", "dome.example//x"],
])("host and path of %s", (text, place) => {
  expect(hostAndPath(text)).toBe(place);
});

test("what stands before the host is never left", () => {
  const user = fc.stringMatching(/^[^/?#@:[\s]{1,8}$/);
  const noise = fc.string({ unit: "grapheme-ascii", maxLength: 12 }).filter(isTold);
  fc.assert(
    fc.property(user, noise, noise, (name, before, after) => {
      const text = `https://${name}:${before}canary${after}@dome.example/x`;
      expect(hasUserInfo(text)).toBe(true);
      expect(cleanUrl(text)).toBe("https://dome.example/x");
      expect(hostAndPath(text)).toBe("dome.example/x");
    }),
  );
});

test("a path may hold an at sign of its own", () => {
  expect(cleanUrl("https://dome.example:8443/@stella/plates")).toBe(
    "https://dome.example:8443/@stella/plates",
  );
  expect(hasUserInfo("https://dome.example/@stella/plates")).toBe(false);
});

/** `stella:8443/…` reads like a host with its port; of an `@` and a `/` in one password nobody can tell. */
function isTold(text: string): boolean {
  return !/^\d+[/?#\s]|@/.test(text);
}
