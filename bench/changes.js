import { execFileSync, spawnSync } from "node:child_process";
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { median, print } from "./table.js";

/**
 * Measures a plan that edits 1,000 files, every step durable, in wall time of the work alone, against a plain loop of
 * write, fsync and rename over the same files in the same process (taken in turn, median of several runs); and one
 * edited line a file against Ansible's `lineinfile`, where `ansible` is installed.
 */
const RUNS = 5;
const FILES = 1_000;
const ANSIBLE_FILES = 5;
const folder = mkdtempSync(join(process.env.ORCHESTRA_BENCH_FOLDER ?? tmpdir(), "orchestra-bench-"));

try {
  process.env.HOME = join(folder, "home");
  mkdirSync(process.env.HOME);
  const { createOrchestra } = await import(pathToFileURL(resolve("dist/index.js")).href);
  const pairs = [];
  for (let run = 0; run < RUNS; run += 1) {
    const own = await applyPlan(createOrchestra, lay(`own-${run}`));
    pairs.push([own, plainLoop(lay(`plain-${run}`))]);
  }
  const own = median(pairs.map(([mine]) => mine));
  const plain = median(pairs.map(([, theirs]) => theirs));
  const ratios = median(pairs.map(([mine, theirs]) => mine / theirs));
  print([
    ["measured", "ms", "against", "ms", "ratio", "budget"],
    ["1,000 edits", ms(own), "write, fsync, rename", ms(plain), ratios.toFixed(2), "2.50"],
    ansibleRow(own / FILES),
  ]);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function lay(name) {
  const root = join(folder, name);
  for (let index = 0; index < FILES; index += 1) {
    if (index % 50 === 0) mkdirSync(join(root, `part-${index / 50}`), { recursive: true });
    writeFileSync(pathOf(root, index), textOf(index));
  }
  return root;
}

function pathOf(root, index) {
  return join(root, `part-${Math.floor(index / 50)}`, `settings-${index}.conf`);
}

function textOf(index) {
  return `# settings ${index}\n${"key = value\n".repeat(80)}port = 8080\n`;
}

async function applyPlan(createOrchestra, root) {
  const orchestra = createOrchestra({ root });
  const steps = Array.from({ length: FILES }, (_, index) => {
    const start = Buffer.byteLength(textOf(index)) - 5;
    const path = `part-${Math.floor(index / 50)}/settings-${index}.conf`;
    return {
      change: { kind: "edit_file", params: { path, edits: [{ start, end: start + 4, text: "9090" }] } },
    };
  });
  const { plan } = await orchestra.planChanges(steps);
  const began = performance.now();
  await orchestra.applyPlan(plan, { allowDirty: true });
  const took = performance.now() - began;
  const text = readFileSync(pathOf(root, FILES - 1), "utf8");
  if (!text.endsWith("port = 9090\n")) throw new Error("the plan was not carried out");
  return took;
}

function plainLoop(root) {
  const began = performance.now();
  for (let index = 0; index < FILES; index += 1) {
    const path = pathOf(root, index);
    const text = readFileSync(path, "utf8").replace("8080", "9090");
    const descriptor = openSync(`${path}.tmp`, "w");
    writeSync(descriptor, text);
    fsyncSync(descriptor);
    closeSync(descriptor);
    renameSync(`${path}.tmp`, path);
  }
  return performance.now() - began;
}

/** One playbook that edits a line in each of a few files, less what a playbook without a task takes. */
function ansibleRow(ownPerFile) {
  const title = ["one edit a file", ownPerFile.toFixed(2)];
  if (spawnSync("ansible-playbook", ["--version"]).error !== undefined)
    return [...title, "ansible lineinfile", "not installed", "", "50.00"];
  const root = lay("ansible");
  const empty = median(Array.from({ length: 3 }, () => playbook(root, 0)));
  const whole = median(Array.from({ length: 3 }, (_, run) => playbook(root, ANSIBLE_FILES, run)));
  const perFile = (whole - empty) / ANSIBLE_FILES;
  return [...title, "ansible lineinfile", ms(perFile), `1/${(perFile / ownPerFile).toFixed(0)}`, "1/50"];
}

function playbook(root, files, run = 0) {
  const tasks = Array.from({ length: files }, (_, index) => ({
    "ansible.builtin.lineinfile": {
      path: pathOf(root, index),
      regexp: "^port =",
      line: `port = 9${run}${index}0`,
    },
  }));
  const file = join(root, "playbook.yml");
  writeFileSync(
    file,
    JSON.stringify([{ hosts: "localhost", connection: "local", gather_facts: false, tasks }]),
  );
  const began = performance.now();
  execFileSync("ansible-playbook", ["-i", "localhost,", file], { stdio: "ignore" });
  return performance.now() - began;
}

function ms(value) {
  return value.toFixed(value < 10 ? 2 : 0);
}
