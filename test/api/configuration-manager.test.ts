import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createOrchestra } from "../../src/api/orchestra.ts";
import { createConfigurationManager } from "../../src/index.ts";
import { createNodePlatform } from "../../src/platform/node-platform.ts";
import { commitAll, temporaryFolder, writeTree, type Tree } from "../support/folders.ts";

function open(tree: Tree, environment = "local") {
  const root = temporaryFolder();
  const home = temporaryFolder();
  writeTree(root, tree);
  const options = { root, environment, workingFolder: root, env: { HOME: home, XDG_CONFIG_HOME: home } };
  const orchestra = createOrchestra(options);
  return { root, home, orchestra, options, manager: createConfigurationManager(orchestra) };
}

test("the guide's example: one key, a value each for two environments", async () => {
  const { manager, options } = open({});
  await manager.set("database.url", "postgresql://localhost:5432/dev", { environment: "local" });
  await manager.set("database.url", "postgresql://db.internal:5432/prod", { environment: "gcp_cloud_run" });
  expect(manager.environment).toBe("local");
  expect(await manager.get("database.url")).toBe("postgresql://localhost:5432/dev");
  expect(await manager.get("DATABASE_URL")).toBe("postgresql://localhost:5432/dev");
  const elsewhere = createConfigurationManager(createOrchestra({ ...options, environment: "gcp_cloud_run" }));
  expect(await elsewhere.get("database.url")).toBe("postgresql://db.internal:5432/prod");
  expect((await manager.validate()).valid).toBe(true);
  expect(await manager.getAll("database")).toEqual({ "database.url": "postgresql://localhost:5432/dev" });
  expect(await manager.delete("database.url")).toBe(true);
  expect(await manager.delete("database.url")).toBe(false);
  expect(await manager.get("database.url", "none")).toBe("none");
});

test("what is set stands above every file, a named environment above all, and keeps its type", async () => {
  const { manager } = open({ ".env": "HEAT=1\n", "config/settings.json": '{"trays": [1]}' });
  await manager.set("HEAT", 7, { environment: "all" });
  expect(await manager.get("HEAT")).toBe(7);
  await manager.set("HEAT", "hot");
  expect(await manager.get("HEAT")).toBe("hot");
  expect(await manager.getEntry("HEAT")).toMatchObject({ layer: "set", environment: "local", priority: 2 });
  await manager.set("trays", [1, 2], { scope: "config", priority: "critical" });
  expect(await manager.getEntry("HEAT")).toMatchObject({ source: { file: ".orchestra/configuration.json" } });
});

test("a secret is kept apart and never given by get", async () => {
  const { manager, root, home } = open({});
  const secret = ["bread", "and", "butter", "77"].join("-");
  await manager.set("API_TOKEN", secret);
  await manager.set("plain", secret, { isSecret: true });
  const [name = ""] = readdirSync(join(home, "orchestra/secrets")).filter((file) => file.endsWith(".json"));
  const kept = join(home, "orchestra/secrets", name);
  expect(statSync(kept).mode & 0o777).toBe(0o600);
  for (const file of readdirSync(join(root, ".orchestra"), { recursive: true, encoding: "utf8" })) {
    const path = join(root, ".orchestra", file);
    if (statSync(path).isFile()) expect(readFileSync(path, "utf8")).not.toContain(secret);
  }
  await expect(manager.get("API_TOKEN")).rejects.toMatchObject({ code: "SECRET_NOT_SHOWN" });
  await expect(manager.get("plain")).rejects.toMatchObject({ code: "SECRET_NOT_SHOWN" });
  const entry = await manager.getEntry("API_TOKEN");
  expect(entry).toMatchObject({ isSecret: true, secret: { kind: "name", length: secret.length } });
  expect(JSON.stringify(entry)).not.toContain(secret);
  expect(await manager.getAll()).toEqual({});
  await manager.set("API_TOKEN", "changeme");
  expect(await manager.get("API_TOKEN")).toBe("changeme");
  expect(readFileSync(kept, "utf8")).not.toContain("API_TOKEN");
});

test("many processes at once lose nothing that was set", async () => {
  const { options } = open({});
  const keys = Array.from({ length: 20 }, (_, at) => `KEY_${at}`);
  await Promise.all(keys.map((key) => createOrchestra(options).setConfiguration(key, key)));
  expect(Object.keys(await createOrchestra(options).getAllConfiguration())).toEqual(keys.toSorted());
});

test("what was exported is imported to the same, and secrets only where they were asked for", async () => {
  const secret = ["s3cr3t", "bread"].join("-");
  const { manager, root, options } = open({
    ".env": `A='x # y'\nB="1\\n2"\nPASSWORD=${secret}\nURL=http://$A\n`,
  });
  await manager.exportToFile("out.env.json", { format: "json" });
  expect(readFileSync(join(root, "out.env.json"), "utf8")).not.toContain(secret);
  await expect(manager.exportToFile("out.env.json")).rejects.toMatchObject({ code: "EXPORT_EXISTS" });
  await manager.exportToFile("all.yaml", { reveal: true });
  expect(statSync(join(root, "all.yaml")).mode & 0o777).toBe(0o600);
  expect(readFileSync(join(root, "all.yaml"), "utf8")).toContain(secret);
  const { imported, skipped } = await manager.importFromFile("out.env.json", { environment: "staging" });
  expect({ imported, skipped }).toEqual({ imported: ["A", "B", "URL"], skipped: ["PASSWORD"] });
  const staging = createOrchestra({ ...options, environment: "stg" });
  expect(await staging.getConfiguration("B")).toMatchObject({ value: "1\n2", layer: "set" });
  await manager.importFromFile("all.yaml", { environment: "staging" });
  expect(await staging.getConfiguration("PASSWORD")).toMatchObject({ isSecret: true, layer: "set" });
});

test("bad input is refused whole, with its place", async () => {
  const { orchestra, root } = open({ "bad.json": '{"a": 1,\n "b" 2}', "x.tar": "" });
  await expect(orchestra.importConfiguration("bad.json")).rejects.toThrow(/^bad\.json:2/);
  await expect(orchestra.importConfiguration("none.env")).rejects.toMatchObject({ code: "USAGE" });
  await expect(orchestra.importConfiguration("x.tar")).rejects.toMatchObject({ code: "USAGE" });
  await expect(orchestra.setConfiguration("a b", 1)).rejects.toMatchObject({ code: "USAGE" });
  await expect(orchestra.setConfiguration("a", 1, { priority: "urgent" })).rejects.toMatchObject({
    code: "USAGE",
  });
  await expect(orchestra.setConfiguration("a", 1, { scope: "../x" })).rejects.toMatchObject({
    code: "USAGE",
  });
  await expect(orchestra.setConfiguration("a", 1, { environment: "no way" })).rejects.toMatchObject({
    code: "USAGE",
  });
  await expect(orchestra.exportConfiguration(undefined, { format: "xml" })).rejects.toMatchObject({
    code: "USAGE",
  });
  await expect(orchestra.exportConfiguration(".")).rejects.toMatchObject({ code: "OUTPUT_UNWRITABLE" });
  expect(await orchestra.getAllConfiguration()).toEqual({});
  writeFileSync(join(root, "ok.env"), "A=1\n");
  await orchestra.importConfiguration("ok.env");
  writeFileSync(join(root, ".orchestra/configuration.json"), "{broken");
  expect(await orchestra.listConfiguration({ source: "set" })).toEqual([]);
  expect(orchestra.diagnostics.map(({ code, file }) => `${code} ${file ?? ""}`)).toEqual([
    "STATE_CORRUPT .orchestra/configuration.json",
  ]);
});

test("stages and files of the settings are known everywhere", async () => {
  const { orchestra, options } = open({
    "orchestra.config.yaml":
      "configuration:\n  environments:\n    canary: {aliases: [cnry], files: ['deploy/bird/**']}\n  files: {include: ['etc/*.json'], exclude: ['config/old.json']}\n",
    "deploy/bird/.env": "HEAT=9\n",
    ".env.cnry": "HEAT=8\n",
    "etc/ovens.json": '{"a": 1}',
    "config/old.json": '{"a": 2}',
  });
  const found = (await orchestra.listConfiguration()).filter(({ source }) => source.file !== undefined);
  expect(found.map(({ source, environment }) => `${source.file ?? ""} ${environment}`)).toEqual([
    ".env.cnry canary",
    "deploy/bird/.env canary",
    "etc/ovens.json all",
  ]);
  const canary = createOrchestra({ ...options, environment: "cnry" });
  expect(await canary.getConfiguration("HEAT")).toMatchObject({ value: "8" });
});

test("overrides stand above all", async () => {
  const { options, orchestra } = open({ ".env": "HEAT=1\n" });
  await orchestra.setConfiguration("HEAT", 2);
  const { candidates } = await createOrchestra({ ...options, overrides: { HEAT: "3" } }).explainConfiguration(
    "HEAT",
  );
  expect(candidates.map(({ entry }) => entry.layer)).toEqual(["command_line", "set", "dotenv"]);
});

test("a file that did not change is not opened again, and one that did is", async () => {
  const { options, root } = open({
    "a/.env": "A=1\n",
    "b/main.tf": 'variable "x" {\n  default = 1\n}\n',
    "b/terraform.tfvars": "x = [\n",
    "config/c.json": '{"c": 1}',
  });
  commitAll(root);
  const openedBy = async () => {
    const opened: string[] = [];
    const platform = createNodePlatform({ env: options.env, workingFolder: root });
    const files = {
      ...platform.files,
      readText: (path: string | Buffer, limit: { readonly maxBytes: number }) => {
        const shown = path.toString();
        if (shown.startsWith(root) && !shown.includes("/.orchestra/") && !shown.includes("/.git/"))
          opened.push(shown.slice(root.length + 1));
        return platform.files.readText(path, limit);
      },
    };
    const orchestra = createOrchestra({ root, platform: { ...platform, files } });
    const { entries } = await orchestra.validateConfiguration();
    return {
      opened: opened.filter((path) => !path.startsWith("orchestra.config")),
      entries,
      said: orchestra.diagnostics,
    };
  };
  const first = await openedBy();
  expect(first.opened.toSorted()).toEqual(["a/.env", "b/main.tf", "b/terraform.tfvars", "config/c.json"]);
  const second = await openedBy();
  expect(second.opened).toEqual([]);
  expect(second.entries).toEqual(first.entries);
  expect(second.said).toEqual(first.said);
  expect(second.said.length).toBeGreaterThan(0);
  writeFileSync(join(root, "a/.env"), "A=22\n");
  const third = await openedBy();
  expect(third.opened).toEqual(["a/.env"]);
  expect(third.entries.find(({ key }) => key === "A")?.value).toBe("22");
});
