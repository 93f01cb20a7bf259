import { mkdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createNodePlatform } from "../../src/platform/node-platform.ts";
import { isTrusted, recordTrust } from "../../src/state/trust.ts";
import { temporaryFolder } from "../support/folders.ts";

function setUp() {
  const home = temporaryFolder();
  const config = join(home, "orchestra.config.ts");
  writeFileSync(config, "export default {}");
  const env = { HOME: home, XDG_CONFIG_HOME: join(home, "settings") };
  return {
    home,
    config,
    store: join(home, "settings/orchestra/trust.json"),
    platform: createNodePlatform({ env }),
  };
}

test("only the recorded content at the recorded place is trusted", () => {
  const { home, config, platform } = setUp();
  expect(isTrusted(platform, config, "export default {}")).toBe(false);
  recordTrust(platform, config, "export default {}");
  expect(isTrusted(platform, config, "export default {}")).toBe(true);
  expect(isTrusted(platform, config, "export default {} ")).toBe(false);
  expect(isTrusted(platform, join(home, "other.ts"), "export default {}")).toBe(false);
  symlinkSync(config, join(home, "link.ts"));
  expect(isTrusted(platform, join(home, "link.ts"), "export default {}")).toBe(true);
});

test("a second record keeps the first, and the store is closed to others and holds no content", () => {
  const { home, config, store, platform } = setUp();
  recordTrust(platform, config, "const token = 'canary-not-a-secret'");
  recordTrust(platform, join(home, "second.js"), "2");
  expect(isTrusted(platform, config, "const token = 'canary-not-a-secret'")).toBe(true);
  expect(statSync(store).mode & 0o777).toBe(0o600);
  expect(statSync(join(store, "..")).mode & 0o777).toBe(0o700);
  expect(readFileSync(store, "utf8")).not.toContain("canary");
});

test.each([
  "",
  "{",
  "[]",
  '{"schemaVersion":1,"trusted":5}',
  '{"schemaVersion":1,"trusted":{"__proto__":"x"}}',
])("a store that reads %j trusts nothing", (text) => {
  const { config, store, platform } = setUp();
  mkdirSync(join(store, ".."), { recursive: true });
  writeFileSync(store, text);
  expect(isTrusted(platform, config, "export default {}")).toBe(false);
  recordTrust(platform, config, "export default {}");
  expect(isTrusted(platform, config, "export default {}")).toBe(true);
});

test("a store that cannot be written is said", () => {
  const platform = createNodePlatform({ env: { HOME: "/dev/null" } });
  expect(() => recordTrust(platform, "/bakery/orchestra.config.ts", "x")).toThrowError(
    expect.objectContaining({ code: "STATE_UNWRITABLE" }),
  );
});
