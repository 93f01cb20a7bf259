import type { DocumentNode } from "../../model/document.ts";
import { itemsOf, membersOf, nodeAt, stringAt } from "../parsers/navigate.ts";
import { startedFiles } from "./commands.ts";
import { isComputed, loaded, resolveFrom } from "./resolve.ts";
import type { FileReference } from "./types.ts";

/** True for workflows of GitHub and for actions of the repository's own. */
export function isWorkflowPath(path: string): boolean {
  return /(^|\/)\.github\/workflows\/[^/]+\.ya?ml$/i.test(path);
}

/** Paths that a workflow names: actions, folders, scripts and version files; those that a job makes are left out. */
export function workflowReferences(root: DocumentNode): readonly FileReference[] {
  const defaults = nodeAt(root, "defaults");
  return membersOf(nodeAt(root, "jobs")).flatMap(({ value: job }) => {
    const called = nodeAt(job, "uses");
    const steps = itemsOf(nodeAt(job, "steps"));
    const place = readCheckouts(steps);
    const uses = [
      ...(called === undefined ? [] : [called]),
      ...steps.flatMap((step) => nodeAt(step, "uses") ?? []),
    ];
    const folder = folderOf(nodeAt(job, "defaults")) ?? folderOf(defaults);
    const found = [
      ...uses.flatMap(ofUse),
      ...(place.isOwn ? steps.flatMap((step) => ofStep(step, folder)) : []),
    ];
    return found.flatMap((reference) => place.toReference(reference));
  });
}

/** Folders that the jobs hand to a build of an image. */
export function workflowContexts(root: DocumentNode): readonly string[] {
  const steps = membersOf(nodeAt(root, "jobs")).flatMap(({ value }) => itemsOf(nodeAt(value, "steps")));
  return steps.flatMap((step) => {
    const target = stringAt(step, "with", "context") ?? "";
    if (!/build-push-action@/.test(stringAt(step, "uses") ?? "") || isComputed(target)) return [];
    return resolveFrom(".", target) ?? [];
  });
}

interface Written {
  readonly what: string;
  readonly target: string;
  readonly line: number;
  /** Where the step works, relative to the workspace. */
  readonly folder?: string;
}

function folderOf(defaults: DocumentNode | undefined): string | undefined {
  return stringAt(defaults, "run", "working-directory");
}

function ofUse(node: DocumentNode): readonly Written[] {
  const target = stringAt(node)?.trim() ?? "";
  return target.startsWith("./") ? [{ what: "uses", target, line: node.position.line }] : [];
}

function ofStep(step: DocumentNode, jobFolder: string | undefined): readonly Written[] {
  const own = nodeAt(step, "working-directory");
  const folder = stringAt(own) ?? jobFolder;
  const run = nodeAt(step, "run");
  const isShell = /^(bash|sh|pwsh|\s*)($|\s)/.test(stringAt(step, "shell") ?? "");
  const started = run === undefined || !isShell ? [] : startedFiles(stringAt(run) ?? "");
  return [
    ...(own === undefined
      ? []
      : [{ what: "working-directory", target: stringAt(own) ?? "", line: own.position.line }]),
    ...started
      .filter((target) => !PACKED.test(target))
      .map((target) => ({
        what: "script",
        target,
        line: run?.position.line ?? 1,
        ...(folder === undefined ? {} : { folder }),
      })),
    ...membersOf(nodeAt(step, "with"))
      .filter(({ key }) => /^(?!skip-|ignore-|no-)(.*-)?version-file$/.test(key))
      .map(({ key, value }) => ({ what: key, target: stringAt(value) ?? "", line: value.position.line })),
  ];
}

/** Programs in one file, which a step before packs. */
const PACKED = /\.(pyz|pex|phar)$/;

/** Nobody can tell what lies in an archive. */
const UNPACKS =
  /(^|[\s|;&])(tar\s+(-{1,2}\w[\w-]*\s+)*-?(x|[a-z]*x[a-z]*\b|-extract)|unzip|7z\s+x|gh\s+run\s+download)/m;

const BRINGS = /clean|clone|checkout|download|fetch|unpack|extract|unzip|scaffold|generat/i;
const LONGEST_NAME = 200;

/** Of an action of others that puts what it brings, makes, cleans or unpacks into a folder of its choice: `bakery/clean@v1`. */
function bringsFolder(uses: string): boolean {
  const [name = ""] = uses.split("@", 1);
  return name.length <= LONGEST_NAME && /^(?!actions\/)[\w-]+\//.test(name) && BRINGS.test(name);
}

interface Checkouts {
  /** True where the repository itself lies in the workspace as it is now. */
  readonly isOwn: boolean;
  readonly toReference: (written: Written) => readonly FileReference[];
}

/** Where the steps of a job put the repository, others, and what they make. */
function readCheckouts(steps: readonly DocumentNode[]): Checkouts {
  const checkouts = steps.filter((step) => (stringAt(step, "uses") ?? "").startsWith("actions/checkout@"));
  const isOwn = (step: DocumentNode) =>
    stringAt(step, "with", "repository") === undefined && stringAt(step, "with", "ref") === undefined;
  const prefixes = checkouts.filter(isOwn).map((step) => clean(stringAt(step, "with", "path") ?? ""));
  const foreign = checkouts.filter((step) => !isOwn(step));
  const coversAll = foreign.some((step) => stringAt(step, "with", "path") === undefined);
  const made = [
    ...steps.filter((step) => !prefixes.includes(clean(stringAt(step, "with", "path") ?? "-"))),
    ...foreign,
  ];
  const madePaths = made.flatMap((step) => pathsMadeBy(step));
  const isUnpacked = steps.some(
    (step) => UNPACKS.test(stringAt(step, "run") ?? "") || bringsFolder(stringAt(step, "uses") ?? ""),
  );
  return {
    isOwn: prefixes.length > 0 && !coversAll,
    toReference: ({ what, target, line, folder = "." }) => {
      if (isUnpacked && (what === "working-directory" || what === "script" || what === "uses")) return [];
      if (coversAll || isComputed(target) || isComputed(folder) || /^[~/]/.test(target)) return [];
      const path = resolveFrom(clean(folder) || ".", target);
      if (
        path === undefined ||
        madePaths.some(
          (one) =>
            path === one ||
            path.startsWith(`${one}/`) ||
            path.endsWith(`/${one}`) ||
            // `mkdir -p dist/oven` makes `dist` too.
            (what === "working-directory" && one.startsWith(`${path}/`)),
        )
      )
        return [];
      const bare = prefixes.length === 0 ? [""] : prefixes;
      const inside = bare.flatMap((prefix) => {
        if (prefix === "") return [path];
        return path.startsWith(`${prefix}/`) ? [path.slice(prefix.length + 1)] : [];
      });
      if (inside.length === 0) return [];
      const candidates = what === "script" ? [...inside, ...inside.flatMap(loaded)] : inside;
      return [{ kind: "workflow", what, target, line, candidates }];
    },
  };
}

/** Words of commands that make files or folders, as words of their own: `scripts/install.sh` is only started. */
const MAKES =
  /(^|\s)(?:\S*\/\.bin\/)?(mkdir|clone|worktree|submodule|svn|cp|mv|scp|rsync|robocopy|tar|bsdtar|7z|unzip|ln|install|touch|tee|npx|bunx|dlx|(\w+\.)?new|create(-[\w-]+)?|degit|init|generate|start(project|app)?|venv|virtualenv|cmake|meson|curl|wget|aws|gsutil|New-Item|Copy-Item|Expand-Archive)(?=\s)/;

/** Targets of checkouts and artifacts, and what commands make, move, fetch or write. */
function pathsMadeBy(step: DocumentNode): readonly string[] {
  const given = ["path", "destination", "target", "dest"].flatMap((key) =>
    (stringAt(step, "with", key) ?? "").split(/\r?\n/),
  );
  const folder = stringAt(step, "working-directory") ?? ".";
  const run = (stringAt(step, "run") ?? "").replaceAll(/\\\r?\n\s*/g, " ");
  const commands = run.split(/\r?\n|&&|\|\||[;|]/).flatMap((command) => {
    const words = command.trim().split(/\s+/);
    const written = [
      ...command.matchAll(/(?:>>?|\s-OutFile|\s-o|\s-O|--output(?:-dir)?|--out|\s-d|\s-C)[\s=]*([\w@./-]+)/g),
      ...command.matchAll(/\.DownloadFile\([^,()]{1,300},\s*["']([\w./-]+)/g),
    ].flatMap(([, path]) => path ?? []);
    return MAKES.test(command) ? [...written, ...words.slice(1), ...clonedInto(words)] : written;
  });
  // Maven's and Gradle's wrappers.
  const wrappers = [
    ...(/\bmvn\b.*\bwrapper\b/.test(run) ? ["mvnw"] : []),
    ...(/\bgradle\b.*\bwrapper\b/.test(run) ? ["gradlew"] : []),
  ];
  return [...given, ...commands, ...wrappers]
    .filter((path) => clean(path) !== "")
    .flatMap((path) => [clean(path), resolveFrom(folder, clean(path)) ?? ""])
    .filter((path) => path !== "" && path !== "." && !isComputed(path) && !path.startsWith("-"));
}

/** `git clone https://host/owner/name.git` without a folder makes `name`. */
function clonedInto(words: readonly string[]): readonly string[] {
  return words.flatMap((word) => /\/([\w.-]+?)(?:\.git)?["']?$/.exec(word)?.[1] ?? []);
}

function clean(path: string): string {
  return path
    .trim()
    .replaceAll(/^["']|["']$/g, "")
    .replace(/^(\.\/)+/, "")
    .replace(/\/+$/, "");
}
