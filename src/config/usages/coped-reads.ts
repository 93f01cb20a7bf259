import type { FoundRead } from "./types.ts";

/** How a language tests a value, and how it stops. */
export interface CopingSyntax {
  /** The name that a read is kept under; the text ends where the read begins. */
  readonly assigned: RegExp;
  /** True where the code tells a set value from none. `name` is a word. */
  readonly tests: (name: string) => RegExp;
  /** What stands after a test that lets nothing but a set value through. */
  readonly stops: RegExp;
  /** Of a read by where it stands: in a condition, with a fallback behind a call. */
  readonly copes: (before: string, after: string) => boolean;
  /** True where a schema in the file says that the variable may be absent. */
  readonly isOptional: (code: string, key: string) => boolean;
  /** True where the code says that the variable is set, or puts it into a text, by where the read stands. */
  readonly needs?: (before: string, after: string) => boolean;
}

/** For each read the file is gone through: one with more is a table, or means no good. */
const MOST = 300;

/** So far around a read is looked for what it stands in, in characters. */
const AROUND = 300;

/**
 * Reads whose lack the code copes with elsewhere: it tests the variable, or the name that it is kept under, in another
 * line of the file. One that is tested so as to stop is needed.
 */
export function withCoped(
  code: string,
  reads: readonly FoundRead[],
  syntax: CopingSyntax,
): readonly FoundRead[] {
  if (reads.length > MOST) return reads;
  const here = reads.map((read) => {
    if (read.hasDefault || read.isRequired) return read;
    return copesWith(code, read, syntax) ? { ...read, hasDefault: true } : read;
  });
  const stopping = new Set<string>();
  const tested = new Set<string>();
  for (const { key, offset, hasDefault } of here)
    if (hasDefault) (stopsAfter(code, offset, syntax) ? stopping : tested).add(key);
  return here.map((read) => {
    if (tested.has(read.key) && !read.isRequired) return { ...read, hasDefault: true };
    if (read.hasDefault || read.isRequired) return read;
    return stopping.has(read.key) || needs(code, read, syntax) ? { ...read, isNeeded: true } : read;
  });
}

/** The name that it is kept under is tested so as to stop, or the read itself takes it for set. */
function needs(code: string, { key, offset }: FoundRead, syntax: CopingSyntax): boolean {
  const before = code.slice(Math.max(0, offset - AROUND), offset);
  const name = syntax.assigned.exec(before)?.[1];
  const after = afterRead(code, offset, key);
  if (syntax.needs?.(before, after) === true) return true;
  return name !== undefined && testsOf(code, name, syntax).includes("stops");
}

function copesWith(code: string, { key, offset }: FoundRead, syntax: CopingSyntax): boolean {
  const before = code.slice(Math.max(0, offset - AROUND), offset);
  const name = syntax.assigned.exec(before)?.[1] ?? (/[{,]\s*$/.test(before) ? key : undefined);
  const property = /(?<![\w$.])([A-Za-z_]\w*)["']?\s*:\s*$/.exec(before)?.[1] ?? key;
  return (
    syntax.copes(before, afterRead(code, offset, key)) ||
    (name !== undefined && isTested(code, name, syntax)) ||
    syntax.isOptional(code, key) ||
    (property !== key && syntax.isOptional(code, property))
  );
}

/** What follows the variable's name and the brackets around it. */
function afterRead(code: string, offset: number, key: string): string {
  const end = code.indexOf(key, offset) + key.length;
  return code.slice(end, end + AROUND).replace(/^["'`]\s*[\])]/, "");
}

function isTested(code: string, name: string, syntax: CopingSyntax): boolean {
  const found = testsOf(code, name, syntax);
  return found.length > 0 && !found.includes("stops");
}

/** What follows each test of a name. */
function testsOf(code: string, name: string, syntax: CopingSyntax): readonly ("stops" | "goes on")[] {
  return [...code.matchAll(syntax.tests(name))].map(({ index }) =>
    stopsAfter(code, index, syntax) ? "stops" : "goes on",
  );
}

/** Of the statement that follows a test, no more than its first words. */
const NEXT = 90;

function stopsAfter(code: string, offset: number, { stops }: CopingSyntax): boolean {
  const [block = ""] = code.slice(offset, offset + NEXT).split(END_OF_BLOCK, 1);
  return stops.test(block);
}

/** The bracket or word that ends a block, on a line of its own: what follows is asked of something else. */
const END_OF_BLOCK = /\n[ \t]*(?:\}|end\b(?!\s*[(.=]))/;

/** True where the last one of some openings before a read is not closed yet. */
export function isWithin(before: string, opening: RegExp): boolean {
  const last = [...before.matchAll(opening)].at(-1);
  if (last === undefined) return false;
  let depth = 1;
  for (const character of before.slice(last.index + last[0].length)) {
    if (character === "(") depth += 1;
    if (character === ")") depth -= 1;
    if (depth === 0) return false;
  }
  return true;
}
