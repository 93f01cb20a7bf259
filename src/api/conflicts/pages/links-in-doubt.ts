import { posix } from "node:path";
import type { MissingReference } from "../../../model/snapshot.ts";
import { once } from "../../../workspace/once.ts";
import type { FileReference } from "../../../workspace/references/types.ts";
import type { Workspace } from "../../../workspace/types.ts";
import type { Session } from "../../session.ts";
import { pathsEmbedded } from "../made-names.ts";
import { servedAddresses, type DocumentSites } from "./document-sites.ts";
import type { FileFacts } from "../file-facts.ts";
import { isPageWithoutEnding } from "./page-addresses.ts";

interface Candidate {
  readonly file: string;
  readonly reference: FileReference;
  readonly paths: readonly string[];
}

/** Files that are read where they stand, whatever is made of the others. */
const READ_IN_PLACE = /(^|\/)([Rr]eadme|[A-Z][A-Z_-]+)\b[^/]*$/;

/** `1.10`, `2.x`: a year or a number alone is none. */
const VERSION = String.raw`v?\d+\.(?:\d+|x)(?:\.(?:\d+|x))?`;

/** Folders of documents of one version: `versioned_docs/`, `content/v1.10-docs/`, `docs/1.2/`. */
const OF_OLDER_VERSIONS = new RegExp(
  String.raw`(?:^|/)(?:versioned_docs|versions?/${VERSION}|(?:docs?|version)-${VERSION}|${VERSION}-docs?|(?:docs?|documentation|content|site|website)/(?:[^/]+/){0,3}${VERSION})/`,
  "i",
);

/** True for what nobody changes any more. */
export function isOfOlderVersion(file: string): boolean {
  return OF_OLDER_VERSIONS.test(file);
}

/** `oven.1.md`: pages of a manual name each other as they are installed, whoever brings them. */
const OF_MANUAL = /\.[1-9]\.md$/;

/** Folders for documents: with an index for their first page, or a folder's in them, and no README, they become a site. */
const OF_DOCUMENTS = /^(?:.*\/)?(?:docs?|documentation)(?=\/)/;

/**
 * Tells of a link to what is not there whether somebody else may have it: the page is there by another name, without the
 * number of its file or as one of a manual, or an application serves it; the page was copied from the top of this or
 * another repository, or belongs to a site of modules, of a crate or of TypeDoc; an assistant finds it from the top or by
 * its name; or a page of a site leads into a folder that is not there, as generators make whole folders of references and
 * take others from elsewhere.
 */
export function createLinkDoubts(
  { platform, root, workspace }: Pick<Session, "platform" | "root"> & { readonly workspace: Workspace },
  facts: ReadonlyMap<string, FileFacts>,
  sites: () => DocumentSites,
): (candidate: Candidate) => boolean {
  const isOfSite = (file: string) => {
    const [folder] = OF_DOCUMENTS.exec(file) ?? [];
    if (folder === undefined) return sites().isIn(file);
    const below = posix.dirname(file).slice(folder.length).split("/");
    const folders = below.map((_, at) => `${folder}${below.slice(0, at + 1).join("/")}`);
    return folders.some((one) => workspace.has(`${one}/index.md`)) || sites().isIn(file);
  };
  // ExDoc puts all pages of a project into one folder.
  const inExDoc = once(() => {
    const isMix = workspace.files.some(({ path }) => posix.basename(path) === "mix.exs");
    const pages = isMix ? workspace.files.filter(({ path }) => /\.(cheat)?md$/.test(path)) : [];
    return new Set(pages.map(({ path }) => posix.basename(path)));
  });
  const isServed = once(() => createServedTest(workspace));
  const remembered = once(
    () => new Set(workspace.files.flatMap(({ path }) => (OF_SERENA.test(path) ? posix.basename(path) : []))),
  );
  const shownAt = once(() => foldersOfLinks({ platform, root }, workspace));
  const numbered = once(() => new Set(workspace.files.flatMap(({ path }) => withoutNumber(path))));
  return ({ file, reference, paths: [path = ""] }) => {
    if (reference.kind !== "markdown") return false;
    if (!path.endsWith(".md") && numbered().has(`${topOf(file)}/${posix.basename(path)}`)) return true;
    if (isCopiedFromTop(file, facts.get(file), workspace)) return true;
    // TypeDoc copies pages beside what it makes of the code.
    const site = /^(.*\/)?media\/[^/]+$/.exec(file);
    if (
      site !== null &&
      ["index.html", "modules.html"].every((name) => workspace.has(`${site[1] ?? ""}${name}`))
    )
      return true;
    // A crate takes its README for documentation: `[fields](Field)` leads to what is called so in the code.
    if (/^[A-Z]\w*$/.test(reference.target) && workspace.has(posix.join(posix.dirname(file), "Cargo.toml")))
      return true;
    if (isMeantFromTop(file, facts.get(file), workspace)) return true;
    const shown = shownAt().get(file) ?? [];
    if (shown.some((folder) => isAt(folder, reference, workspace))) return true;
    if (!READ_IN_PLACE.test(file) && isMeantFromDocuments(file, reference, workspace)) return true;
    if (OF_ASSISTANTS.test(file) && !reference.target.startsWith("../") && isAt(".", reference, workspace))
      return true;
    if (!READ_IN_PLACE.test(file) && isServed()(file, reference.target)) return true;
    const [, source] = OF_MIDDLEMAN.exec(file) ?? [];
    if (source !== undefined && isAt(source, reference, workspace)) return true;
    if (OF_SERENA.test(file) && remembered().has(posix.basename(path))) return true;
    if (inExDoc().has(posix.basename(path)) && !READ_IN_PLACE.test(file)) return true;
    if (isPageWithoutEnding(reference, workspace) || OF_MANUAL.test(path)) return true;
    const isFolder = /\/([?#]|$)/.test(reference.target);
    // Maven lays the sites of modules side by side.
    if (/(^|\/)src\/site\//.test(file) && reference.target.startsWith(".")) return true;
    if (READ_IN_PLACE.test(file) || !leadsNowhere(isFolder ? `${path}/` : path, workspace)) return false;
    return isOfSite(file);
  };
}

/** `guides/03_ovens.md` and `guides/2026-11-27-ovens.md` have the address `ovens`; told with the folder at the top. */
function withoutNumber(path: string): readonly string[] {
  const [, name] = /\/(?:\d+[-_.])+(\w[\w-]*)\.mdx?$/.exec(path) ?? [];
  return name === undefined ? [] : [`${topOf(path)}/${name}`];
}

function topOf(path: string): string {
  return path.split("/", 1).join("");
}

/** It links to `.github/` beside it, which only the top of a repository has. */
function isCopiedFromTop(file: string, own: FileFacts | undefined, workspace: Workspace): boolean {
  const folder = posix.dirname(file);
  if (folder === "." || workspace.has(`${folder}/.github`)) return false;
  return (own?.references ?? []).some(({ candidates: [path = ""] }) => path.startsWith(`${folder}/.github/`));
}

/** Folders in which links of the tree show a page: a site takes a README of the code by one. */
function foldersOfLinks(
  { platform, root }: Pick<Session, "platform" | "root">,
  workspace: Workspace,
): ReadonlyMap<string, readonly string[]> {
  const folders = new Map<string, string[]>();
  for (const { kind, path } of workspace.files) {
    if (kind !== "link" || !path.endsWith(".md")) continue;
    const folder = posix.dirname(path);
    const page = posix.join(folder, platform.files.readLink(`${root}/${path}`) ?? "");
    folders.set(page, [...(folders.get(page) ?? []), folder]);
  }
  return folders;
}

/**
 * Tells of a link whether an application serves what it names: by its whole address, or, of `pages/oven/heat.md`, a
 * name alone in `public/oven/heat/`.
 */
function createServedTest(workspace: Workspace): (file: string, target: string) => boolean {
  const served = servedAddresses(workspace);
  return (file, target) => {
    const path = target.replace(/[?#].*$/s, "").replace(/^(\.{0,2}\/)+/, "");
    const [, address = ""] = /([^/]+\/[^/]+)\.\w+$/.exec(file) ?? [];
    return path !== "" && ((path.includes("/") && served.has(path)) || served.has(`${address}/${path}`));
  };
}

function isAt(folder: string, { target }: FileReference, workspace: Workspace): boolean {
  return workspace.has(posix.join(folder, target.replace(/[?#].*$/s, "")).replace(/\/+$/, ""));
}

/** Docsify and others show all pages at one address, from which their links go: `en/oven.md`. A name alone is of a neighbour. */
function isMeantFromDocuments(file: string, reference: FileReference, workspace: Workspace): boolean {
  const [folder] = OF_DOCUMENTS.exec(file) ?? [];
  return (
    folder !== undefined && /^[^.#/][^#]*\//.test(reference.target) && isAt(folder, reference, workspace)
  );
}

/** Files that an assistant is handed: what they name it looks for from the top. */
const OF_ASSISTANTS =
  /^\.(agents?|claude|codex|cursor|gemini|junie|kiro|opencode|roo|windsurf|clinerules|augment|continue)\/|^\.github\/(prompts|instructions|agents|chatmodes|skills|copilot-instructions\.md$)/;

/** Middleman takes pictures from a folder of its own: `images/oven.png` of any page. */
const OF_MIDDLEMAN = /^((?:.+\/)?source)\/.+\.html\.(?:md|markdown)(?:\.erb)?$/;

/** Notes of an assistant that looks for others by their names alone. */
const OF_SERENA = /(^|\/)\.serena\/memories\//;

/** So many links of a README that lead nowhere, and would from the top, were written there. */
const FROM_TOP = 3;

function isMeantFromTop(file: string, own: FileFacts | undefined, workspace: Workspace): boolean {
  const folder = posix.dirname(file);
  if (folder === "." || !/^readme\b/i.test(posix.basename(file))) return false;
  const absent = (own?.references ?? []).filter(({ kind, candidates: [path = ""] }) => {
    return kind === "markdown" && path.startsWith(`${folder}/`) && !workspace.has(path);
  });
  const paths = new Set(absent.map(({ candidates: [path = ""] }) => path.slice(folder.length + 1)));
  return paths.size >= FROM_TOP && [...paths].every((path) => workspace.has(path));
}

/** The folder is not there, or what has no ending would itself be one at the top. */
function leadsNowhere(path: string, workspace: Workspace): boolean {
  const folder = path.endsWith("/") ? path.slice(0, -1) : posix.dirname(path);
  return folder === "." ? !path.includes(".") : !workspace.has(folder);
}

/** Tells of a link whether its page is taken into a program (`go:embed`), which shows it with others in one. */
export async function pagesTakenIn(
  session: Session,
  workspace: Workspace,
  missing: readonly MissingReference[],
): Promise<(one: MissingReference) => boolean> {
  const pages = missing.filter(({ kind, file }) => kind === "markdown" && !READ_IN_PLACE.test(file));
  const takesIn = () => workspace.files.some(({ path }) => /\.(go|rs)$/.test(path));
  if (pages.length === 0 || !takesIn()) return () => false;
  const embedded = await pathsEmbedded(
    session,
    workspace,
    pages.map(({ file }) => file),
  );
  return ({ kind, file }) => kind === "markdown" && embedded.has(file);
}
