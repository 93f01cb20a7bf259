import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { ARTIFACT_KINDS } from "../../src/cleanup/catalogue/index.ts";
import { stemOf } from "../../src/cleanup/match-name.ts";
import type { ArtifactKind, Conditions } from "../../src/cleanup/types.ts";
import { git, temporaryFolder } from "../support/folders.ts";
import { found, scanFolder } from "./scan.ts";

/** A name that a pattern fits. */
function exampleOf(pattern: string): string {
  return pattern.replaceAll("*", "oven").replaceAll("?", "p").replaceAll("%", "7");
}

/** An artifact in a project of its own, with what has to stand around it. */
interface Fixture {
  readonly kind: ArtifactKind;
  /** Relative to the root. */
  readonly path: string;
  readonly markers: ReadonlyMap<string, Buffer>;
  readonly content: ReadonlyMap<string, Buffer>;
}

/** One fixture of each name of each kind, standing as the conditions say. */
function fixturesOf(conditionsOf: (kind: ArtifactKind) => readonly Conditions[] | undefined) {
  return ARTIFACT_KINDS.flatMap((kind) => {
    const conditions = conditionsOf(kind);
    return conditions === undefined
      ? []
      : kind.names.map((name, at) => fixtureOf(kind, { name, conditions, project: `${kind.id}-${at}` }));
  });
}

interface Wanted {
  readonly name: string;
  readonly conditions: readonly Conditions[];
  readonly project: string;
}

function fixtureOf(kind: ArtifactKind, { name, conditions, project }: Wanted): Fixture {
  const path = `${project}/${exampleOf(name)}`;
  const markers = new Map([[`${project}/plan.txt`, Buffer.from("bake\n")]]);
  const content = new Map<string, Buffer>();
  const stem = stemOf(kind.names, exampleOf(name)) ?? "";
  const first = (patterns: readonly string[] | undefined) =>
    patterns?.[0] === undefined ? undefined : exampleOf(patterns[0].replace("<name>", stem));
  const begins = conditions.flatMap((one) => one.begins ?? [])[0];
  const bytes = begins === undefined ? Buffer.from("crumbs\n") : Buffer.from(`${begins}00000000`, "hex");
  for (const { beside, above, inside, holdsOnly } of conditions) {
    const near = first(beside) ?? first(above);
    if (near !== undefined) markers.set(`${project}/${near}`, Buffer.from("{}\n"));
    for (const below of [first(inside), first(holdsOnly)])
      if (below !== undefined) content.set(`${path}/${below}`, bytes);
  }
  if (kind.shape === "file") content.set(path, bytes);
  else if (!conditions.some(({ holdsOnly, topOnly }) => holdsOnly ?? topOnly))
    content.set(`${path}/deep/crumbs.bin`, bytes);
  return { kind, path, markers, content };
}

/** One repository with all fixtures in it; `isIgnored` says whether git leaves the artifacts out. */
function lay(fixtures: readonly Fixture[], isIgnored: boolean): string {
  const root = temporaryFolder();
  git(root, "init", "-q", "-b", "main");
  for (const { markers } of fixtures) write(root, markers);
  const patterns = fixtures.map(({ path }) => `/${path.replaceAll(/[#~*?[\]]/g, "\\$&")}\n`);
  if (isIgnored) writeFileSync(join(root, ".gitignore"), patterns.join(""));
  git(root, "add", "-A", "-f");
  git(root, "commit", "-q", "-m", "base");
  for (const { content } of fixtures) write(root, content);
  return root;
}

function write(root: string, files: ReadonlyMap<string, Buffer>): void {
  for (const [path, bytes] of files) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), bytes);
  }
}

function linesOf(fixtures: readonly Fixture[]): readonly string[] {
  return fixtures.map(({ kind, path }) => `${kind.id} ${path}`).toSorted();
}

const NEEDS = (kind: ArtifactKind) => (kind.needs === undefined ? [] : [kind.needs]);

test("the catalogue has at least 60 kinds of artifact, each with an id of its own", () => {
  expect(ARTIFACT_KINDS.length).toBeGreaterThanOrEqual(60);
  expect(new Set(ARTIFACT_KINDS.map(({ id }) => id)).size).toBe(ARTIFACT_KINDS.length);
  for (const { id, restoredBy, title, names } of ARTIFACT_KINDS) {
    expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
    for (const text of [restoredBy, title, ...names]) expect(text, id).not.toBe("");
  }
});

test("every name of every kind is found where git ignores it, and left once something of it is tracked", async () => {
  const fixtures = fixturesOf(NEEDS);
  const root = lay(fixtures, true);
  const scan = await scanFolder(root);
  expect(found(scan).toSorted()).toEqual(linesOf(fixtures));
  for (const { kind, reason, restoredBy, kept, ageDays } of scan.artifacts) {
    const known = ARTIFACT_KINDS.find(({ id }) => id === kind);
    expect(reason).toContain(known?.title);
    expect({ restoredBy, kept, ageDays }).toEqual({ restoredBy: known?.restoredBy, kept: [], ageDays: 0 });
  }
  git(root, "add", "-A", "-f");
  expect(found(await scanFolder(root))).toEqual([]);
});

test("what git does not ignore is left where nothing proves it", async () => {
  const fixtures = fixturesOf(NEEDS);
  const proven = fixtures.filter(
    ({ kind }) => kind.proof !== undefined && Object.keys(kind.proof).length === 0,
  );
  expect(found(await scanFolder(lay(fixtures, false))).toSorted()).toEqual(linesOf(proven));
});

test("what git does not ignore is found where its nature proves it", async () => {
  const fixtures = fixturesOf((kind) =>
    kind.proof === undefined ? undefined : [...NEEDS(kind), kind.proof],
  );
  expect(fixtures.length).toBeGreaterThan(25);
  const root = lay(fixtures, false);
  expect(found(await scanFolder(root)).toSorted()).toEqual(linesOf(fixtures));
  rmSync(join(root, ".git"), { recursive: true });
  expect(found(await scanFolder(root)).toSorted()).toEqual(linesOf(fixtures));
});

test("without its marker it is something else, ignored or not, in a repository or not", async () => {
  const fixtures = fixturesOf((kind) => (kind.needs === undefined ? undefined : []));
  const root = lay(fixtures, true);
  const wrong = async () => {
    const lines = new Set(linesOf(fixtures));
    return found(await scanFolder(root)).filter((line) => lines.has(line));
  };
  expect(await wrong()).toEqual([]);
  rmSync(join(root, ".git"), { recursive: true });
  expect(await wrong()).toEqual([]);
});
