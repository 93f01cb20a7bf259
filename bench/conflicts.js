import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { median, print } from "./table.js";

/**
 * Measures `setup --conflicts` in wall time, median of several runs taken in turn: duplicates of a repository of 90,000
 * files against jdupes, fdupes and rdfind, where they are installed; everything on a checkout of langfuse (named by
 * ORCHESTRA_BENCH_LANGFUSE) against tools that find a part of it (a folder in which `npm i secretlint@13
 * @secretlint/secretlint-rule-preset-recommend@13 remark-cli remark-validate-links sherif knip` was run, named by
 * ORCHESTRA_BENCH_LINTERS); and how time and memory grow from 1,000 to 100,000 files.
 */
const RUNS = 5;
const command = resolve("bin/orchestra.js");
const linters = process.env.ORCHESTRA_BENCH_LINTERS ?? "";
const env = { ...process.env };
delete env.NODE_EXTRA_CA_CERTS;

const folder = mkdtempSync(join(tmpdir(), "orchestra-bench-"));
try {
  const rows = [...measureDuplicates(), ...measureLangfuse()];
  print([["measured", "ms", "against", "ms", "ratio", "budget"], ...rows]);
  print([["files", "first run ms", "ms a thousand files", "peak memory MB"], ...measureGrowth()]);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function measureDuplicates() {
  const root = makeRepository(join(folder, "duplicates"), 90_000);
  const own = [
    process.execPath,
    command,
    "setup",
    "--conflicts",
    "--rule",
    "duplicate_file",
    "--fail-on",
    "none",
    "--quiet",
  ];
  const others = [
    ["jdupes", ["jdupes", "-q", "-r", "-X", "nostr:.git/", "-X", "nostr:.orchestra/", "."], 0.5],
    ["fdupes", ["fdupes", "-q", "-r", "."], undefined],
    ["rdfind", ["rdfind", "-dryrun", "true", "-outputname", "/dev/null", "."], undefined],
  ];
  return others.map(([name, line, budget]) => {
    const title = "duplicates of 90,000 files";
    if (spawnSync(name, ["--version"]).error !== undefined) return [title, "", name, "not installed", "", ""];
    const pairs = Array.from({ length: RUNS }, () => [wallOf(own, root), wallOf(line, root)]);
    return row(title, median(pairs.map(([mine]) => mine)), {
      name,
      other: median(pairs.map(([, theirs]) => theirs)),
      budget,
    });
  });
}

function measureLangfuse() {
  const source = process.env.ORCHESTRA_BENCH_LANGFUSE;
  if (source === undefined)
    return [["langfuse", "", "", "ORCHESTRA_BENCH_LANGFUSE names no checkout", "", ""]];
  const root = join(folder, "langfuse");
  execFileSync("git", ["clone", "--quiet", "--shared", source, root]);
  const own = [process.execPath, command, "setup", "--conflicts", "--fail-on", "none", "--quiet"];
  const forget = () => rmSync(join(root, ".orchestra"), { recursive: true, force: true });
  const first = median(Array.from({ length: RUNS }, () => (forget(), wallOf(own, root))));
  const second = median(Array.from({ length: RUNS }, () => wallOf(own, root)));
  const rows = [row("langfuse, second run", second, { name: "its first run", other: first, budget: 0.25 })];
  const program = (name) => join(linters, "node_modules/.bin", name);
  if (!existsSync(program("secretlint")))
    return [...rows, ["langfuse, first run", "", "linters", "not in ORCHESTRA_BENCH_LINTERS", "", ""]];
  const rules = join(folder, "secretlint.json");
  writeFileSync(rules, JSON.stringify({ rules: [{ id: "@secretlint/secretlint-rule-preset-recommend" }] }));
  const lines = [
    [
      "secretlint",
      [program("secretlint"), "--secretlintrc", rules, "--secretlintignore", ".gitignore", "**/*"],
    ],
    [
      "remark-validate-links",
      [
        program("remark"),
        "--quiet",
        "--frail",
        "--use",
        join(linters, "node_modules/remark-validate-links"),
        ".",
      ],
    ],
    ["sherif", [program("sherif")]],
    ["git grep for markers", ["git", "grep", "-l", "-E", "^(<<<<<<<|>>>>>>>)( |$)"]],
    ["knip", [program("knip"), "--no-exit-code"]],
  ];
  const times = lines.map(([name, line]) => [
    name,
    median(Array.from({ length: 3 }, () => wallOf(line, root))),
  ]);
  const sum = times.reduce((total, [, time]) => total + time, 0);
  return [
    ...rows,
    row("langfuse, first run", first, { name: "secretlint alone", other: times[0][1], budget: 1 }),
    ...times.slice(1).map(([name, other]) => row("langfuse, first run", first, { name, other })),
    row("langfuse, first run", first, { name: "all five", other: sum }),
  ];
}

function measureGrowth() {
  return [1_000, 10_000, 100_000].map((count) => {
    const root = makeRepository(join(folder, `growth-${count}`), count);
    const file = join(folder, "time.txt");
    const line = [process.execPath, command, "setup", "--conflicts", "--fail-on", "none", "--quiet"];
    const started = performance.now();
    spawnSync("/usr/bin/time", ["-f", "%M", "-o", file, ...line], { cwd: root, env });
    const time = performance.now() - started;
    const memory = existsSync(file)
      ? Number(readFileSync(file, "utf8").trim().split("\n").at(-1)) / 1_024
      : NaN;
    return [String(count), time.toFixed(0), ((time / count) * 1_000).toFixed(1), memory.toFixed(0)];
  });
}

/** Sources, documents and settings, a quarter of them copies of others, always the same. */
function makeRepository(root, count) {
  const random = createRandom(5);
  const pool = [];
  const made = new Set();
  for (let index = 0; index < count; index += 1) {
    const ending = ["ts", "md", "json", "yaml", "py", "txt"][index % 6];
    const path = join(
      root,
      `m${Math.floor(index / 300)}`,
      `s${Math.floor(index / 30) % 10}`,
      `f${index}.${ending}`,
    );
    if (!made.has(dirname(path))) mkdirSync(dirname(path), { recursive: true });
    made.add(dirname(path));
    const isCopy = pool.length > 0 && random() < 0.25;
    const text = isCopy ? pool[Math.floor(random() * pool.length)] : textOf(ending, index, random);
    if (!isCopy && pool.length < 4_000 && ending === "txt") pool.push(text);
    writeFileSync(path, text);
  }
  const git = (...parameters) =>
    execFileSync("git", ["-c", "user.name=x", "-c", "user.email=x@localhost", ...parameters], { cwd: root });
  git("init", "--quiet");
  git("add", "-A");
  git("commit", "--quiet", "-m", "base");
  return root;
}

function textOf(ending, index, random) {
  const lines = Array.from({ length: 5 + Math.floor(random() * 60) }, (_, line) => `${line} ${random()}`);
  if (ending === "json") return `${JSON.stringify({ index, lines }, undefined, 2)}\n`;
  if (ending === "yaml")
    return `index: ${index}\nlines:\n${lines.map((line) => `  - "${line}"`).join("\n")}\n`;
  if (ending === "ts")
    return `import { a } from "./f${index}.ts";\n${lines.map((line, at) => `export const v${at} = "${line}";`).join("\n")}\n`;
  if (ending === "md") return `# File ${index}\n\n[self](f${index}.md)\n\n${lines.join("\n\n")}\n`;
  return `# file ${index}\n${lines.map((line) => `# ${line}`).join("\n")}\n`;
}

/** The same numbers each time. */
function createRandom(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}

function row(title, mine, { name, other, budget }) {
  const shown = budget === undefined ? "" : `≤ ${budget}`;
  return [title, mine.toFixed(0), name, other.toFixed(0), (mine / other).toFixed(2), shown];
}

function wallOf([program, ...parameters], cwd) {
  const started = performance.now();
  spawnSync(program, parameters, { cwd, env, stdio: "ignore" });
  return performance.now() - started;
}
