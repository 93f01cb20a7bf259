import { posix } from "node:path";
import type { Conflict } from "../../model/conflict.ts";
import { MANAGERS_BY_LOCK } from "../../model/lock-files.ts";
import { parseStructured } from "../../workspace/parsers/index.ts";
import { stringAt } from "../../workspace/parsers/navigate.ts";
import { deleteStep, refuse } from "../steps.ts";
import type { PlanConflict, ResolutionContext, StrategyMeaning } from "../types.ts";
import { newestFile, oldestFile } from "./choose-by-time.ts";

/** The manager that stays, or why none does. */
type Chosen = { readonly manager: string } | { readonly refused: string };

type ChooseManager = (locks: readonly string[], context: ResolutionContext) => Promise<Chosen>;

/** What can be done about a folder that two package managers lock: the lock files of one of them stay. */
export const LOCKFILE_MIX: readonly StrategyMeaning[] = [
  {
    rule: "lockfile_mix",
    strategy: "delete_duplicate",
    does: "Keeps the lock file of the manager that `packageManager` of the nearest package.json names, else the only one that locks anything, else of the manager that most of the evidence speaks for (its own settings, commands in scripts, Dockerfiles and workflows, the only lock file of a folder above); removes the others. Where none of them locks anything, nothing is lost with any: npm's stays, else the first by name.",
    plan: keepManager(byEvidence),
  },
  {
    rule: "lockfile_mix",
    strategy: "priority",
    does: "The same, and where nothing speaks for one of them the lock file that is older in git stays.",
    plan: keepManager(async (locks, context) => {
      const chosen = await byEvidence(locks, context);
      if ("manager" in chosen) return chosen;
      const oldest = await oldestFile(locks, context);
      return oldest === undefined ? chosen : { manager: managerOf(oldest) };
    }),
  },
  {
    rule: "lockfile_mix",
    strategy: "timestamp",
    does: "Keeps the lock file that was committed last, and removes the others.",
    plan: keepManager(async (locks, context) => {
      const newest = await newestFile(locks, context);
      return "path" in newest ? { manager: managerOf(newest.path) } : newest;
    }),
  },
];

function keepManager(choose: ChooseManager): PlanConflict {
  return async ({ conflictId, places }: Conflict, context) => {
    const locks = places.map(({ file }) => file).filter((file) => context.tree.kindOf(file) === "file");
    if (new Set(locks.map(managerOf)).size < 2) return { steps: [] };
    const chosen = await choose(locks, context);
    if ("refused" in chosen) return refuse(chosen.refused);
    const gone = locks.filter((lock) => managerOf(lock) !== chosen.manager);
    for (const lock of gone) {
      const user = await copiedBy(lock, context);
      if (user !== undefined) return refuse(`${user} takes ${lock}, which ${chosen.manager} does not write`);
    }
    return { steps: gone.map((lock) => deleteStep(lock, conflictId)) };
  };
}

function managerOf(lock: string): string {
  return MANAGERS_BY_LOCK[posix.basename(lock)] ?? "";
}

async function byEvidence(locks: readonly string[], context: ResolutionContext): Promise<Chosen> {
  const [first = ""] = locks;
  const folder = posix.dirname(first);
  const managers = [...new Set(locks.map(managerOf))];
  const named = await namedManager(folder, context);
  if (named !== undefined && managers.includes(named.manager)) return { manager: named.manager };
  if (named?.folder === folder)
    return { refused: `package.json names ${named.manager}, which locks nothing in ${folder}` };
  const full = locks.filter((lock) => locksSomething(lock, context));
  const filled = [...new Set(full.map(managerOf))];
  const [only] = filled;
  if (only !== undefined && filled.length === 1) return { manager: only };
  const votes = await countVotes(folder, managers, context);
  const most = Math.max(...votes.values());
  const [manager, ...others] = managers.filter((one) => votes.get(one) === most);
  if (manager !== undefined && most > 0 && others.length === 0) return { manager };
  const [byName] = managers.toSorted((a, b) => Number(b === "npm") - Number(a === "npm") || (a < b ? -1 : 1));
  if (filled.length === 0 && byName !== undefined) return { manager: byName };
  return {
    refused: `nothing decides between ${managers.join(" and ")} in ${folder}: name one in \`packageManager\` of its package.json`,
  };
}

/** False for a file of which every line is a comment or about the file itself: no package is lost with it. */
function locksSomething(lock: string, { tree }: ResolutionContext): boolean {
  const text = tree.readText(lock);
  if (text === undefined) return true;
  const lines = text.split("\n").filter((line) => !/^\s*(#.*)?$/.test(line));
  const isPlain = (line: string) =>
    /^\s*[{}\]]*,?\s*$|^\s*"?(lockfileVersion|name|version|requires|settings|autoInstallPeers|excludeLinksFromLockfile|packages|importers|dependencies|__metadata|cacheKey)"?:/.test(
      line,
    );
  return lines.some((line) => !isPlain(line) || /"?(packages|importers|dependencies)"?:\s*\{\s*"/.test(line));
}

/** `packageManager` of the nearest package.json that has it. */
async function namedManager(
  folder: string,
  { tree }: ResolutionContext,
): Promise<{ readonly manager: string; readonly folder: string } | undefined> {
  for (const at of upwards(folder)) {
    const text = tree.readText(posix.join(at, "package.json"));
    const [root] = text === undefined ? [] : (await parseStructured("jsonc", text)).documents;
    const named = stringAt(root, "packageManager")?.replace(/@.*$/s, "");
    if (named !== undefined) return { manager: named, folder: at };
  }
  return undefined;
}

async function countVotes(
  folder: string,
  managers: readonly string[],
  context: ResolutionContext,
): Promise<ReadonlyMap<string, number>> {
  const texts = textsThatSay(folder, context);
  const above = lockAbove(folder, context);
  return new Map(
    managers.map((manager) => {
      const own = SETTINGS[manager] ?? [];
      const hasSettings = own.some((name) => context.tree.kindOf(posix.join(folder, name)) === "file");
      const said = texts.filter((text) => COMMANDS[manager]?.test(text) === true).length;
      return [manager, Number(hasSettings) + said + Number(above === manager)];
    }),
  );
}

/** Files that only one manager reads. */
const SETTINGS: Readonly<Record<string, readonly string[] | undefined>> = {
  yarn: [".yarnrc.yml", ".yarnrc"],
  pnpm: ["pnpm-workspace.yaml", ".pnpmfile.cjs"],
  bun: ["bunfig.toml"],
};

/** Commands and names that one manager alone has. */
const COMMANDS: Readonly<Record<string, RegExp | undefined>> = {
  npm: /\bnpm (ci|install|i|run)\b|\bpackage-lock\.json\b|\bnpm-shrinkwrap\.json\b/,
  yarn: /\byarn (install|add|run|build|workspaces?)\b|\byarn --|\byarn\.lock\b|&& yarn$/m,
  pnpm: /\bpnpm (install|i|add|run|-r|--|build|exec)\b|\bpnpm-lock\.yaml\b/,
  bun: /\bbun (install|add|run|i)\b|\bbun\.lockb?\b/,
};

/** Scripts and images of the folder; workflows speak for the top alone. */
function textsThatSay(folder: string, { tree }: ResolutionContext): readonly string[] {
  const isMeant = (path: string) =>
    (posix.dirname(path) === folder &&
      /^(package\.json|Dockerfile.*|Makefile)$/.test(posix.basename(path))) ||
    (folder === "." && /^\.github\/workflows\/[^/]+\.ya?ml$/.test(path));
  return tree
    .list()
    .filter(isMeant)
    .flatMap((path) => tree.readText(path) ?? []);
}

/** The manager of the nearest folder above that one manager alone locks. */
function lockAbove(folder: string, { tree }: ResolutionContext): string | undefined {
  for (const at of upwards(folder).slice(1)) {
    const here = Object.keys(MANAGERS_BY_LOCK).filter((name) => tree.kindOf(posix.join(at, name)) === "file");
    const managers = [...new Set(here.map(managerOf))];
    if (managers.length > 0) return managers.length === 1 ? managers[0] : undefined;
  }
  return undefined;
}

/** The Dockerfile beside a lock file that copies it by name. */
async function copiedBy(lock: string, { tree }: ResolutionContext): Promise<string | undefined> {
  const name = posix.basename(lock).replaceAll(".", "\\.");
  const copies = new RegExp(`^\\s*(COPY|ADD)\\s.*(^|[\\s/"])${name}(?![*\\w?])`, "im");
  return tree
    .list()
    .filter((path) => posix.dirname(path) === posix.dirname(lock) && /(^|\/)Dockerfile[^/]*$/i.test(path))
    .find((path) => copies.test(tree.readText(path) ?? ""));
}

function upwards(folder: string): readonly string[] {
  const all = [folder];
  for (let at = folder; at !== "."; at = posix.dirname(at)) all.push(posix.dirname(at));
  return all;
}
