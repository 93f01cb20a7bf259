import { posix } from "node:path";
import type { StepInput } from "../model/plan.ts";
import { repointFile, type NewName } from "./repoint.ts";
import type { ResolutionContext } from "./types.ts";

/** A line that names a path, or looks as if it did. */
export interface Mention {
  readonly file: string;
  /** 1-based. */
  readonly line: number;
}

/** Languages in which a file is loaded by its name without the ending. */
const CODE = /\.([cm]?[jt]sx?|py|rb|go|rs|java|kt|cs|php|lua|ex|exs|scss|sass|less|vue|svelte)$/;

/** A statement that begins a line and loads something by a bare name: `from oven import`, `mod oven;`. */
const LOADS = String.raw`^\s*(pub\s+|@)?(import|from|require|require_relative|include|use|mod|load|source)\b[^"'\n]*`;

/**
 * Lines outside a file that name it. Of files of one name in several folders the part of the path counts that tells
 * this one from `other`, and beside it any mention within its own folder.
 */
export async function findMentions(
  path: string,
  other: string,
  context: ResolutionContext,
): Promise<readonly Mention[]> {
  const sought = patternsFor(path, other);
  const mentions: Mention[] = [];
  for (const [file, lines] of await linesWith(sought.asked, context)) {
    if (file === path || file === other) continue;
    const name = posix.basename(path);
    const sibling = posix.join(posix.dirname(file), name);
    const isOfSibling =
      sibling !== path && context.tree.kindOf(sibling) === "file" ? bareMention(name) : undefined;
    const isMeant = (text: string) => sought.isMeant(file)(text) && isOfSibling?.test(text) !== true;
    mentions.push(...lines.filter(({ text }) => isMeant(text)).map(({ line }) => ({ file, line })));
  }
  return mentions;
}

interface Sought {
  /** What the search is asked for: it may find too much. POSIX extended. */
  readonly asked: string;
  readonly isMeant: (file: string) => (line: string) => boolean;
}

function patternsFor(path: string, other: string): Sought {
  const name = posix.basename(path);
  const isSameName = name === posix.basename(other);
  const words = isSameName ? [distinctPart(path, other)] : [name];
  const all = [...new Set(words.flatMap((word) => [word, encodeURI(word)]))];
  const patterns = all.map(wholeWord);
  if (CODE.test(name)) {
    const stems = words.map((word) => word.replace(/(\.d)?\.\w+$/, ""));
    const names = stems.flatMap((stem) => [stem, stem.replaceAll("/", ".")]);
    patterns.push(...names.map((stem) => `${LOADS}${wholeWord(stem)}`), ...stems.map(quotedEnd));
  }
  const outside = new RegExp(patterns.join("|"));
  const inside = new RegExp([...patterns, wholeWord(name)].join("|"));
  const stem = name.replace(/\.\w+$/, "");
  return {
    asked: [...new Set([escapePattern(stem), escapePattern(encodeURI(stem))])].join("|"),
    isMeant: (file) => (line) =>
      (isSameName && isBelow(file, posix.dirname(path)) ? inside : outside).test(line),
  };
}

/** The shortest end of a path that another one does not end with. */
function distinctPart(path: string, other: string): string {
  const parts = path.split("/");
  const others = other.split("/");
  let count = 1;
  while (count < parts.length && parts.at(-count) === others.at(-count)) count += 1;
  return parts.slice(-count).join("/");
}

function isBelow(file: string, folder: string): boolean {
  return folder !== "." && file.startsWith(`${folder}/`);
}

function wholeWord(word: string): string {
  return `(?<![\\w-])${escapePattern(word)}(?![\\w-])`;
}

/** A line that has a name without any folder before it: the file beside it is meant. */
function bareMention(name: string): RegExp {
  return new RegExp(`^(?!.*/${escapePattern(name)}(?![\\w-])).*${wholeWord(name)}`);
}

/** `"./ovens/oven"` ends with `oven`. */
function quotedEnd(stem: string): string {
  return `["'/]${escapePattern(stem)}["']`;
}

/** For JavaScript and for POSIX extended expressions alike. */
function escapePattern(text: string): string {
  return text.replaceAll(/[$()*+.?[\\\]^{|}]/g, "\\$&");
}

/** As the tree will stand: files that earlier steps changed are searched as they will be. */
async function linesWith(pattern: string, { tree, search }: ResolutionContext) {
  const changed = tree.changed();
  const onDisk = [...(await search(pattern))].filter(
    ([file]) => tree.kindOf(file) === "file" && !changed.includes(file),
  );
  const staged = changed.map((file) => {
    const lines = (tree.readText(file) ?? "").split("\n").map((text, index) => ({ text, line: index + 1 }));
    return [file, lines] as const;
  });
  return [...onDisk, ...staged];
}

/** The steps that point everybody to the new name, or where somebody names it in a way that cannot be proven right. */
export type RepointedAll = { readonly steps: readonly StepInput[] } | { readonly refused: string };

/** Points every file that mentions a name to the new one; a mention that is no known reference is refused. */
export async function repointAll(
  name: NewName,
  mentions: readonly Mention[],
  { tree }: ResolutionContext,
): Promise<RepointedAll> {
  const steps: StepInput[] = [];
  for (const file of [...new Set(mentions.map((mention) => mention.file))]) {
    const repointed = await repointFile(file, name, tree);
    if ("unproven" in repointed)
      return {
        refused: `${file}:${repointed.unproven.line} names ${name.from} in a way that cannot be changed with certainty`,
      };
    const { step, text } = repointed;
    const before = (tree.readText(file) ?? "").split("\n");
    const after = text.split("\n");
    const left = mentions.find((one) => one.file === file && before[one.line - 1] === after[one.line - 1]);
    if (left !== undefined || step === undefined)
      return {
        refused: `${file}:${left?.line ?? 1} may mean ${name.from}: nothing proves that it can be pointed elsewhere`,
      };
    steps.push(step);
  }
  return { steps };
}
