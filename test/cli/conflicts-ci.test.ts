import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { Ajv } from "ajv";
import formats from "ajv-formats";
import type { Log } from "sarif";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import type { Conflict } from "../../src/model/conflict.ts";
import { linkBasicPrograms } from "../support/basic-programs.ts";
import { createMachine } from "../support/command.ts";
import { commitAll, writeTree } from "../support/folders.ts";

const TREE = {
  ".env": "A=1\nA=2\n",
  "a b.txt": "same\n",
  "c.txt": "same\n",
  "docs/100%.md": "[x](gone.md)\n",
};

function machineWith(tree: Readonly<Record<string, string>>) {
  const machine = createMachine({ PATH: linkBasicPrograms() });
  writeTree(machine.root, tree);
  commitAll(machine.root);
  const detect = async (...parameters: readonly string[]) => {
    const { stdout, exitCode } = await machine.run("setup", "--conflicts", "--json", ...parameters);
    const conflicts: readonly Conflict[] = JSON.parse(stdout).data.conflicts;
    return { conflicts, exitCode, rules: conflicts.map(({ rule }) => rule) };
  };
  return { machine, detect };
}

describe("formats", () => {
  test("SARIF has relative places, stable fingerprints and suppressions", async () => {
    const { machine, detect } = machineWith({
      ...TREE,
      ".env": "# orchestra-ignore duplicate_key old tools read both\nA=1\nA=2\n",
    });
    const { conflicts } = await detect();
    const { stdout, exitCode } = await machine.run("setup", "--conflicts", "--format", "sarif");
    expect(exitCode).toBe(1);
    const log: Log = JSON.parse(stdout);
    const [run] = log.runs;
    const results = run?.results ?? [];
    expect(log.version).toBe("2.1.0");
    expect(results.map(({ ruleId }) => ruleId)).toEqual(conflicts.map(({ rule }) => rule));
    expect(results.map(({ partialFingerprints }) => partialFingerprints?.["orchestraConflict/v1"])).toEqual(
      conflicts.map(({ conflictId }) => conflictId),
    );
    for (const { ruleId, ruleIndex = -1 } of results)
      expect(run?.tool.driver.rules?.[ruleIndex]?.id).toBe(ruleId);
    const places = results.map(({ locations }) => locations?.[0]?.physicalLocation);
    expect(places.map((place) => place?.artifactLocation?.uri)).toContain("docs/100%25.md");
    expect(places.map((place) => place?.artifactLocation?.uri)).toContain("a%20b.txt");
    expect(results.flatMap(({ properties }) => properties?.["paths"] ?? [])).toContain("docs/100%.md");
    const silenced = results.find(({ ruleId }) => ruleId === "duplicate_key");
    expect(silenced?.suppressions).toEqual([{ kind: "inSource", justification: "old tools read both" }]);
  });

  test("a result of SARIF is the same whatever else is found", async () => {
    const { machine } = machineWith({ ".env": "A=1\nA=2\n" });
    const resultOf = async (rule: string) => {
      const { stdout } = await machine.run("setup", "--conflicts", "--format", "sarif");
      const log: Log = JSON.parse(stdout);
      return log.runs[0]?.results?.find(({ ruleId }) => ruleId === rule);
    };
    const alone = await resultOf("duplicate_key");
    expect(alone).toBeDefined();
    writeTree(machine.root, TREE);
    expect(await resultOf("duplicate_key")).toEqual(alone);
  });

  test("SARIF is valid by its own schema", async ({ skip }) => {
    const path = process.env["ORCHESTRA_SARIF_SCHEMA"] ?? "";
    skip(!existsSync(path), "ORCHESTRA_SARIF_SCHEMA names no copy of sarif-schema-2.1.0.json");
    const { machine } = machineWith(TREE);
    const { stdout } = await machine.run("setup", "--conflicts", "--format", "sarif");
    // The published copies differ in their dialect and hold a pattern that is none with the `u` flag.
    const ajv = new Ajv({ strict: false, unicodeRegExp: false });
    formats.default(ajv);
    const schema: Record<string, unknown> = JSON.parse(readFileSync(path, "utf8"));
    for (const keyword of ["$schema", "id", "$id"]) delete schema[keyword];
    const isValid = ajv.compile(schema);
    expect(isValid(JSON.parse(stdout)), JSON.stringify(isValid.errors)).toBe(true);
    expect(isValid({ version: "2.0", runs: 1 })).toBe(false);
  });

  test("GitHub's annotations escape what would end them", async () => {
    const { machine } = machineWith(TREE);
    const { stdout } = await machine.run("setup", "--conflicts", "--format", "github", "--fail-on", "none");
    const lines = stdout.trimEnd().split("\n");
    expect(lines).toHaveLength(3);
    expect(lines[0]).toMatch(/^::warning file=docs\/100%25\.md,line=1,title=broken_md_link::.*gone\.md.*%0A/);
    expect(lines[2]).toMatch(/^::notice file=a b\.txt,title=duplicate_file::/);
  });

  test("JUnit has a suite for each rule, and fails from the severity that was asked for", async () => {
    const { machine } = machineWith({ ...TREE, 'q<">&.md': "[y](gone.md)\n" });
    const { stdout } = await machine.run("setup", "--conflicts", "--format", "junit", "--fail-on", "low");
    expect(stdout).toMatch(/<testsuites name="orchestra conflicts" tests="\d+" failures="5" errors="0">/);
    expect(stdout).toContain('name="merge_marker" tests="1" failures="0"');
    expect(stdout).toContain("q&lt;&quot;&gt;&amp;.md:1");
    const later = await machine.run("setup", "--conflicts", "--format", "junit", "--fail-on", "high");
    expect(later.stdout).toContain('failures="0" errors="0">');
  });

  test("--output writes the same document, json is json, and what makes no sense is refused", async () => {
    const { machine } = machineWith(TREE);
    const out = join(machine.root, "..", "out.sarif");
    const { stdout } = await machine.run("setup", "--conflicts", "--format", "sarif", "--output", out);
    expect(readFileSync(out, "utf8")).toBe(stdout);
    const json = await machine.run("conflicts", "list", "--format", "json");
    expect(JSON.parse(json.stdout).data.conflicts).toHaveLength(3);
    expect((await machine.run("setup", "--conflicts", "--format", "xml")).exitCode).toBe(2);
    expect((await machine.run("setup", "--discover", "--format", "sarif")).exitCode).toBe(2);
  });
});

describe("letting conflicts be", () => {
  test("a baseline turns an old project green, and only new ones fail", async () => {
    const { machine, detect } = machineWith(TREE);
    const written = await machine.run("setup", "--conflicts", "--update-baseline");
    expect(written.exitCode).toBe(0);
    expect(written.stdout).toContain("orchestra.baseline.json: 3 conflicts stand in the baseline");
    const after = await detect();
    expect(after.exitCode).toBe(0);
    expect(new Set(after.conflicts.map(({ status, silencedBy }) => `${status} ${silencedBy ?? ""}`))).toEqual(
      new Set(["ignored baseline"]),
    );
    writeTree(machine.root, { "new.md": "[y](nowhere.md)\n" });
    const later = await detect();
    expect(later.exitCode).toBe(1);
    expect(
      later.conflicts.filter(({ status }) => status === "pending").map(({ places }) => places[0]?.file),
    ).toEqual(["new.md"]);
  });

  test("of one cause three are told, be they new or next, and settings stand above that", async () => {
    const keys = (names: readonly string[]) => names.map((name) => `${name}=1\n${name}=2\n`).join("");
    const { machine, detect } = machineWith({ ".env": keys(["A", "B", "C", "D", "E"]) });
    const told = async (...parameters: readonly string[]) => {
      const { conflicts } = await detect("--rule", "duplicate_key", ...parameters);
      const open = conflicts.filter(({ status, severity }) => status === "pending" && severity !== "low");
      return open.map(({ places }) => places[0]?.key);
    };
    expect(await told()).toEqual(["A", "B", "C"]);
    const listed = JSON.parse((await machine.run("conflicts", "list", "--json")).stdout).data.conflicts;
    expect(listed.map(({ severity }: { readonly severity: string }) => severity).join(" ")).toBe(
      "medium medium medium low low",
    );
    writeTree(machine.root, { ".env": keys(["B", "C", "D", "E", "F"]) });
    expect(await told()).toEqual(["B", "C", "D"]);
    expect(await told("--changed-since", "HEAD")).toEqual(["F"]);
    await machine.run("setup", "--conflicts", "--update-baseline");
    writeTree(machine.root, { ".env": keys(["B", "C", "D", "E", "F", "G"]) });
    expect(await told()).toEqual(["G"]);
    rmSync(join(machine.root, "orchestra.baseline.json"));
    writeTree(machine.root, { "orchestra.config.yaml": "conflicts:\n  rules:\n    duplicate_key: high\n" });
    expect(await told()).toEqual(["B", "C", "D", "E", "F", "G"]);
  });

  test("the baseline shrinks with what is mended, rule by rule, and a broken one is told", async () => {
    const { machine } = machineWith(TREE);
    await machine.run("setup", "--conflicts", "--update-baseline");
    const path = join(machine.root, "orchestra.baseline.json");
    const rules = () =>
      JSON.parse(readFileSync(path, "utf8")).conflicts.map(({ rule }: { readonly rule: string }) => rule);
    writeTree(machine.root, { ".env": "A=1\n", "c.txt": "other\n" });
    const stale = JSON.parse((await machine.run("setup", "--conflicts", "--json")).stdout);
    expect(stale.diagnostics.map(({ code }: { readonly code: string }) => code)).toContain("BASELINE_STALE");
    await machine.run("setup", "--conflicts", "--update-baseline", "--rule", "duplicate_key");
    expect(rules()).toEqual(["broken_md_link", "duplicate_file"]);
    await machine.run("setup", "--conflicts", "--update-baseline");
    expect(rules()).toEqual(["broken_md_link"]);
    writeFileSync(path, '{"conflicts": 1}');
    const broken = await machine.run("setup", "--conflicts");
    expect(broken.exitCode).toBe(2);
    expect(broken.stderr).toContain("orchestra.baseline.json");
  });

  test("a comment silences its line and the next, with a reason alone", async () => {
    const { detect, machine } = machineWith({
      "a.md": "<!-- orchestra-ignore broken_md_link made by the site -->\n[x](gone.md)\n\n[y](gone.md)\n",
      "b.md": "<!-- orchestra-ignore broken_md_link -->\n[x](gone.md)\n",
      "c/.env": "# orchestra-ignore duplicate_key old tools read both\nA=1\nA=2\n",
    });
    const { conflicts } = await detect();
    const told = conflicts.map(
      ({ rule, status, places: [first] }) => `${rule} ${first?.file ?? ""}:${first?.line ?? 0} ${status}`,
    );
    expect(told).toEqual([
      "broken_md_link a.md:2 ignored",
      "broken_md_link a.md:4 pending",
      "broken_md_link b.md:2 pending",
      "duplicate_key c/.env:2 ignored",
    ]);
    expect((await machine.run("setup", "--conflicts")).stderr).toContain("SILENCE_WITHOUT_REASON");
    expect((await detect("--rule", "duplicate_key")).conflicts[0]).toMatchObject({
      status: "ignored",
      silencedBy: "comment",
      reason: "old tools read both",
    });
    writeTree(machine.root, { "a.md": "[x](gone.md)\n" });
    expect((await detect()).conflicts.find(({ places }) => places[0]?.file === "a.md")?.status).toBe(
      "pending",
    );
  });
});

describe("--changed-since", () => {
  test("gives exactly what the change brings, committed or not", async () => {
    const { machine, detect } = machineWith({ ...TREE, ".gitignore": "local/\n" });
    const git = (...parameters: readonly string[]) =>
      execFileSync("git", ["-c", "user.name=x", "-c", "user.email=x@y.test", ...parameters], {
        cwd: machine.root,
      });
    git("checkout", "--quiet", "-b", "topic");
    writeTree(machine.root, {
      "docs/100%.md": "one more line\n\n[x](gone.md)\n",
      "new.md": "[y](nowhere.md)\n",
      "local/.env": "B=1\nB=2\n",
    });
    git("add", "new.md");
    git("commit", "--quiet", "-m", "topic");
    writeTree(machine.root, { "d.txt": "same\n", "e/.env": "C=1\nC=2\n" });
    const all = await detect();
    const brought = await detect("--changed-since", "main");
    expect(all.rules).toHaveLength(6);
    expect(brought.rules).toEqual(["broken_md_link", "duplicate_key", "duplicate_file"]);
    expect(brought.conflicts.map(({ places }) => places[0]?.file)).toEqual(["new.md", "e/.env", "a b.txt"]);
    expect((await detect("--changed-since", "HEAD")).rules).toEqual(["duplicate_key", "duplicate_file"]);
    expect((await machine.run("conflicts", "list", "--json")).stdout).toContain("gone.md");
  });

  test("refuses what is no revision, and a folder without git", async () => {
    const { machine } = machineWith(TREE);
    for (const revision of ["nope", "--output=x", ""]) {
      const refused = await machine.run("setup", "--conflicts", `--changed-since=${revision}`);
      expect(refused.exitCode).toBe(2);
      expect(refused.stderr).toContain("git knows no revision");
    }
    const bare = createMachine({ PATH: linkBasicPrograms() });
    writeTree(bare.root, TREE);
    const refused = await bare.run("setup", "--conflicts", "--changed-since", "main");
    expect(refused.stderr).toContain("needs a git repository");
    expect(refused.exitCode).toBe(2);
  });
});

test("the action's own script runs the command and passes its answer on", async () => {
  const action: { readonly runs: { readonly steps: readonly { readonly run: string }[] } } = parse(
    readFileSync(".github/actions/orchestra/action.yml", "utf8"),
  );
  const { machine } = machineWith(TREE);
  const run = (inputs: Readonly<Record<string, string>>) => {
    const env = {
      PATH: process.env["PATH"],
      HOME: machine.root,
      ORCHESTRA_ROOT: machine.root,
      FAIL_ON: "medium",
      RULES: "",
      CHANGED_SINCE: "",
      FORMAT: "github",
      OUTPUT: "",
      COMMAND: resolve("bin/orchestra.js"),
      ...inputs,
    };
    const script = action.runs.steps.at(-1)?.run ?? "exit 9";
    return execFileSync("bash", ["-e", "-c", script], { env, encoding: "utf8", stdio: "pipe" });
  };
  expect(() => run({})).toThrow(expect.objectContaining({ status: 1 }));
  expect(run({ RULES: "duplicate_file merge_marker" })).toMatch(
    /^::notice file=a b\.txt,title=duplicate_file::.*\n$/,
  );
  expect(run({ CHANGED_SINCE: "HEAD", FORMAT: "human" })).toBe("0 conflicts\n");
});
