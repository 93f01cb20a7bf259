import { posix } from "node:path";
import { once } from "../../workspace/once.ts";
import { importReference } from "../../workspace/references/imports.ts";
import type { FileReference } from "../../workspace/references/types.ts";
import type { Workspace } from "../../workspace/types.ts";
import type { FileFacts } from "./file-facts.ts";

interface Candidate {
  readonly file: string;
  readonly reference: FileReference;
}

/** What builds write, and programs then import by its whole name. */
const WRITTEN = /\.([cm]?js|json|css|node|wasm)$/;

/** What a compiler alone writes, and the runtime that Go's tools bring for it. */
const COMPILED = /\.(wasm|node)$|(^|\/)wasm_exec(\.js)?$/;

/** `oven-1.2.3.js`, `oven-1.2.3.min.js`: put together for a release, and kept as it was. */
const RELEASED = /-v?\d+\.\d+\.\d+([-.]\w+)*\.js$/;

/** What whoever runs it has, and nobody keeps in the tree. */
const OF_EACH = /(^|\/)[\w.-]*(secrets?|credentials?|service[-_]?account([-_]?key)?)\.json$/i;

/**
 * Tells of an import whose target is not there whether a build may put it there, or the file is none to be run as it is.
 * The target is below a folder beside the file that is not there; it is named with the ending that builds give, below a
 * folder that is not there, or from a script that nothing in the tree names; it leads from the documents to a folder at
 * the top that is not there; or a Python package of the same name elsewhere has it, with which this one is put together.
 * The file says that a tool wrote it, is a bundle of a release, or is a piece of a program that shows something.
 */
export function createImportDoubts(
  facts: ReadonlyMap<string, FileFacts>,
  workspace: Workspace,
): (candidate: Candidate) => boolean {
  const named = once(() => namesOfFiles(facts));
  const inPackages = once(() => endsOfModules(workspace));
  return ({ file, reference: { kind, target, candidates } }) => {
    if (kind !== "import") return false;
    if (file.endsWith(".py") && candidates.some((path) => inPackages().has(endOf(path)))) return true;
    // Ember reads `config/` as if it lay in `app/`.
    if (
      candidates.some((path) => IN_APP.test(path) && workspace.has(`${path.replace(IN_APP, "$1config/")}.js`))
    )
      return true;
    if (RELEASED.test(file)) return true;
    if (isWrittenByTool(file, workspace) || isLoneSample(file, workspace)) return true;
    const plain = target.replace(/[?#].*$/s, "");
    if (COMPILED.test(plain) || OF_EACH.test(plain)) return true;
    // It runs where it is built, beside the manifest that stands above it here.
    if (plain === "./package.json" && workspace.has(posix.join(posix.dirname(file), "../package.json")))
      return true;
    const beside = /^\.\/([^/]+)\//.exec(plain)?.[1];
    if (beside !== undefined && !workspace.has(posix.join(posix.dirname(file), beside))) return true;
    if (
      DOCUMENTS.test(file) &&
      candidates.every((path) => !DOCUMENTS.test(path) && isOutside(path, workspace))
    )
      return true;
    if (!WRITTEN.test(plain)) return false;
    if (candidates.every((path) => !workspace.has(posix.dirname(path)))) return true;
    const bare = file.replace(/\.[cm]?jsx?$/, "");
    return bare !== file && ![file, bare, bare.replace(/\/index$/, "")].some((name) => named().has(name));
  };
}

/** Below `samples/`, with no manifest on the way: a piece of a program, to show something. */
function isLoneSample(file: string, workspace: Workspace): boolean {
  const names = file.split("/");
  const top = names.findIndex((name) => /^(code-)?samples?$/i.test(name));
  if (top === -1 || top >= names.length - 2) return false;
  const folders = names.slice(top, -1).map((_, at) => names.slice(0, top + at + 1).join("/"));
  return !folders.some((folder) => MANIFESTS.some((name) => workspace.has(`${folder}/${name}`)));
}

const MANIFESTS = [
  "package.json",
  "tsconfig.json",
  "pyproject.toml",
  "setup.py",
  "requirements.txt",
  "__init__.py",
];

/** It says so at its top: a generator writes imports of what it was told to leave out, too. */
function isWrittenByTool(file: string, workspace: Workspace): boolean {
  const read = workspace.readText(file);
  return read.isRead && WRITTEN_BY_TOOL.test(read.text.slice(0, LONGEST_NOTICE));
}

const WRITTEN_BY_TOOL =
  /\b(auto-?generated|compiled from|generated (by|from|code|file)|is a generated|code generated|do not edit)\b/i;
const LONGEST_NOTICE = 600;

/** Of an application of Ember, where its settings are imported from. */
const IN_APP = /(^|\/)app\/config\//;

/** `asyncio/event`: a module with the folder of its package. */
function endOf(path: string): string {
  return path.split("/").slice(-2).join("/");
}

function endsOfModules({ files }: Workspace): ReadonlySet<string> {
  const modules = files.filter(({ path }) => path.endsWith(".py") && !path.endsWith("/__init__.py"));
  return new Set(modules.map(({ path }) => endOf(path.slice(0, -".py".length))));
}

/** Documents with code are often part of a site whose own repository takes them in. */
const DOCUMENTS = /^(docs?|documentation)\//;

function isOutside(path: string, workspace: Workspace): boolean {
  return !workspace.has(path.split("/", 1).join(""));
}

/** What the imports and manifests of a tree name, with and without an ending, as written. */
function namesOfFiles(facts: ReadonlyMap<string, FileFacts>): ReadonlySet<string> {
  return new Set(
    [...facts].flatMap(([file, { references = [], imports = [] }]) => [
      ...imports.flatMap((one) => importReference(file, one).candidates),
      ...references.flatMap(({ kind, candidates }) => (kind === "markdown" ? [] : candidates)),
    ]),
  );
}
