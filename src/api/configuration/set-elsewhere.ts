import { settingOf } from "../../config/usages/sets-variable.ts";
import { searchWrittenLines } from "../../workspace/search.ts";
import type { Session } from "../session.ts";

/** Of so many, some are set in every other line: it would take seconds to tell which. */
const MOST_KEYS = 300;

/**
 * Of some variables, those that a line of the tree sets: a script, an image, the code of the infrastructure. None of
 * very many.
 */
export async function variablesSetElsewhere(
  { platform, root }: Session,
  keys: readonly string[],
): Promise<ReadonlySet<string>> {
  if (keys.length === 0 || keys.length > MOST_KEYS) return new Set();
  const pattern = `(^|[^[:alnum:]_])(${keys.join("|")})([^[:alnum:]_]|$)`;
  const lines = await searchWrittenLines(platform, root, { pattern });
  const isSet = (key: string) => {
    const sets = settingOf(key);
    return lines.some(({ path, text }) => text.includes(key) && sets(path, text));
  };
  return new Set(keys.filter(isSet));
}
