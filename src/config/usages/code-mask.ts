import type { Syntax } from "./types.ts";

/** A text without its comments, and where in it no code stands. */
export interface MaskedCode {
  /** The same length and lines as the text; comments are spaces. */
  readonly code: string;
  /** True for a place inside a text. */
  readonly isText: (offset: number) => boolean;
}

/** Takes comments away and tells texts from code, in one pass. */
export function maskCode(text: string, syntax: Syntax): MaskedCode {
  const scan: Scan = { text, syntax, at: 0, comments: [], texts: [], depths: [], last: "" };
  while (scan.at < text.length) step(scan);
  return { code: blank(text, scan.comments), isText: createRangeTest(scan.texts) };
}

type Range = readonly [start: number, end: number];

interface Scan {
  readonly text: string;
  readonly syntax: Syntax;
  readonly comments: Range[];
  readonly texts: Range[];
  /** Braces that are open within each `${` of JavaScript. */
  readonly depths: number[];
  at: number;
  /** The latest character of code that is no space. */
  last: string;
}

function step(scan: Scan): void {
  const { text, syntax, at } = scan;
  const character = text.charAt(at);
  if (character === " " || character === "\n" || character === "\t" || character === "\r") {
    scan.at += 1;
    return;
  }
  if (skipComment(scan) || (syntax.isRust === true && skipOfRust(scan))) return;
  const quote = syntax.quotes.find((mark) => text.startsWith(mark, at));
  if (quote !== undefined) skipText(scan, quote);
  else if (syntax.isJavaScript === true && character === "`") skipTemplate(scan);
  else if (syntax.isJavaScript === true && character === "/" && beginsRegex(scan)) skipRegex(scan);
  else if (scan.depths.length > 0 && (character === "{" || character === "}")) skipBrace(scan, character);
  else {
    scan.at += 1;
    scan.last = character;
  }
}

const RUST_TEXT = /(?<!\w)[bc]?r(#{0,255})"/y;
const RUST_CHARACTER = /'(?:\\.|[^\\'\n])'/y;

/** A raw text, to the quote that as many `#` follow as stand before it; a character in its quotes. */
function skipOfRust(scan: Scan): boolean {
  const { text, at } = scan;
  RUST_TEXT.lastIndex = at;
  const raw = RUST_TEXT.exec(text);
  if (raw !== null) {
    const start = at + raw[0].length;
    const close = `"${raw[1] ?? ""}`;
    const found = text.indexOf(close, start);
    const end = found === -1 ? text.length : found;
    scan.texts.push([start, end]);
    scan.at = Math.min(end + close.length, text.length);
    scan.last = '"';
    return true;
  }
  RUST_CHARACTER.lastIndex = at;
  const [character] = RUST_CHARACTER.exec(text) ?? [];
  if (character === undefined) return false;
  scan.at = at + character.length;
  scan.last = "'";
  return true;
}

function skipComment(scan: Scan): boolean {
  const { text, syntax, at } = scan;
  const line = syntax.lineComments.find((mark) => text.startsWith(mark, at));
  if (line !== undefined && !(line === "#" && isInsideWord(text, at))) {
    const end = text.indexOf("\n", at);
    scan.at = end === -1 ? text.length : end;
    scan.comments.push([at, scan.at]);
    return true;
  }
  const block = syntax.blockComments.find(([open]) => text.startsWith(open, at));
  if (block === undefined) return false;
  const [open, close] = block;
  const end = text.indexOf(close, at + open.length);
  scan.at = end === -1 ? text.length : end + close.length;
  scan.comments.push([at, scan.at]);
  return true;
}

/** `${#list}` and `a#b` of a shell are no comments. */
function isInsideWord(text: string, at: number): boolean {
  return at > 0 && /[\w${#]/.test(text.charAt(at - 1));
}

function skipText(scan: Scan, quote: string): void {
  const { text, syntax, at } = scan;
  const isLong = syntax.longQuotes.includes(quote);
  const isCode = syntax.hasInterpolation === true && /[fF]/.test(text.slice(Math.max(0, at - 2), at));
  let end = at + quote.length;
  let holdsCode = isCode;
  while (end < text.length && !text.startsWith(quote, end)) {
    const character = text.charAt(end);
    if (character === "\n" && !isLong) break;
    if (character === "#" && text.charAt(end + 1) === "{" && syntax.hasInterpolation === true)
      holdsCode = true;
    end += character === "\\" ? 2 : 1;
  }
  if (!holdsCode) scan.texts.push([at + quote.length, Math.min(end, text.length)]);
  scan.at = Math.min(end + (text.startsWith(quote, end) ? quote.length : 0), text.length);
  scan.last = '"';
}

/** From a backquote, or from the brace that ends a `${…}`, to the next `${` or the end. */
function skipTemplate(scan: Scan): void {
  const { text, at } = scan;
  let end = at + 1;
  while (end < text.length && text.charAt(end) !== "`") {
    if (text.charAt(end) === "$" && text.charAt(end + 1) === "{") {
      scan.texts.push([at + 1, end]);
      scan.depths.push(0);
      scan.at = end + 2;
      scan.last = "{";
      return;
    }
    end += text.charAt(end) === "\\" ? 2 : 1;
  }
  scan.texts.push([at + 1, Math.min(end, text.length)]);
  scan.at = end + 1;
  scan.last = '"';
}

function skipBrace(scan: Scan, character: string): void {
  const open = scan.depths.at(-1) ?? 0;
  scan.last = character;
  if (character === "}" && open === 0) {
    scan.depths.pop();
    skipTemplate(scan);
    return;
  }
  scan.depths[scan.depths.length - 1] = open + (character === "{" ? 1 : -1);
  scan.at += 1;
}

/** After what ends a value a slash divides. */
function beginsRegex({ last, text, at }: Scan): boolean {
  if (/[\w$)\]}"]/.test(last))
    return /\b(return|typeof|case|in|of|void)\s*$/.test(text.slice(Math.max(0, at - 12), at));
  return true;
}

function skipRegex(scan: Scan): void {
  const { text, at } = scan;
  let isClass = false;
  let end = at + 1;
  for (; end < text.length && text.charAt(end) !== "\n"; end += 1) {
    const character = text.charAt(end);
    if (character === "\\") end += 1;
    else if (character === "[") isClass = true;
    else if (character === "]") isClass = false;
    else if (character === "/" && !isClass) break;
  }
  scan.texts.push([at, Math.min(end, text.length)]);
  scan.at = end + 1;
  scan.last = '"';
}

function blank(text: string, comments: readonly Range[]): string {
  let code = "";
  let from = 0;
  for (const [start, end] of comments) {
    code += text.slice(from, start) + text.slice(start, end).replaceAll(/[^\n]/g, " ");
    from = end;
  }
  return code + text.slice(from);
}

/** The ranges are sorted and apart. */
function createRangeTest(ranges: readonly Range[]): (offset: number) => boolean {
  return (offset) => {
    let low = 0;
    let high = ranges.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ranges[middle]?.[1] ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return (ranges[low]?.[0] ?? Infinity) <= offset;
  };
}
