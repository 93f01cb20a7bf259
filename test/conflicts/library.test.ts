import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { createOrchestra } from "../../src/api/orchestra.ts";
import { detectConflicts, getResolver } from "../../src/api/default.ts";
import { CONFLICT_RULES } from "../../src/conflicts/rules.ts";
import { linkBasicPrograms } from "../support/basic-programs.ts";
import { commitAll, temporaryFolder, writeTree } from "../support/folders.ts";

function project(tree: Readonly<Record<string, string>>) {
  const root = temporaryFolder();
  writeTree(root, tree);
  commitAll(root);
  return { root, env: { HOME: temporaryFolder(), PATH: linkBasicPrograms() } };
}

test("the resolver detects in a folder, lists by status, and ignores", async () => {
  const place = project({ "a/.env": "A=1\nA=2\n", "b/.env": "B=1\nB=2\n" });
  const resolver = getResolver(place);
  expect((await resolver.detectConflicts()).map(({ places }) => places[0]?.file)).toEqual([
    "a/.env",
    "b/.env",
  ]);
  const [only] = await resolver.detectConflicts("b");
  expect(only?.places[0]?.file).toBe("b/.env");
  expect(await resolver.getAllConflicts({ status: "pending" })).toHaveLength(2);
  const id = only?.conflictId ?? "";
  await resolver.ignoreConflict(id, "for a test");
  expect(await resolver.getAllConflicts({ status: "pending" })).toHaveLength(1);
  expect(await resolver.getConflict(id)).toMatchObject({ status: "ignored", silencedBy: "person" });
  await expect(async () => resolver.detectConflicts("..")).rejects.toMatchObject({ code: "USAGE" });
  expect(await detectConflicts(place.root, { env: place.env, rules: ["duplicate_key"] })).toHaveLength(2);
});

test("a second look says again what the first one said of files that it did not open again", async () => {
  const place = project({ "a.yaml": "a: [\nb: }\n", "b.tofu": "locals {\n  a =\n}\n", "c.md": "x\n" });
  const look = async () => {
    const orchestra = createOrchestra(place);
    const conflicts = await orchestra.detectConflicts({ rules: ["parse_error"] });
    return [conflicts.map(({ conflictId }) => conflictId), orchestra.diagnostics.map(({ file }) => file)];
  };
  const first = await look();
  expect(first.flat()).not.toEqual([]);
  expect(await look()).toEqual(first);
});

test("a rule of the project's own is run, silenced and configured as any other", async () => {
  const config = (find: string) =>
    `export default { conflicts: { rules: { todo_name: "high" }, custom: [{ rule: "todo_name", conflictType: "file_conflict", title: "Not done", find: ${find} }] } };\n`;
  const found =
    '({ files }) => files.filter(({ path }) => path.includes("todo")).map(({ path }) => ({ about: [path], message: path + " is not done", places: [{ file: path }] }))';
  const place = project({ "orchestra.config.js": config(found), "todo.txt": "x\n" });
  await createOrchestra(place).trustConfig();
  const [conflict] = await createOrchestra(place).detectConflicts();
  expect(conflict).toMatchObject({ rule: "todo_name", severity: "high", hint: "", strategies: ["manual"] });
  expect((await createOrchestra(place).getConflictRules()).map(({ rule }) => rule)).toContain("todo_name");
  for (const broken of ["() => 1", "() => [{ message: 1 }]", '() => { throw new Error("no"); }']) {
    writeTree(place.root, { "orchestra.config.js": config(broken) });
    await createOrchestra(place).trustConfig();
    await expect(createOrchestra(place).detectConflicts()).rejects.toMatchObject({ code: "CONFIG_INVALID" });
  }
});

test("a port that a process of this machine holds is told with its holder", async () => {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  onTestFinished(() => void server.close());
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const place = project({ "compose.yaml": `services:\n  web:\n    image: x\n    ports: ["${port}:80"]\n` });
  const orchestra = createOrchestra(place);
  const find = () => orchestra.detectConflicts({ rules: ["compose_port_collision"] });
  expect((await find())[0]?.message).toContain(`port ${port} of web in compose.yaml is held by`);
  await new Promise((done) => server.close(done));
  expect(await find()).toEqual([]);
});

test.each(CONFLICT_RULES.map(({ rule }) => rule))("%s has a page that says what it is", (rule) => {
  const path = join("docs/conflicts", `${rule}.md`);
  expect(existsSync(path)).toBe(true);
  const page = readFileSync(path, "utf8");
  for (const part of ["What it means", "Example", "How to fix", "How to silence", "Evidence"])
    expect(page).toMatch(new RegExp(`## ${part}\\n\\n\\S`));
  const { severity, conflictType, strategies, evidence } =
    CONFLICT_RULES.find((one) => one.rule === rule) ?? {};
  expect(page).toContain(`Type \`${conflictType ?? ""}\`, severity ${severity ?? ""}`);
  for (const name of [...(strategies ?? []), ...Object.keys(evidence ?? {})])
    expect(page).toContain(`\`${name}\``);
  expect(readFileSync("docs/conflicts.md", "utf8")).toContain(`(conflicts/${rule}.md)`);
});
