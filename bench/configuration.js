import { spawnSync } from "node:child_process";
import { appendFileSync, existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { median, print } from "./table.js";

/**
 * Measures `setup --config` on checkouts of langfuse and cloud-foundation-fabric against tools that read a part of the
 * same, in wall time, median of several runs taken in turn. The checkouts are named by ORCHESTRA_BENCH_LANGFUSE and
 * ORCHESTRA_BENCH_FABRIC, a folder in which `npm i varlock@1.20.0 @cdktf/hcl2json@0.21.0` was run by ORCHESTRA_BENCH_TOOLS.
 */
const RUNS = 7;
const command = resolve("bin/orchestra.js");
const tools = process.env.ORCHESTRA_BENCH_TOOLS ?? "";
const env = {
  ...process.env,
  CHECKPOINT_DISABLE: "1",
  TF_CLI_CONFIG_FILE: "/dev/null",
  VARLOCK_TELEMETRY_DISABLED: "true",
};
delete env.NODE_EXTRA_CA_CERTS;

const folder = mkdtempSync(join(tmpdir(), "orchestra-bench-"));
try {
  const rows = [...measureLangfuse(), ...measureFabric()];
  if (rows.length > 0) print([["measured", "ms", "against", "ms", "ratio", "budget"], ...rows]);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function measureLangfuse() {
  const root = clone("ORCHESTRA_BENCH_LANGFUSE");
  if (root === undefined) return [];
  const varlock = join(tools, "node_modules/.bin/varlock");
  const own = rowsOf("langfuse", root);
  if (!existsSync(varlock)) return [...own, skipped("varlock scan", "it is not in ORCHESTRA_BENCH_TOOLS")];
  // It looks for values that its schema calls secret: without one it has nothing to do.
  writeFileSync(
    join(root, ".env.schema"),
    "# @defaultSensitive=true @defaultRequired=false\n# ---\n\nSALT=\nNEXTAUTH_SECRET=\n",
  );
  appendFileSync(
    join(root, ".env"),
    "SALT=a-salt-that-stands-nowhere\nNEXTAUTH_SECRET=a-secret-that-stands-nowhere\n",
  );
  return [...own, against("langfuse", root, { title: "varlock scan", line: [varlock, "scan"], budget: 1 })];
}

function measureFabric() {
  const root = clone("ORCHESTRA_BENCH_FABRIC");
  if (root === undefined) return [];
  const own = rowsOf("fabric", root);
  const format = {
    title: "terraform fmt -check -recursive",
    line: ["terraform", "fmt", "-check", "-recursive"],
  };
  const rows = [...own, against("fabric", root, format)];
  if (!existsSync(join(tools, "node_modules/@cdktf/hcl2json")))
    return [...rows, skipped("hcl2json", "it is not in ORCHESTRA_BENCH_TOOLS")];
  const line = [process.execPath, resolve("bench/hcl2json.js"), tools, root];
  return [...rows, against("fabric", root, { title: "hcl2json, the same files", line, budget: 0.6 })];
}

/** A copy, so that nothing of the checkout changes. */
function clone(variable) {
  const source = process.env[variable];
  if (source === undefined || !existsSync(source)) {
    console.log(`skipped: ${variable} names no checkout`);
    return undefined;
  }
  const root = join(folder, variable);
  spawnSync("git", ["clone", "-q", source, root]);
  return root;
}

function rowsOf(name, root) {
  const pairs = inTurn(() => {
    rmSync(join(root, ".orchestra"), { recursive: true, force: true });
    return [time(setup(root), root), time(setup(root), root)];
  });
  const swapped = pairs.map(([first, second]) => [second, first]);
  return [row([`setup --config on ${name}, second run`, "its first run"], swapped, 0.3)];
}

function against(name, root, { title, line, budget }) {
  const pairs = inTurn(() => {
    rmSync(join(root, ".orchestra"), { recursive: true, force: true });
    return [time(setup(root), root), time(line, root)];
  });
  return row([`setup --config on ${name}, first run`, title], pairs, budget);
}

function row([measured, other], pairs, budget) {
  const [mine, theirs] = [0, 1].map((side) => median(pairs.map((pair) => pair[side])));
  const ratio = (mine / theirs).toFixed(2);
  return [
    measured,
    mine.toFixed(0),
    other,
    theirs.toFixed(0),
    ratio,
    budget === undefined ? "" : `≤ ${budget}`,
  ];
}

function skipped(title, reason) {
  return ["", "", title, "", `skipped: ${reason}`, ""];
}

function setup(root) {
  return [process.execPath, command, "setup", "--config", "--quiet", "--root", root];
}

function inTurn(measure) {
  measure();
  return Array.from({ length: RUNS }, measure);
}

function time([program, ...parameters], cwd) {
  const start = performance.now();
  spawnSync(program, parameters, { cwd, env, stdio: "ignore" });
  return performance.now() - start;
}
