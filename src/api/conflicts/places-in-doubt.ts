import { posix } from "node:path";
import { mostlyAmiss } from "../../conflicts/mostly.ts";
import { MANAGERS_BY_LOCK } from "../../model/lock-files.ts";
import type { MissingReference } from "../../model/snapshot.ts";
import { once } from "../../workspace/once.ts";
import type { FileReference } from "../../workspace/references/types.ts";
import type { Workspace } from "../../workspace/types.ts";
import { isOfOlderVersion } from "./pages/links-in-doubt.ts";
import { pageOfAnyLanguage } from "./pages/page-addresses.ts";
import type { FileFacts } from "./file-facts.ts";

/**
 * Marks what is missing where most of its like is missing, in one file or below one folder, of one kind and form. Such
 * files are read elsewhere than they stand, or by something whose rules nobody told us.
 */
export function markPlacesInDoubt(
  missing: readonly MissingReference[],
  facts: ReadonlyMap<string, FileFacts>,
): readonly MissingReference[] {
  const placesOfMissing = (one: MissingReference) => placesOf(one.file, keysOf(one));
  const isDoubtful = mostlyAmiss(missing.map(placesOfMissing), () =>
    [...facts].flatMap(([file, { references = [], imports = [] }]) => [
      ...references.map((reference) => placesOf(file, keysNamed(reference))),
      ...imports.map(([, target]) => placesOf(file, keysOf({ kind: "import", target }))),
    ]),
  );
  return missing.map((one) =>
    isDoubtful(placesOfMissing(one)) || isLeftAsItWas(one) ? { ...one, isInDoubt: true } : one,
  );
}

/** Pages of an older version, and what is shown with them; of images, folders of versions hold what is built today. */
function isLeftAsItWas({ kind, file }: MissingReference): boolean {
  return (
    isOfOlderVersion(file) &&
    (kind === "markdown" || /(^|\/)(\w+_)?(docs?|documentation|includes)([-_]\w+)?\//.test(file))
  );
}

/** So many entry points that are not there were not forgotten. */
const ENTRY_POINTS = 8;

/** So many packages that lack the same are not each forgotten. */
const PACKAGES = 3;

/**
 * Tells of what a package.json names whether it is made of what it is called after (`Oven.astro.tsx` of `Oven.astro`), most
 * of what it leads to is not there as it is written, with a source that it is built of or without, or whether three lack
 * the same but for their folders' names: `oven/oven.cjs.js`, `shop/shop.cjs.js`. Such packages are put together elsewhere,
 * and so is one whose manifest stands alone in a folder for what is deployed.
 */
export function ofPackagesBuiltElsewhere(
  missing: readonly Candidate[],
  facts: ReadonlyMap<string, FileFacts>,
  workspace: Workspace,
): (candidate: Candidate) => boolean {
  const isEntry = ({ kind, what }: FileReference) =>
    kind === "package_json" && !/^(script|workspace)/.test(what);
  const isBuilt = (file: string) => {
    const entries = (facts.get(file)?.references ?? []).filter(isEntry);
    const built = entries.filter(({ candidates: [path = ""] }) => !workspace.has(path));
    return built.length >= ENTRY_POINTS && built.length * 2 > entries.length;
  };
  const alike = new Map<string, Set<string>>();
  for (const { file, reference } of missing) {
    const form = formOf(file, reference);
    if (isEntry(reference)) alike.set(form, (alike.get(form) ?? new Set()).add(file));
  }
  const known = new Map<string, boolean>();
  const isAlone = once(() => createAloneTest(workspace));
  return ({ file, reference }) => {
    if (reference.kind === "package_json" && OF_DEPLOYMENT.test(file) && isAlone()(file)) return true;
    if (!isEntry(reference)) return false;
    if (workspace.has((reference.candidates[0] ?? "").replace(/(\.\w+)\.\w+$/, "$1"))) return true;
    if ((alike.get(formOf(file, reference))?.size ?? 0) >= PACKAGES) return true;
    const is = known.get(file) ?? isBuilt(file);
    known.set(file, is);
    return is;
  };
}

const OF_DEPLOYMENT = /(^|\/)(build|docker|deploy(ment)?s?|devops|images?|packaging)\//;

/** Tells of a manifest below the top whether nothing but a lock file stands with it. */
function createAloneTest({ files }: Workspace): (file: string) => boolean {
  const counts = new Map<string, number>();
  for (const { path } of files) {
    if (MANAGERS_BY_LOCK[posix.basename(path)] !== undefined) continue;
    for (let folder = posix.dirname(path); folder !== "."; folder = posix.dirname(folder))
      counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  return (file) => counts.get(posix.dirname(file)) === 1;
}

function formOf(file: string, { target }: FileReference): string {
  return target.replaceAll(posix.basename(posix.dirname(file)), "*");
}

/**
 * Tells of what a Dockerfile copies whether it is there without its first folder, twice at least: the image is built from
 * the folder that the tree stands in.
 */
export function ofImagesFromAbove(
  missing: readonly Candidate[],
  workspace: Workspace,
): (candidate: Candidate) => boolean {
  const treeOf = ({ file, reference: { kind, target } }: Candidate) => {
    const [, first = "", rest = ""] = /^(?:\.\/)?([\w.-]+)\/(.+?)\/*$/.exec(target) ?? [];
    const isThere = kind === "dockerfile" && rest !== "" && workspace.has(rest) && !workspace.has(first);
    return isThere ? `${file}\0${first}` : undefined;
  };
  const counts = new Map<string, number>();
  for (const candidate of missing) {
    const tree = treeOf(candidate);
    if (tree !== undefined) counts.set(tree, (counts.get(tree) ?? 0) + 1);
  }
  return (candidate) => (counts.get(treeOf(candidate) ?? "") ?? 0) > 1;
}

/** So many sources of a Dockerfile that are not there, and none that is, are in a context that nobody told us. */
const SOURCES = 2;

/** So many Dockerfiles that each lack their one source are built elsewhere too. */
const DOCKERFILES = 3;

/** Tells of what a Dockerfile copies whether nothing that it copies is there: what it is built of is put together first. */
export function ofImagesBuiltElsewhere(
  missing: readonly Candidate[],
  facts: ReadonlyMap<string, FileFacts>,
): (candidate: Candidate) => boolean {
  const isOfImage = ({ kind }: FileReference) => kind === "dockerfile";
  const absent = new Map<string, number>();
  for (const { file, reference } of missing)
    // What is built at the top has the top for its context.
    if (isOfImage(reference) && posix.dirname(file) !== ".") absent.set(file, (absent.get(file) ?? 0) + 1);
  // The context of an image is known by what is there, and by what something makes there.
  for (const [file, count] of absent)
    if ((facts.get(file)?.references ?? []).filter(isOfImage).length > count) absent.delete(file);
  return ({ file, reference }) =>
    isOfImage(reference) &&
    ((absent.get(file) ?? 0) >= SOURCES || (absent.has(file) && absent.size >= DOCKERFILES));
}

/** So many mounts that are not there, and none that is, belong where the file is copied to. */
const MOUNTS = 4;

/**
 * Tells of what a compose file mounts, where nothing that it mounts is there, whether its folder is at the top alone, or
 * there is much of it: it is started elsewhere.
 */
export function ofComposeElsewhere(
  facts: ReadonlyMap<string, FileFacts>,
  workspace: Workspace,
): (candidate: Candidate) => boolean {
  return ({
    file,
    reference: {
      what,
      candidates: [path = ""],
    },
  }) => {
    if (what !== "bind mount") return false;
    const mounts = (facts.get(file)?.references ?? []).filter((one) => one.what === what);
    if (mounts.some(({ candidates }) => candidates.some((one) => workspace.has(one)))) return false;
    const folder = posix.dirname(posix.relative(posix.dirname(file), path));
    const isAtTop = !/^\.\.?(\/|$)/.test(folder) && workspace.has(folder);
    return (
      (isAtTop && !workspace.has(posix.dirname(path))) ||
      new Set(mounts.map(({ candidates: [one = ""] }) => one)).size >= MOUNTS
    );
  };
}

interface Candidate {
  readonly file: string;
  readonly reference: FileReference;
}

/** Files of so many folders that name what is below one folder that is not there take it for made. */
const FOLDERS = 3;

/** So many things below one folder were not forgotten one by one. */
const THINGS = 5;

/** Tells of something missing, but no link, whether several, or one for many things, expect its folder to be made. */
export function belowMadeFolders(
  missing: readonly Candidate[],
  workspace: Workspace,
): (candidate: Candidate) => boolean {
  const users = new Map<string, Set<string>>();
  const things = new Map<string, Set<string>>();
  for (const { file, reference } of missing) {
    const folder = absentFolder(reference, workspace);
    if (folder === undefined) continue;
    users.set(folder, (users.get(folder) ?? new Set()).add(posix.dirname(file)));
    things.set(folder, (things.get(folder) ?? new Set()).add(reference.candidates[0] ?? ""));
  }
  return ({ reference }) => {
    const folder = absentFolder(reference, workspace) ?? "";
    return (users.get(folder)?.size ?? 0) >= FOLDERS || (things.get(folder)?.size ?? 0) >= THINGS;
  };
}

/** The first folder on the way to a target that is not there. */
function absentFolder(
  { kind, candidates: [path = ""] }: FileReference,
  workspace: Workspace,
): string | undefined {
  if (kind === "markdown") return undefined;
  const names = path.split("/").slice(0, -1);
  const at = names.findIndex((_, index) => !workspace.has(names.slice(0, index + 1).join("/")));
  return at === -1 ? undefined : names.slice(0, at + 1).join("/");
}

/** What so many name alike that is at none of their places is put there, or found elsewhere, by something of their own. */
const PLACES = 3;

/** Kinds of references whose names somebody else may give a meaning. */
const MEANT_ELSEWHERE: ReadonlySet<string> = new Set([
  "workflow",
  "import",
  "dockerfile",
  "kustomize",
  "tsconfig",
]);

function isMeantElsewhere(kind: FileReference["kind"]): boolean {
  return MEANT_ELSEWHERE.has(kind) || kind.startsWith("compose");
}

/** `resources/oven.conf` in pages of many folders: whoever reads them knows where that is. READMEs are copied. */
function isOfBook({ file, reference: { kind, target } }: Candidate): boolean {
  return kind === "markdown" && /^[\w-]+\/[\w/-]+\.\w+$/.test(target) && !/readme/i.test(file);
}

/** Tells of something missing whether several name it in the same words: workflows, translations, files of many folders. */
export function ofManyPlaces(missing: readonly Candidate[]): (candidate: Candidate) => boolean {
  const users = new Map<string, Set<string>>();
  const pageOf = ({ file, reference: { kind } }: Candidate) =>
    kind === "markdown" ? pageOfAnyLanguage(file) : undefined;
  const keyOf = (candidate: Candidate) => {
    const { kind, target } = candidate.reference;
    return `${kind}\0${target}\0${pageOf(candidate) ?? ""}`;
  };
  for (const candidate of missing) {
    const { file, reference } = candidate;
    const isTranslated = pageOf(candidate) !== undefined;
    if (!isMeantElsewhere(reference.kind) && !isTranslated && !isOfBook(candidate)) continue;
    const place = reference.kind === "workflow" || isTranslated ? file : posix.dirname(file);
    users.set(keyOf(candidate), (users.get(keyOf(candidate)) ?? new Set()).add(place));
  }
  return (candidate) => (users.get(keyOf(candidate))?.size ?? 0) >= PLACES;
}

type Named = Pick<MissingReference, "kind" | "target" | "heading">;

/** All of a kind, and those of a form whose meaning a site may set: from the top, to a heading, to a page or picture. */
function keysOf({ kind, target, heading }: Named): readonly string[] {
  // Others are read where they stand.
  if (kind !== "markdown" && kind !== "import") return [];
  const path = target.replace(/[?#].*$/s, "");
  if (heading !== undefined) return [kind, `${kind} ${path === "" ? "own heading" : "heading"}`];
  if (path.startsWith("/")) return [kind, `${kind} from the top`];
  const ending = posix.extname(path);
  return OF_SITES.test(ending) ? [kind, `${kind} ${ending}`] : [kind];
}

const OF_SITES = /^$|^\.(mdx?|html?|png|jpe?g|gif|svg|webp)$/i;

/** A link to a heading names a file too, and may lack the one or the other. */
function keysNamed(reference: Named): readonly string[] {
  const { kind, target, heading } = reference;
  if (heading === undefined || target.startsWith("#")) return keysOf(reference);
  return [...new Set([...keysOf(reference), ...keysOf({ kind, target })])];
}

/** A file and the folders above it, each with each key. */
function placesOf(file: string, keys: readonly string[]): readonly string[] {
  if (keys.length === 0) return [];
  const places = [file];
  for (let folder = posix.dirname(file); folder !== "."; folder = posix.dirname(folder)) places.push(folder);
  return [...places, "."].flatMap((place) => keys.map((key) => `${key}\0${place}`));
}
