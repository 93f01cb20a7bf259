import { posix } from "node:path";
import { searchWrittenLines } from "../../workspace/search.ts";
import type { Session } from "../session.ts";

const CODE = [".js", ".mjs", ".cjs", ".ts", ".mts", ".cts", ".tsx", ".jsx"] as const;
const SHELL = [".sh", ".bash", "Makefile", "package.json"] as const;
const ENDING = /\.[cm]?[jt]sx?$/;

/** Of more names than these, whoever misses so many looks for another reason. */
const MOST_SEARCHED = 200;

/** Every other script has a file that is called so. */
const COMMON = /^(index|main|app|config|types?|utils?|helpers?|constants|server|client|setup|test|package)$/i;

/**
 * Of what imports lead to, the names that code elsewhere gives with an ending, in quotes: `write({ path: "oven.ts" })`,
 * and those of files that a script writes to: `> oven.js`, `-o oven.js`. An import leaves the ending away, a program that
 * writes the file cannot.
 */
export async function namesWrittenByCode(
  { platform, root }: Session,
  targets: readonly string[],
): Promise<ReadonlySet<string>> {
  const names = [...new Set(targets.map((target) => posix.basename(target)))].filter(
    (name) => /^[\w-]{3,}$/.test(name) && !COMMON.test(name),
  );
  if (names.length === 0 || names.length > MOST_SEARCHED) return new Set();
  const name = `(${names.join("|")})[.][cm]?[jt]sx?`;
  const pattern = `["'\`/]${name}["'\`]|(>|-o|--out[a-z-]*)[ =]*[^ ]*${name}`;
  const lines = await searchWrittenLines(platform, root, { pattern, suffixes: [...CODE, ...SHELL] });
  const quoted = lines.flatMap(({ path, text }) => {
    if (SHELL.some((ending) => path.endsWith(ending)))
      return [...text.matchAll(/(?:>|\s-o|\s--out[a-z-]*)[\s=]*["']?([\w./-]+)/g)].map(
        ([, target = ""]) => target,
      );
    return /\b(from|import|require)\b/.test(text)
      ? []
      : text.split(/["'`]/).filter((word) => ENDING.test(word));
  });
  const written = new Set(quoted.map((word) => posix.basename(word).replace(ENDING, "")));
  return new Set(names.filter((name) => written.has(name)));
}
