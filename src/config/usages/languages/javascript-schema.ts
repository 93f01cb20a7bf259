/** Methods and fields by which a schema says that a value may be absent: zod's, valibot's, yup's, envalid's. */
const MAY_BE_ABSENT =
  /(?<![\w$])(?:optional|default|nullish|nullable|catch|prefault)\s*\(|[{,]\s*(?:default|devDefault)\s*:/;

/** A validator is called, or begins with the name of its library. */
const VALIDATOR = /^[A-Za-z_$][\w$]*\s*[.(]/;

/** Of joi's, all may be absent but what is required. */
const OF_JOI = /^joi\s*\./i;

/** Of a schema's entry, no more than this many characters. */
const LONGEST = 2_000;

/** The name of a validator or its library. */
const LONGEST_NAME = 60;

/** One schema has a key once; a file in which it stands more often is a table. */
const MOST_ENTRIES = 20;

const OPENING = "([{";
const CLOSING = ")]}";

/** True where a schema in the code lets the value of a key be absent. The key is a word. */
export function isOptionalInSchema(code: string, key: string): boolean {
  const entries = code.matchAll(new RegExp(String.raw`(?<![\w$.])${key}["']?\s*:\s*`, "g"));
  let tried = 0;
  for (const { index, 0: name } of entries) {
    const start = index + name.length;
    if (!VALIDATOR.test(code.slice(start, start + LONGEST_NAME))) continue;
    tried += 1;
    if (tried > MOST_ENTRIES) return false;
    const value = entryAt(code, start);
    if (MAY_BE_ABSENT.test(value) || (OF_JOI.test(value) && !/\.required\s*\(/.test(value))) return true;
  }
  return false;
}

/** The value of an entry: to the comma or the bracket that ends it. */
function entryAt(code: string, start: number): string {
  const end = Math.min(code.length, start + LONGEST);
  let depth = 0;
  for (let at = start; at < end; at += 1) {
    const character = code.charAt(at);
    if (character === '"' || character === "'" || character === "`") at = endOfText(code, at, end);
    else if (OPENING.includes(character)) depth += 1;
    else if (CLOSING.includes(character)) depth -= 1;
    if (depth < 0 || (depth === 0 && (character === "," || character === ";"))) return code.slice(start, at);
  }
  return code.slice(start, end);
}

function endOfText(code: string, start: number, end: number): number {
  const quote = code.charAt(start);
  let at = start + 1;
  while (at < end && code.charAt(at) !== quote) at += code.charAt(at) === "\\" ? 2 : 1;
  return at;
}
