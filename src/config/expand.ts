import type { ConfigEntry } from "../model/config-entry.ts";

/** What a text becomes when its references are put in. */
export interface Expansion {
  readonly text: string;
  /** True where a secret was needed: then the text stays as it is written. */
  readonly needsSecret: boolean;
}

/** Finds the entry that holds for a name. */
type Lookup = (name: string) => ConfigEntry | undefined;

const DEEPEST = 12;
const LONGEST = 65_536;

/**
 * Puts values in for `$X`, `${X}`, `${X:-default}` and `${X-default}`; `\$` stands for itself. Nothing is run:
 * `$(command)` stays text, and so does a reference that leads back to itself.
 */
export function expandText(text: string, lookup: Lookup): Expansion {
  const state: State = { lookup, isSecret: false, visited: [] };
  const expanded = expand(text, state);
  return state.isSecret ? { text, needsSecret: true } : { text: expanded, needsSecret: false };
}

interface State {
  readonly lookup: Lookup;
  readonly visited: readonly string[];
  isSecret: boolean;
}

function expand(text: string, state: State): string {
  let result = "";
  for (let at = 0; at < text.length && result.length < LONGEST;) {
    if (text.startsWith("\\$", at)) {
      result += "$";
      at += 2;
      continue;
    }
    const reference = text[at] === "$" ? readReference(text, at) : undefined;
    result += reference === undefined ? (text[at] ?? "") : resolve(reference, state);
    at = reference?.end ?? at + 1;
  }
  return result.slice(0, LONGEST);
}

interface Reference {
  readonly source: string;
  readonly name: string;
  readonly operator: string | undefined;
  readonly fallback: string;
  readonly end: number;
}

function readReference(text: string, at: number): Reference | undefined {
  const bare = /^\$([A-Za-z_]\w*)/.exec(text.slice(at, at + 256));
  if (bare !== null) {
    const [source, name = ""] = bare;
    return { source, name, operator: undefined, fallback: "", end: at + source.length };
  }
  const opened = /^\$\{([A-Za-z_]\w*)(:?-)?/.exec(text.slice(at, at + 256));
  if (opened === null) return undefined;
  const close = closingBrace(text, at + 1);
  if (close === -1) return undefined;
  const [start, name = "", operator] = opened;
  const fallback = text.slice(at + start.length, close);
  if (operator === undefined && fallback !== "") return undefined;
  return { source: text.slice(at, close + 1), name, operator, fallback, end: close + 1 };
}

function closingBrace(text: string, open: number): number {
  let depth = 0;
  for (let at = open; at < text.length; at += 1) {
    if (text[at] === "{") depth += 1;
    else if (text[at] === "}") depth -= 1;
    if (depth === 0) return at;
  }
  return -1;
}

function resolve({ source, name, operator, fallback }: Reference, state: State): string {
  if (state.visited.includes(name) || state.visited.length >= DEEPEST) return source;
  const entry = state.lookup(name);
  if (entry?.isSecret === true) state.isSecret = true;
  const known = textOf(entry);
  const isAbsent = known === undefined || (operator === ":-" && known === "");
  const inner: State = { ...state, visited: [...state.visited, name] };
  const text = isAbsent ? (operator === undefined ? "" : fallback) : known;
  const result = expand(text, inner);
  if (inner.isSecret) state.isSecret = true;
  return result;
}

function textOf(entry: ConfigEntry | undefined): string | undefined {
  if (entry?.value === undefined || entry.value === null) return undefined;
  return typeof entry.value === "string" ? entry.value : JSON.stringify(entry.value);
}
