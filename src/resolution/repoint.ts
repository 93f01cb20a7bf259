import { posix } from "node:path";
import type { StepInput } from "../model/plan.ts";
import { pathsOf } from "../workspace/references/alternatives.ts";
import { readReferences } from "../workspace/references/read-references.ts";
import type { FileReference } from "../workspace/references/types.ts";
import { editStep } from "./steps.ts";
import { applyTextEdits, type TextEdit } from "./text-edits.ts";
import type { StagedTree } from "./types.ts";

/** Something that is called otherwise afterwards: a file, or a folder with all below it. */
export interface NewName {
  readonly from: string;
  readonly to: string;
  /** Why. */
  readonly why: string;
}

/** The step that points every reference of a file to the new name, or the first that cannot be proven right. */
export type Repointed =
  { readonly step: StepInput | undefined; readonly text: string } | { readonly unproven: FileReference };

/** Edits the references of one file that lead to a name; each is read back before it counts. */
export async function repointFile(path: string, name: NewName, tree: StagedTree): Promise<Repointed> {
  const text = tree.readText(path) ?? "";
  const references = await readReferences(path, text);
  const meant = references.flatMap((reference) => {
    const candidates = pathsOf(path, reference).filter((candidate) => tree.kindOf(candidate) !== undefined);
    const old = candidates.find((candidate) => tree.kindOf(candidate) !== "folder") ?? candidates[0];
    return old !== undefined && isWithin(old, name.from) ? [{ reference, old }] : [];
  });
  const edits: TextEdit[] = [];
  for (const { reference, old } of meant) {
    const found = await editFor({ path, text, reference }, old, `${name.to}${old.slice(name.from.length)}`);
    if (found === undefined) return { unproven: reference };
    edits.push(...found.filter((edit) => !edits.some(({ start }) => start === edit.start)));
  }
  if (edits.length === 0) return { step: undefined, text };
  const title = `point ${path} to ${name.to}`;
  const step = editStep({ path, text }, edits, { title, why: name.why });
  return { step, text: applyTextEdits(text, edits) };
}

/** A reference where it stands. */
export interface PlacedReference {
  readonly path: string;
  readonly text: string;
  readonly reference: FileReference;
}

/** The edits by which a reference names another path; undefined where they do not read back to it. */
export async function editFor(
  placed: PlacedReference,
  old: string,
  wanted: string,
): Promise<readonly TextEdit[] | undefined> {
  const { path, text, reference } = placed;
  const target = newTarget(path, reference, { old, wanted });
  if (target === undefined) return undefined;
  const edits = occurrences(text, reference).map(({ start, written }) => ({
    start,
    end: start + written.length,
    text:
      written.includes("%") || (isMarkdown(reference) && /[ ()]/.test(target)) ? encodeURI(target) : target,
  }));
  if (edits.length === 0) return undefined;
  const after = await readReferences(path, applyTextEdits(text, edits));
  const now = after.filter(
    ({ line, what, kind }) => line === reference.line && what === reference.what && kind === reference.kind,
  );
  return now.some((one) => pathsOf(path, one).includes(wanted)) ? edits : undefined;
}

/** The target as the reference has to be written, in the manner of the old one. */
function newTarget(
  path: string,
  { target, kind }: FileReference,
  { old, wanted }: { readonly old: string; readonly wanted: string },
): string | undefined {
  const [, bare = "", tail = ""] = /^([^?#]*)([\s\S]*)$/.exec(target) ?? [];
  const lead = /^\/+/.exec(bare)?.[0] ?? "";
  const base = upwards(lead === "" ? posix.dirname(path) : ".").find((folder) =>
    isElision(old, posix.join(folder, bare.slice(lead.length))),
  );
  if (base === undefined || bare === "") return undefined;
  const elided = elisionOf(old, posix.join(base, bare.slice(lead.length)));
  if (elided === undefined || !wanted.endsWith(elided.real)) return undefined;
  const stem = wanted.slice(0, wanted.length - elided.real.length);
  const relative = `${posix.relative(base, stem)}${elided.written}`;
  const isDotted = bare.startsWith("./") || (kind === "import" && bare.startsWith("."));
  const dotted = isDotted && lead === "" && !relative.startsWith("../") ? `./${relative}` : relative;
  return `${lead}${dotted}${bare.endsWith("/") ? "/" : ""}${tail}`;
}

interface Elision {
  /** How the path ends. */
  readonly real: string;
  /** What stands in its place in the reference. */
  readonly written: string;
}

/** `./oven` for `oven.ts`, `./oven.js` for `oven.ts`, `./oven` for `oven/index.js`. */
function elisionOf(path: string, joined: string): Elision | undefined {
  const plain = joined.replace(/(?<=.)\/+$/, "");
  if (path.startsWith(plain)) return { real: path.slice(plain.length), written: "" };
  const written = /\.[cm]?jsx?$/.exec(plain)?.[0];
  if (written === undefined) return undefined;
  const stem = plain.slice(0, -written.length);
  return path.startsWith(`${stem}.`) ? { real: path.slice(stem.length), written } : undefined;
}

function isElision(path: string, joined: string): boolean {
  const found = elisionOf(path, joined);
  return found !== undefined && /^(\.[\w.]+|\/(index|tsconfig)\.\w+)?$/.test(found.real);
}

/** Where the target is written: on its line, else in a definition `[name]: target` of Markdown. */
function occurrences(
  text: string,
  reference: FileReference,
): readonly { readonly start: number; readonly written: string }[] {
  const { target, line } = reference;
  const lines = text.split("\n");
  const starts: number[] = [];
  lines.reduce((offset, one) => {
    starts.push(offset);
    return offset + one.length + 1;
  }, 0);
  const spellings = [...new Set([target, encodeURI(target), target.replaceAll(" ", "%20")])];
  const on = (index: number) =>
    spellings.flatMap((written) =>
      wholeWords(lines[index] ?? "", written).map((at) => ({ start: (starts[index] ?? 0) + at, written })),
    );
  const own = on(line - 1);
  if (own.length > 0 || !isMarkdown(reference)) return own;
  return lines.flatMap((one, index) => (/^ {0,3}\[[^\]]+\]:\s/.test(one) ? on(index) : []));
}

function wholeWords(line: string, word: string): readonly number[] {
  const found: number[] = [];
  for (let at = line.indexOf(word); at !== -1; at = line.indexOf(word, at + word.length)) {
    const [before, after] = [line.charAt(at - 1), line.charAt(at + word.length)];
    if (!/[\w./@-]/.test(before) && !/[\w/-]/.test(after)) found.push(at);
  }
  return found;
}

function isMarkdown({ kind }: FileReference): boolean {
  return kind === "markdown";
}

function isWithin(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`);
}

function upwards(folder: string): readonly string[] {
  const all = [folder];
  for (let at = folder; at !== "."; at = posix.dirname(at)) all.push(posix.dirname(at));
  return all;
}
