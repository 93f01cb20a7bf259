import { posix } from "node:path";
import type { Diagnostic } from "../../model/diagnostic.ts";
import type { MissingReference } from "../../model/snapshot.ts";
import { pathInside, pathsIgnoredByGit } from "../../workspace/ignored-by-git.ts";
import { once } from "../../workspace/once.ts";
import { pathsOf } from "../../workspace/references/alternatives.ts";
import { importReference, type RelativeImport } from "../../workspace/references/imports.ts";
import type { FileReference } from "../../workspace/references/types.ts";
import type { Workspace } from "../../workspace/types.ts";
import type { Session } from "../session.ts";
import { createDocumentSites } from "./pages/document-sites.ts";
import { lackingHeading } from "./pages/headings.ts";
import { createLinkDoubts, pagesTakenIn } from "./pages/links-in-doubt.ts";
import type { FileFacts } from "./file-facts.ts";
import { ofFilesOfElsewhere } from "./files-of-elsewhere.ts";
import { linksAbove, submodulesOf } from "./filled-folders.ts";
import { readImageBuilds } from "./image-builds.ts";
import { dockerfilesOfOtherContexts, filesInImages, isBuiltOf, isInContext } from "./image-sources.ts";
import { createImportDoubts } from "./imports-in-doubt.ts";
import { excusedImports } from "./imports-in-text.ts";
import { isMade } from "./made-before-use.ts";
import { namesMadeByReaders } from "./made-by-readers.ts";
import { namesMadeByBuilds, pathsCopiedByBuilds, pathsEmbedded } from "./made-names.ts";
import { pagesWrittenByBuilds } from "./made-pages.ts";
import {
  belowMadeFolders,
  markPlacesInDoubt,
  ofComposeElsewhere,
  ofImagesBuiltElsewhere,
  ofImagesFromAbove,
  ofManyPlaces,
  ofPackagesBuiltElsewhere,
} from "./places-in-doubt.ts";
import { namesOfVariants } from "./platform-variants.ts";
import { importsInRootDirs } from "./root-dirs.ts";
import { namesWrittenByCode } from "./written-modules.ts";
import { withoutTooMany } from "./too-many.ts";

interface Candidate {
  readonly file: string;
  readonly reference: FileReference;
  readonly paths: readonly string[];
}

export interface MissingReferences {
  readonly missing: readonly MissingReference[];
  readonly diagnostics: readonly Diagnostic[];
}

/** References whose target is not there, and is neither ignored by git nor made by something. */
export async function findMissingReferences(
  session: Session,
  workspace: Workspace,
  facts: ReadonlyMap<string, FileFacts>,
): Promise<MissingReferences> {
  // In most trees nothing is missing: what only tells whether something may be is not asked for.
  const sites = once(() => createDocumentSites(workspace, linksIn(facts)));
  const terraformFolders = once(() => foldersWithTerraform(workspace));
  const isThere = ({ needsTerraform }: FileReference, path: string) =>
    needsTerraform === true ? terraformFolders().has(path) : workspace.has(path);
  const absent: Candidate[] = [];
  const headings: MissingReference[] = [];
  for (const [file, { references = [], imports = [], hunks }] of facts) {
    // Of two sides of a merge nobody knows yet which one stays.
    if (hunks !== undefined) continue;
    for (const reference of [...references, ...unusualImports(workspace, file, imports)]) {
      const paths = reference.candidates.some((path) => isThere(reference, path))
        ? []
        : pathsOf(file, reference);
      const isFound = paths.length === 0 || paths.some((path) => isThere(reference, path));
      if (!isFound) absent.push({ file, reference, paths });
      const lacking = isFound ? lackingHeading(reference, facts) : undefined;
      if (lacking !== undefined && !sites().isIn(file))
        headings.push({ ...toMissing(file, reference), ...lacking });
    }
  }
  const wanted = absent.filter(
    ({ file, reference }) => reference.kind !== "markdown" || sites().mayBreak(file, reference),
  );
  const { kept, diagnostics } = withoutTooMany(wanted);
  const broken = await withoutExcused(session, workspace, { wanted: kept, facts });
  const mayBeWritten = await createDoubts(session, workspace, { wanted: broken, facts });
  const mayBeOnSite = createLinkDoubts({ ...session, workspace }, facts, sites);
  const isInDoubt = (candidate: Candidate) => mayBeWritten(candidate) || mayBeOnSite(candidate);
  const plain = broken.map((candidate) => {
    const { heading: _, ...one } = toMissing(candidate.file, candidate.reference);
    return isInDoubt(candidate) ? { ...one, isInDoubt: true } : one;
  });
  const missing = [...plain, ...headings].toSorted((a, b) =>
    a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1,
  );
  const isTakenIn = await pagesTakenIn(session, workspace, missing);
  const marked = markPlacesInDoubt(missing, facts).map((one) =>
    isTakenIn(one) ? { ...one, isInDoubt: true } : one,
  );
  return { missing: marked, diagnostics };
}

interface Wanted {
  readonly wanted: readonly Candidate[];
  readonly facts: ReadonlyMap<string, FileFacts>;
}

/** Tells of what is missing whether something we do not see may well put it there. */
async function createDoubts(
  session: Session,
  workspace: Workspace,
  { wanted: broken, facts }: Wanted,
): Promise<(candidate: Candidate) => boolean> {
  const linked = broken.filter(({ reference }) => reference.kind === "markdown");
  const imported = broken.filter(({ reference }) => reference.kind === "import");
  const [pages, modules] = await Promise.all([
    pagesWrittenByBuilds(
      session,
      workspace,
      linked.flatMap(({ paths: [path] }) => path ?? []),
    ),
    namesWrittenByCode(
      session,
      imported.map(({ reference }) => reference.target),
    ),
  ]);
  const mayBeBuilt = createImportDoubts(facts, workspace);
  const isBelowMade = belowMadeFolders(broken, workspace);
  const isOfBuilt = ofPackagesBuiltElsewhere(broken, facts, workspace);
  const isOfMany = ofManyPlaces(broken);
  const isOfElsewhere = ofFilesOfElsewhere(broken, facts, workspace);
  const isStartedElsewhere = ofComposeElsewhere(facts, workspace);
  const isBuiltFromAbove = ofImagesFromAbove(broken, workspace);
  const isBuiltElsewhere = ofImagesBuiltElsewhere(broken, facts);
  const isWritten = ({ reference: { kind, target }, paths: [path = ""] }: Candidate) =>
    kind === "import" ? modules.has(posix.basename(target)) : kind === "markdown" && pages.has(path);
  return (candidate) =>
    mayBeBuilt(candidate) ||
    isWritten(candidate) ||
    isBelowMade(candidate) ||
    isOfBuilt(candidate) ||
    isOfMany(candidate) ||
    isOfElsewhere(candidate) ||
    isStartedElsewhere(candidate) ||
    isBuiltFromAbove(candidate) ||
    isBuiltElsewhere(candidate) ||
    (candidate.reference.mayBeBuilt === true && mayBeWritten(candidate.reference));
}

/** Declarations of types are hardly ever written by hand outside of the sources: `npm/oven.d.ts`. */
function mayBeWritten({ what, target }: FileReference): boolean {
  return what === "files entry" || (/\.d\.[cm]?ts$/.test(target) && !/(^|\/)src\//.test(target));
}

function linksIn(facts: ReadonlyMap<string, FileFacts>): readonly (readonly [string, FileReference])[] {
  const links: (readonly [string, FileReference])[] = [];
  for (const [file, { references = [] }] of facts)
    for (const reference of references) if (reference.kind === "markdown") links.push([file, reference]);
  return links;
}

function foldersWithTerraform({ files }: Workspace): ReadonlySet<string> {
  return new Set(
    files.filter(({ path }) => /\.(tf|tofu)(\.json)?$/.test(path)).map(({ path }) => posix.dirname(path)),
  );
}

/** Without those that mean what nearly every import means; the rarer ways to write one are tried of the rest. */
function unusualImports(
  workspace: Workspace,
  file: string,
  imports: readonly RelativeImport[],
): readonly FileReference[] {
  const endings = file.endsWith(".py") ? IN_PYTHON : IN_SCRIPTS;
  return imports.flatMap((one) => {
    const reference = importReference(file, one);
    const isUsual = reference.candidates.some((path) =>
      endings.some((ending) => workspace.get(`${path}${ending}`) !== undefined),
    );
    return isUsual ? [] : [reference];
  });
}

const IN_PYTHON = [".py"] as const;
const IN_SCRIPTS = [".ts", ".tsx", ".js", "/index.ts", "/index.tsx", "/index.js"] as const;

function toMissing(file: string, { kind, what, target, line, heading }: FileReference): MissingReference {
  return { file, line, kind, what, target, ...(heading === undefined ? {} : { heading }) };
}

async function withoutExcused(
  session: Session,
  workspace: Workspace,
  { wanted, facts }: Wanted,
): Promise<readonly Candidate[]> {
  const { platform, root } = session;
  const isInSubmodule = submodulesOf(workspace);
  const linkAbove = linksAbove(workspace);
  const isBehindBrokenLink = (path: string) => {
    const link = linkAbove(path);
    return link !== undefined && platform.files.stat(`${root}/${link}`) === undefined;
  };
  const contexts = [...new Set([...facts.values()].flatMap((one) => one.contexts ?? []))];
  const excused = excusedImports(wanted, workspace);
  const merged = await importsInRootDirs(wanted, workspace);
  const elsewhere = dockerfilesOfOtherContexts(facts, workspace);
  const variants = once(() => namesOfVariants(workspace));
  const left = wanted.filter(
    (candidate) =>
      !isMade(candidate, workspace) &&
      !candidate.paths.some(isInSubmodule) &&
      // Where a link leads elsewhere, it is the link that is amiss.
      !candidate.paths.slice(0, 1).some(isBehindBrokenLink) &&
      !(candidate.reference.kind === "dockerfile" && isInContext(candidate.reference, contexts, workspace)) &&
      !excused.has(candidate) &&
      !merged.has(candidate) &&
      !elsewhere.has(candidate.file) &&
      !(
        candidate.reference.kind === "import" &&
        candidate.reference.candidates.some((path) => variants().has(path))
      ) &&
      // Of a folder behind a link nothing is listed: that it is there has to do.
      ((candidate.reference.needsTerraform === true &&
        !candidate.paths.some((path) => linkAbove(path) !== undefined)) ||
        !candidate.paths.some((path) => platform.files.stat(`${root}/${path}`) !== undefined)),
  );
  if (left.length === 0) return [];
  // Of what lies behind a link git says nothing.
  const isAsked = (path: string) => linkAbove(path) === undefined;
  const rest = workspace.repository === undefined ? left : await withoutIgnored(session, left, isAsked);
  return withoutBuilt(session, workspace, { wanted: rest, facts });
}

/** Without what git ignores. */
async function withoutIgnored(
  { platform, root }: Session,
  wanted: readonly Candidate[],
  isAsked: (path: string) => boolean,
): Promise<readonly Candidate[]> {
  const inside = (path: string) => (posix.extname(path) === "" ? pathInside(path) : path);
  const asked = [...new Set(wanted.flatMap(pathsAsked))].filter(isAsked);
  const ignored = await pathsIgnoredByGit(platform, root, [...new Set([...asked, ...asked.map(inside)])]);
  const isIgnored = (path: string) => ignored.has(path) || ignored.has(inside(path));
  return wanted.filter((candidate) => !pathsAsked(candidate).some(isIgnored));
}

function mayBeMade({ reference: { kind, what, target } }: Candidate): boolean {
  return (
    kind === "dockerfile" ||
    (kind === "import" && DATA.test(target)) ||
    kind === "kustomize" ||
    kind.startsWith("compose") ||
    (kind === "package_json" && !what.startsWith("script"))
  );
}

function mayBeMadeByReaders({ reference: { kind } }: Candidate): boolean {
  return kind === "dockerfile" || kind === "kustomize" || kind.startsWith("compose");
}

/** Without what a build makes, and what is copied or taken in elsewhere. */
async function withoutBuilt(
  session: Session,
  workspace: Workspace,
  { wanted: rest, facts }: Wanted,
): Promise<readonly Candidate[]> {
  const names = rest.filter(mayBeMade).map(({ reference }) => posix.basename(reference.target));
  const copying = rest.filter(({ reference }) => reference.kind === "dockerfile").map(({ file }) => file);
  const importing = rest.filter(({ reference }) => reference.kind === "import").map(({ file }) => file);
  const named = ({ file, reference }: Candidate) => ({ file, name: posix.basename(reference.target) });
  const [made, isToldToMake, copied, embedded, images] = await Promise.all([
    namesMadeByBuilds(session, workspace, names),
    namesMadeByReaders(session, rest.filter(mayBeMadeByReaders).map(named)),
    pathsCopiedByBuilds(session, workspace, importing),
    pathsEmbedded(session, workspace, importing),
    readImageBuilds(session, workspace, [...new Set(copying)]),
  ]);
  const packed = once(() => filesInImages(facts));
  const isMadeByName = (candidate: Candidate) =>
    (mayBeMade(candidate) && made.has(posix.basename(candidate.reference.target))) ||
    (mayBeMadeByReaders(candidate) && isToldToMake(named(candidate)));
  const unmade = rest.filter((candidate) => !isMadeByName(candidate));
  return unmade.filter((candidate) =>
    candidate.reference.kind === "import"
      ? !copied.has(candidate.file) && !embedded.has(candidate.file) && !packed().has(candidate.file)
      : !isBuiltOf(candidate, images, workspace),
  );
}

/** What a script fetches or writes, and programs import; of some names, every script speaks. */
const DATA =
  /(^|\/)(?!(package|tsconfig|index|main|config|data|settings|styles?)\.)[^/]+\.(json|css|txt|html|svg)$/;

/** Git is asked of what is written, not of every spelling that would do; an import has none that is the usual one. */
function pathsAsked({ paths, reference }: Candidate): readonly string[] {
  const { kind, what } = reference;
  if (kind === "import" || kind === "dockerfile" || (kind === "tsconfig" && what === "path"))
    return paths.slice(0, MOST_ASKED);
  return paths.slice(0, 1).map((path) => path.replace(/\/tsconfig\.json$/, ""));
}

const MOST_ASKED = 8;
