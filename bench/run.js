import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync, mkdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { median, print } from "./table.js";

/**
 * Measures the command as whole processes and prints a table: user plus system time of the process and its children,
 * median of several runs taken in turn, and the ratio to what it is compared with. `npm run bench [-- REPOSITORY]`.
 */
const RUNS = 7;
const command = resolve("bin/orchestra.js");
const envinfo = resolve("node_modules/envinfo/dist/cli.js");
const env = { ...process.env };
delete env.NODE_EXTRA_CA_CERTS;

const folder = mkdtempSync(join(tmpdir(), "orchestra-bench-"));
try {
  main(process.argv[2] ?? makeRepository(join(folder, "repository")));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function main(repository) {
  const node = process.execPath;
  const caches = { ...env, XDG_CACHE_HOME: join(folder, "cache") };
  const forget = () => {
    rmSync(join(folder, "cache"), { recursive: true, force: true });
    rmSync(join(folder, "project"), { recursive: true, force: true });
    mkdirSync(join(folder, "project"));
  };
  const discover = [node, command, "setup", "--discover", "--quiet", "--root"];
  const inProject = [...discover, join(folder, "project")];
  const rows = [
    compare(["--version", [node, command, "--version"]], ["bare node", [node, "-e", "0"]], {
      budget: 1.5,
      repeat: 10,
    }),
    compare(
      ["setup --discover, first run", inProject],
      ["envinfo --all --json", [node, envinfo, "--all", "--json"]],
      { budget: 1, before: forget, env: caches },
    ),
    compare(
      ["setup --discover, second run", inProject],
      ["envinfo --all --json", [node, envinfo, "--all", "--json"]],
      { budget: 0.35, env: caches },
    ),
    compare(
      ["second run in a large repository", [...discover, repository]],
      ["git status", ["git", "-C", repository, "status", "--porcelain"]],
      // The budget is of a repository as large as babel: in a small one git is done before node has started.
      { ...(process.argv[2] === undefined ? {} : { budget: 3 }), plusNode: true, warm: true, env: caches },
    ),
    compare(
      ["listing a large repository, and looking through it", [...discover, repository]],
      ["git ls-files -s", ["git", "-C", repository, "ls-files", "-s"]],
      { warm: true, less: inProject, repeat: 4, env: caches },
    ),
  ];
  print([["measured", "CPU ms", "against", "CPU ms", "ratio", "budget"], ...rows]);
}

/** `less` is a command whose time is taken off the first one's: what is left is what the difference between them costs. */
function compare(
  [title, a],
  [otherTitle, b],
  { before, budget, env: environment, less, plusNode, repeat = 1, warm },
) {
  const time = (command) => cpuOf(command, { environment, repeat });
  if (warm) time(a);
  const pairs = Array.from({ length: RUNS }, () => {
    before?.();
    return [time(a) - (less === undefined ? 0 : time(less)), time(b)];
  });
  const mine = median(pairs.map(([own]) => own));
  const other = median(pairs.map(([, theirs]) => theirs));
  const bare = plusNode ? median(Array.from({ length: RUNS }, () => time([process.execPath, "-e", "0"]))) : 0;
  const ratio = ((mine - bare) / other).toFixed(2);
  const shownBudget = budget === undefined ? "" : `≤ ${budget}${plusNode ? " + node" : ""}`;
  return [title, mine.toFixed(0), otherTitle, other.toFixed(0), ratio, shownBudget];
}

/**
 * Milliseconds of user and system time of a process and all its children, as the shell's `times` counts them. It counts
 * in hundredths of a second, so short commands are repeated.
 */
function cpuOf([program, ...parameters], { environment = env, repeat = 1 } = {}) {
  const script = `i=0; while [ $i -lt ${repeat} ]; do "$@" >/dev/null 2>&1; i=$((i+1)); done; times`;
  const result = spawnSync("sh", ["-c", script, "sh", program, ...parameters], {
    env: environment,
    encoding: "utf8",
    cwd: folder,
  });
  const children = result.stdout.trim().split("\n").at(-1) ?? "";
  return children.split(" ").reduce((sum, part) => sum + milliseconds(part), 0) / repeat;
}

function milliseconds(text) {
  const [, minutes = "0", seconds = "0"] = /^(\d+)m([\d.]+)s$/.exec(text) ?? [];
  return (Number(minutes) * 60 + Number(seconds)) * 1_000;
}

/** A repository of 25,000 small files in 500 folders. */
function makeRepository(root) {
  for (let at = 0; at < 25_000; at += 1) {
    const path = join(root, `packages/p${at % 500}`, at % 50 === 0 ? `config-${at}.json` : `file-${at}.js`);
    mkdirSync(join(path, ".."), { recursive: true });
    writeFileSync(path, `{"value": ${at}}\n`);
  }
  const git = (...parameters) =>
    spawnSync("git", ["-c", "user.name=b", "-c", "user.email=b@localhost", ...parameters], { cwd: root });
  git("init", "-q");
  git("add", "-A");
  git("commit", "-q", "-m", "base");
  return root;
}
