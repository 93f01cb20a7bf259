import type { Candidate } from "../candidate.ts";
import { folderOf, foldersUpwards, pathsOf } from "../place-of-program.ts";
import { readSmallText, subfolders } from "../read-small.ts";
import { isVersionName, matchVersion, plainVersion, type ShimTarget } from "./shim-target.ts";

/** A manager of the family of rbenv: `<root>/shims/<command>` stands for `<root>/versions/<version>/bin/<command>`. */
interface EnvManager {
  readonly name: string;
  readonly rootVariable: string;
  readonly versionVariable: string;
  /** In a project or above it. */
  readonly versionFile: string;
  /** Folder of the stand-ins, in the root. */
  readonly shims: string;
  /** Folder of the programs, in that of a version. */
  readonly programs: string;
  /** Commands whose version is the name of the version's folder. */
  readonly language: RegExp;
  /** A word that may stand before a version in its files: `python-3.12.1`. */
  readonly prefix: string;
  /** The stand-ins are these alone; without it, each file of the folder is one. */
  readonly commands?: readonly string[];
}

const FAMILY = { shims: "shims", programs: "bin" } as const;

const MANAGERS: readonly EnvManager[] = [
  {
    ...FAMILY,
    name: "pyenv",
    rootVariable: "PYENV_ROOT",
    versionVariable: "PYENV_VERSION",
    versionFile: ".python-version",
    language: /^python[\d.]*$/,
    prefix: "python-",
  },
  {
    ...FAMILY,
    name: "rbenv",
    rootVariable: "RBENV_ROOT",
    versionVariable: "RBENV_VERSION",
    versionFile: ".ruby-version",
    language: /^ruby$/,
    prefix: "ruby-",
  },
  {
    ...FAMILY,
    name: "nodenv",
    rootVariable: "NODENV_ROOT",
    versionVariable: "NODENV_VERSION",
    versionFile: ".node-version",
    language: /^node$/,
    prefix: "v",
  },
  {
    ...FAMILY,
    name: "goenv",
    rootVariable: "GOENV_ROOT",
    versionVariable: "GOENV_VERSION",
    versionFile: ".go-version",
    language: /^go$/,
    prefix: "go",
  },
  {
    ...FAMILY,
    name: "jenv",
    rootVariable: "JENV_ROOT",
    versionVariable: "JENV_VERSION",
    versionFile: ".java-version",
    language: /^$/,
    prefix: "java-",
  },
  {
    name: "tfenv",
    rootVariable: "TFENV_ROOT",
    versionVariable: "TFENV_TERRAFORM_VERSION",
    versionFile: ".terraform-version",
    shims: "bin",
    programs: ".",
    language: /^terraform$/,
    prefix: "v",
    commands: ["terraform"],
  },
];

/** Follows a stand-in of pyenv, rbenv, nodenv, goenv, jenv or tfenv; undefined for any other program. */
export function followEnvShim(candidate: Candidate): ShimTarget | undefined {
  const { platform } = candidate.context;
  const path = pathsOf(platform);
  const folder = path.dirname(candidate.copy.path);
  for (const manager of MANAGERS) {
    const root = folderOf(platform, manager.rootVariable, `.${manager.name}`);
    const isShim = folder === path.join(root, manager.shims);
    const isListed = manager.commands?.includes(candidate.command) ?? true;
    if (isShim && isListed && candidate.command !== manager.name) return target(candidate, manager, root);
  }
  return undefined;
}

function target(candidate: Candidate, manager: EnvManager, root: string): ShimTarget {
  const { platform } = candidate.context;
  const path = pathsOf(platform);
  const installed = subfolders(path.join(root, "versions"), platform);
  if (installed.length === 0) return { kind: "undecided" };
  const wishes = chosenVersions(candidate, manager, root);
  for (const wish of wishes) {
    if (wish === "system") return { kind: "next" };
    const version =
      matchVersion(withoutPrefix(wish, manager.prefix), installed) ?? matchVersion(wish, installed);
    if (version === undefined) continue;
    const program = path.join(root, "versions", version, manager.programs, candidate.command);
    if (!platform.files.isExecutable(program)) continue;
    const isLanguage = manager.language.test(candidate.command);
    return { kind: "program", path: program, version: isLanguage ? plainVersion(version) : undefined };
  }
  return { kind: "broken", reason: `${manager.name} has no ${candidate.command} in ${wishes.join(", ")}` };
}

/** What the manager itself would go by: its variable, the nearest file of the project, its own file. */
function chosenVersions(candidate: Candidate, manager: EnvManager, root: string): readonly string[] {
  const { context } = candidate;
  const path = pathsOf(context.platform);
  const named = context.platform.host.env[manager.versionVariable];
  if (named !== undefined && named !== "") return versionNames(named.replaceAll(":", "\n"));
  const files = foldersUpwards(context).map((folder) => path.join(folder, manager.versionFile));
  for (const file of [...files, path.join(root, "version")]) {
    const text = readSmallText(file, context.platform);
    const names = text === undefined ? [] : versionNames(text);
    if (names.length > 0) return names;
  }
  return ["system"];
}

function versionNames(text: string): readonly string[] {
  return text
    .split("\n")
    .map((line) => line.replace(/#.*$/, ""))
    .flatMap((line) => line.trim().split(/\s+/))
    .filter(isVersionName);
}

function withoutPrefix(wish: string, prefix: string): string {
  return wish.startsWith(prefix) ? wish.slice(prefix.length) : wish;
}
