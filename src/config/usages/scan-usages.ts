import { createLocator } from "../../workspace/parsers/position.ts";
import { maskCode } from "./code-mask.ts";
import { withCoped } from "./coped-reads.ts";
import { cReads, csharpReads, goReads, javaReads, rustReads, scalaReads } from "./languages/compiled.ts";
import { javascriptReads } from "./languages/javascript.ts";
import { pythonReads } from "./languages/python.ts";
import { rubyReads } from "./languages/ruby.ts";
import { elixirReads, phpReads, shellReads } from "./languages/scripting.ts";
import type { LanguageReads, VariableUsage } from "./types.ts";

const LANGUAGES: readonly LanguageReads[] = [
  javascriptReads,
  pythonReads,
  rubyReads,
  goReads,
  rustReads,
  javaReads,
  scalaReads,
  csharpReads,
  cReads,
  phpReads,
  elixirReads,
  shellReads,
];

const BY_SUFFIX: ReadonlyMap<string, LanguageReads> = new Map(
  LANGUAGES.flatMap((reads) => reads.suffixes.map((suffix) => [suffix, reads] as const)),
);

/** Ends of the names of files in which reads are looked for. */
export const SOURCE_SUFFIXES: readonly string[] = [...BY_SUFFIX.keys()];

/** In every file with a read, as a POSIX extended regular expression: other files need not be opened. */
export const READ_MARKER = [
  "process *[?]?[.] *env|import[.]meta[.]env|(Bun|Deno)[.]env",
  "environ|getenv|Getenv|LookupEnv|GetEnvironmentVariable|get_env|fetch_env",
  "ENV[.[]|_ENV|env::var|env!|sys[.]env",
  `(^|[^A-Za-z])env([.][a-z_]+)?[(] *["']`,
  "[$][{][A-Z_][A-Z0-9_]*:?[-=?+]",
].join("|");

/** What others wrote, and what a tool made. */
const NOT_OURS =
  /(^|\/)(node_modules|vendor|third_party|dist|build|out|\.next|coverage)\/|\.min\.[a-z]+$|\.d\.[cm]?ts$|(^|\/)\.yarn\//i;

const OF_TESTS =
  /(^|\/)(tests?|__tests__|__mocks__|e2e|specs?|fixtures?|examples?|samples?|docs?|testdata|mocks?|stories|cypress|playwright|benchmarks?)\/|[._-](test|tests|spec|stories|e2e)\.\w+$|(^|\/)mocks?\.\w+$|(^|\/)(test_[^/]*|conftest)\.py$|_(test|spec)\.(go|py|rb|exs?)$/i;

/** True for source files of the project's own in a known language. */
export function acceptsSource(path: string): boolean {
  return BY_SUFFIX.has(suffixOf(path)) && !NOT_OURS.test(path);
}

/** True for files of tests, and for those that only show how something is used. */
export function isOfTests(path: string): boolean {
  return OF_TESTS.test(path);
}

/** The reads in one file, by line and column. Pure. */
export function scanUsages(path: string, text: string): readonly VariableUsage[] {
  const reads = BY_SUFFIX.get(suffixOf(path));
  if (reads === undefined || isMinified(text) || reads.find(text).length === 0) return [];
  const { code, isText } = maskCode(text, reads.syntax);
  const locate = createLocator(text);
  const isTest = isOfTests(path);
  const { language, coping } = reads;
  const found = reads.find(code).filter(({ offset }) => !isText(offset));
  return (coping === undefined ? found : withCoped(code, found, coping))
    .toSorted((a, b) => a.offset - b.offset)
    .map(({ key, offset, hasDefault, isRequired, isNeeded = false }) => ({
      key,
      file: path,
      ...locate(offset),
      language,
      hasDefault,
      isRequired,
      isNeeded: isRequired || isNeeded,
      isTest,
    }));
}

/** A tool put it on few lines: what it holds was written elsewhere. */
function isMinified(text: string): boolean {
  return text.length > 20_000 && text.length / (text.split("\n", 2_000).length || 1) > 500;
}

/** Tells where in a source file of a known language texts stand; nowhere in any other file. */
export function textRanges(path: string, text: string): (offset: number) => boolean {
  const reads = BY_SUFFIX.get(suffixOf(path));
  return reads === undefined ? () => false : maskCode(text, reads.syntax).isText;
}

function suffixOf(path: string): string {
  const dot = path.lastIndexOf(".");
  return dot === -1 ? "" : path.slice(dot).toLowerCase();
}
