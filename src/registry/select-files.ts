import type { WorkspaceFile } from "../workspace/types.ts";
import type { Detector, FileDetection } from "./types.ts";

/**
 * Sorts the files of the tree to the detectors that want them, in one pass: each file costs three look-ups whatever
 * the number of detectors.
 */
export function selectFiles(
  detectors: readonly Detector[],
  files: readonly WorkspaceFile[],
): ReadonlyMap<string, readonly WorkspaceFile[]> {
  const tables = createTables(detectors);
  const selected = new Map<string, WorkspaceFile[]>(detectors.map((detector) => [detector.id, []]));
  for (const file of files) {
    if (file.kind !== "file" && file.kind !== "link") continue;
    for (const detector of wantedBy(tables, file)) selected.get(detector.id)?.push(file);
  }
  return selected;
}

interface Tables {
  readonly names: Map<string, Detector[]>;
  readonly stems: Map<string, Detector[]>;
  readonly suffixes: Map<string, Detector[]>;
}

function createTables(detectors: readonly Detector[]): Tables {
  const tables: Tables = { names: new Map(), stems: new Map(), suffixes: new Map() };
  for (const detector of detectors) {
    for (const name of detector.files?.names ?? []) add(tables.names, name, detector);
    for (const stem of detector.files?.stems ?? []) add(tables.stems, stem, detector);
    for (const suffix of detector.files?.suffixes ?? []) add(tables.suffixes, suffix, detector);
  }
  return tables;
}

function add(table: Map<string, Detector[]>, key: string, detector: Detector): void {
  const list = table.get(key);
  if (list === undefined) table.set(key, [detector]);
  else if (!list.includes(detector)) list.push(detector);
}

const NOBODY: readonly Detector[] = [];

function wantedBy(tables: Tables, file: WorkspaceFile): readonly Detector[] {
  const name = file.path.slice(file.path.lastIndexOf("/") + 1).toLowerCase();
  const byName = tables.names.get(name);
  const byStem = tables.stems.get(stemOf(name));
  const bySuffix = tables.suffixes.get(suffixOf(name));
  if (byName === undefined && byStem === undefined && bySuffix === undefined) return NOBODY;
  const isPlain = byName === undefined && byStem === undefined;
  const detectors = isPlain ? (bySuffix ?? NOBODY) : distinct(byName, byStem, bySuffix);
  return detectors.filter(({ files }) => isAccepted(files, file));
}

function distinct(...lists: readonly (readonly Detector[] | undefined)[]): readonly Detector[] {
  return [...new Set(lists.flatMap((list) => list ?? NOBODY))];
}

function isAccepted(files: FileDetection | undefined, file: WorkspaceFile): boolean {
  if (files?.accepts?.(file.path) === false) return false;
  return files?.maxBytes === undefined || file.size <= files.maxBytes;
}

/** The part before the first dot; of a name that begins with a dot, up to the second one: `.env.local` → `.env`. */
function stemOf(name: string): string {
  const dot = name.indexOf(".", 1);
  return dot === -1 ? name : name.slice(0, dot);
}

/** The last extension with its dot: `main.tf` → `.tf`; empty where there is none. */
function suffixOf(name: string): string {
  const dot = name.lastIndexOf(".");
  return dot <= 0 ? "" : name.slice(dot);
}
