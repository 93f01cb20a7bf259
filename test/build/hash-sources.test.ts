import { renameSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { hashSources } from "../../build/hash-sources.ts";
import { createMachine } from "../support/command.ts";
import { temporaryFolder, writeTree } from "../support/folders.ts";
import manifest from "../../package.json" with { type: "json" };

test("sources have another hash when a text, a name or a single file beside them is another", () => {
  const folder = temporaryFolder();
  const [src, lock] = [join(folder, "src"), join(folder, "lock.json")];
  writeTree(folder, { "src/oven.ts": "1", "src/deck/tray.ts": "2", "lock.json": "{}" });
  const hashes = [hashSources(src, lock)];
  expect(hashSources(src, lock)).toBe(hashes[0]);
  writeFileSync(join(src, "oven.ts"), "3");
  hashes.push(hashSources(src, lock));
  renameSync(join(src, "deck/tray.ts"), join(src, "deck/shelf.ts"));
  hashes.push(hashSources(src, lock));
  writeFileSync(lock, "[]");
  hashes.push(hashSources(src, lock));
  expect(new Set(hashes).size).toBe(4);
  expect(hashes.every((hash) => /^[0-9a-f]{16}$/.test(hash))).toBe(true);
});

test("the built command keeps extractions under its sources, and takes none of another build", async () => {
  const machine = createMachine();
  writeTree(machine.root, { Procfile: "web: serve\n" });
  await machine.run("setup", "--discover");
  const path = join(machine.root, ".orchestra/cache/extractions.json");
  const kept = readFileSync(path, "utf8");
  const build = `${manifest.version}+${hashSources("src", "package-lock.json")}`;
  expect(JSON.parse(kept).build).toBe(build);
  const forged = kept.replaceAll('"web"', '"forged"');
  expect(forged).not.toBe(kept);
  const namesAfter = async (text: string) => {
    writeFileSync(path, text);
    return (await machine.run("setup", "--discover", "--json")).stdout;
  };
  expect(await namesAfter(forged)).toContain('"forged"');
  expect(await namesAfter(forged.replace(build, manifest.version))).not.toContain('"forged"');
});
