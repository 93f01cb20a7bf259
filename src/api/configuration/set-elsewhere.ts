import { isOptionalInSchema } from "../../config/usages/languages/javascript-schema.ts";
import { javascriptReads } from "../../config/usages/languages/javascript.ts";
import { acceptsSource, isOfTests } from "../../config/usages/scan-usages.ts";
import { settingOf } from "../../config/usages/sets-variable.ts";
import { searchWrittenLines } from "../../workspace/search.ts";
import type { Session } from "../session.ts";

/** Of so many, some are set in every other line: it would take seconds to tell which. */
const MOST_KEYS = 300;

/** A key is looked for in so many files that may hold a schema. */
const MOST_SCHEMAS = 20;

/**
 * Of some variables, those that a line of the tree sets: a script, an image, the code of the infrastructure; and those
 * that a schema of the code lets be absent. None of very many.
 */
export async function variablesSetElsewhere(
  session: Session,
  keys: readonly string[],
): Promise<ReadonlySet<string>> {
  const { platform, root } = session;
  if (keys.length === 0 || keys.length > MOST_KEYS) return new Set();
  const pattern = `(^|[^[:alnum:]_])(${keys.join("|")})([^[:alnum:]_]|$)`;
  const lines = await searchWrittenLines(platform, root, { pattern });
  const isSet = (key: string) => {
    const sets = settingOf(key);
    return lines.some(({ path, text }) => text.includes(key) && sets(path, text));
  };
  const workspace = await session.openTree();
  const mayBeAbsent = (key: string) =>
    schemaFiles(lines, key).some((path) => {
      const read = workspace.readText(path);
      return read.isRead && isOptionalInSchema(read.text, key);
    });
  return new Set(keys.filter((key) => isSet(key) || mayBeAbsent(key)));
}

/** Files of JavaScript with a line that begins like an entry of a schema. */
function schemaFiles(
  lines: readonly { readonly path: string; readonly text: string }[],
  key: string,
): readonly string[] {
  const entry = new RegExp(String.raw`(?:^|[{,\s])["']?${key}["']?\s*:`);
  const paths = lines
    .filter(({ path, text }) => isJavaScript(path) && entry.test(text))
    .map(({ path }) => path);
  return [...new Set(paths)].slice(0, MOST_SCHEMAS);
}

function isJavaScript(path: string): boolean {
  const isSource = javascriptReads.suffixes.some((suffix) => path.endsWith(suffix));
  return isSource && acceptsSource(path) && !isOfTests(path);
}
