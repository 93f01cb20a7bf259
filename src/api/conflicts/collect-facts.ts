import { SECRET_MARKER } from "../../config/secrets/in-text.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import { BUILD } from "../../model/version.ts";
import { openKeyedCache } from "../../state/keyed-cache.ts";
import { hasFolder } from "../../state/state-folder.ts";
import { SILENCE_MARKER } from "../../workspace/documents/silences.ts";
import { IMPORT_MARKER, IMPORT_SUFFIXES } from "../../workspace/references/imports.ts";
import { searchByGit, searchLinesByGit } from "../../workspace/search.ts";
import type { Workspace, WorkspaceFile } from "../../workspace/types.ts";
import type { Session } from "../session.ts";
import type { FileFacts } from "./file-facts.ts";
import { isLookedInto, LONGEST_TEXT, readFacts, type Hints } from "./read-facts.ts";

/** Below so many files that are not known yet, opening each is quicker than a search through all. */
const FEW = 300;

/** What the files of the tree say, by path; a file that did not change is not opened again. */
export async function collectFacts(
  session: Session,
  workspace: Workspace,
): Promise<ReadonlyMap<string, FileFacts>> {
  const cache = openKeyedCache(session.state, { name: "facts.json", key: BUILD, isValid: isFacts });
  const wanted = workspace.files.filter(
    ({ kind, state, size }) => kind === "file" && state !== "ignored" && size > 0,
  );
  const kept = wanted.map((file) => ({ file, known: cache.get(file.path, versionOf(file)) }));
  const unknown = kept.filter(({ known }) => known === undefined).length;
  const hintsOf = unknown > FEW ? await searchTree(session, workspace) : () => undefined;
  const toldOf = createTelling(workspace);
  const facts = new Map<string, FileFacts>();
  for (const { file, known } of kept) {
    // To be told again at each run: nothing of it is known.
    if (file.size > LONGEST_TEXT && isLookedInto(file.path)) workspace.readText(file.path);
    const found = known ?? withTold(await readFacts(workspace, file, hintsOf(file)), toldOf(file.path));
    if (known === undefined && isOfContent(found)) cache.set(file.path, versionOf(file), found);
    if (Object.keys(found).length > 0) facts.set(file.path, found);
  }
  if (hasFolder(session.state)) cache.save();
  return facts;
}

/** What was said of a path so far. */
function createTelling(workspace: Workspace): (path: string) => readonly Diagnostic[] {
  const byFile = new Map<string, Diagnostic[]>();
  let count = 0;
  return (path) => {
    for (const diagnostic of workspace.diagnostics.slice(count)) {
      const { file = "" } = diagnostic;
      byFile.set(file, [...(byFile.get(file) ?? []), diagnostic]);
      count += 1;
    }
    return byFile.get(path) ?? [];
  };
}

function withTold(facts: FileFacts, told: readonly Diagnostic[]): FileFacts {
  return told.length === 0 ? facts : { ...facts, told };
}

/** That a file cannot be opened is no matter of its content: it is tried again, and told, at each run. */
function isOfContent({ told = [] }: FileFacts): boolean {
  return told.every(({ code }) => code === "PARSE_ERROR");
}

/** Some rules ask of tracked files alone. */
function versionOf({ contentId, state }: WorkspaceFile): string {
  return state === "tracked" ? contentId : `${contentId}?`;
}

/** By `git grep`, which reads a tree many times faster than a program of ours could. */
async function searchTree(
  { platform, root }: Session,
  workspace: Workspace,
): Promise<(file: WorkspaceFile) => Hints | undefined> {
  if (workspace.repository?.workTree === undefined) return () => undefined;
  const except = hugeFiles(workspace);
  const [marks, imports] = await Promise.all([
    searchByGit(platform, root, { pattern: `^<<<<<<<( |.?$)|${SILENCE_MARKER}|${SECRET_MARKER}`, except }),
    searchLinesByGit(platform, root, { pattern: IMPORT_MARKER, suffixes: IMPORT_SUFFIXES, except }),
  ]);
  if (marks === undefined || imports === undefined) return () => undefined;
  return ({ path }) => ({ mayHoldMarks: marks.has(path), imports: imports.get(path) ?? [] });
}

/** Nothing of them is read here, and git would go through all of it; of so many that a command line holds their names. */
function hugeFiles(workspace: Workspace): readonly string[] {
  return workspace.files
    .filter(({ size, kind }) => kind === "file" && size > LONGEST_TEXT)
    .toSorted((a, b) => b.size - a.size)
    .slice(0, MOST_EXCEPTED)
    .map(({ path }) => path);
}

const MOST_EXCEPTED = 50;

/** The cache lies in the project and may have come with it: of each member the outer form is looked at. */
function isFacts(value: unknown): value is FileFacts {
  if (typeof value !== "object" || value === null) return false;
  return Object.entries(value).every(([key, member]: readonly [string, unknown]) =>
    key === "package" || key === "problem"
      ? typeof member === "object" && member !== null
      : Array.isArray(member),
  );
}
