import { setsVariable } from "../../config/usages/sets-variable.ts";
import { searchLinesByGit } from "../../workspace/search.ts";
import type { Session } from "../session.ts";

/** Longer lines are made by tools, or mean no good. */
const LONGEST_LINE = 2_000;

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
  const found = await searchLinesByGit(platform, root, { pattern });
  const lines = [...(found ?? [])].flatMap(([path, ofFile]) => ofFile.map(({ text }) => ({ path, text })));
  const isSet = (key: string) =>
    lines.some(
      ({ path, text }) => text.length <= LONGEST_LINE && text.includes(key) && setsVariable(path, text, key),
    );
  return new Set(keys.filter(isSet));
}
