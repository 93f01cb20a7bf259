import { classifySecret } from "./classify.ts";
import { SHAPES } from "./shapes.ts";

const HIDDEN = "«secret»";

/** `KEY=value`, `key: value`, `"key": "value",`: what stands before the value, and the value. */
const ASSIGNMENT = /^(\s*(?:-\s+)?(?:export\s+)?["']?([\w.$-]{1,128})["']?\s*(?:=|:=|:)\s*)(\S[\s\S]*)$/;

/** Lines of a key's body, or of anything else that is nothing but its letters. */
const BODY = /^\s*["']?[A-Za-z0-9+/]{24,}={0,2}["']?,?\s*$/;

/**
 * A line of any file with what may be a secret in it taken out: by the name before it, by its form, by the login of an
 * address. Rather too much than too little: it is for showing alone.
 */
export function hideSecretsInLine(line: string, secretKeys: ReadonlySet<string>): string {
  const withoutBody = BODY.test(line)
    ? HIDDEN
    : line.replace(/PRIVATE KEY( BLOCK)?-----.*$/s, `PRIVATE KEY----- ${HIDDEN}`);
  const [, head, key, value] = ASSIGNMENT.exec(withoutBody) ?? [];
  if (head !== undefined && key !== undefined && value !== undefined) {
    const bare = value.trim().replace(/^(["'`])([\s\S]*?)\1[,;]?.*$/, "$2");
    const isSecret =
      secretKeys.has(key) || [bare, value].some((text) => classifySecret(key, text, false) !== undefined);
    if (isSecret) return `${head}${HIDDEN}`;
  }
  return hideShapes(withoutBody);
}

function hideShapes(line: string): string {
  const text = SHAPES.reduce((rest, { pattern }) => {
    const everywhere = new RegExp(
      pattern.source,
      pattern.flags.includes("g") ? pattern.flags : `${pattern.flags}g`,
    );
    return rest.replaceAll(everywhere, HIDDEN);
  }, line);
  return text.replaceAll(/(:\/\/)[^\s/@"']+@/g, `$1${HIDDEN}@`);
}
