import { isWithin, type CopingSyntax } from "../coped-reads.ts";
import { findReads, type ReadForm } from "../find-reads.ts";
import type { LanguageReads, Syntax } from "../types.ts";

const C_LIKE: Syntax = {
  lineComments: ["//"],
  blockComments: [["/*", "*/"]],
  quotes: ['"'],
  longQuotes: [],
};

const NAME = String.raw`\(\s*"(?<key>\w+)"\s*\)`;

/** `FirstNonEmpty(os.Getenv("OVEN"), os.Getenv("STOVE"))`: either will do. */
const ONE_OF = /\b(?:cmp\.Or|(?:\w+\.)?\w*(?:[fF]irst(?:NonEmpty|NonBlank|Of|Set)|[cC]oalesce)\w*)\(/g;

/** `flags.String("oven", os.Getenv("OVEN"), "which oven")`: whoever starts the program may say it otherwise. */
const OF_FLAG =
  /\.(?:String|Bool|Int|Int64|Uint|Uint64|Float64|Duration)(?:Var)?P?\(\s*(?:&[\w.]+,\s*)?"[\w.-]+",\s*(?:"\w?",\s*)?$/;

const GO_COPING: CopingSyntax = {
  assigned: /([A-Za-z_]\w*)(?:\s+string)?\s*:?=\s*(?:strings\.\w+\(\s*)?$/,
  tests: (name) => new RegExp(String.raw`(?<![\w.])${name}\s*[!=]=|\blen\(\s*${name}\s*\)`, "g"),
  stops: /\b(log\.(Fatal|Panic)\w*|panic|os\.Exit|\w+\.(Fatal|Skip)f?|fmt\.Errorf|errors\.New)\(/,
  copes: (before, after) =>
    isWithin(before, ONE_OF) ||
    OF_FLAG.test(before) ||
    (/\w*(?:Default|Env|[gG]et|[pP]arse)\w*\(\s*$/.test(before) && /^\s*,\s*["`\d]/.test(after)),
  isOptional: () => false,
};

/** `os.Getenv` and `os.LookupEnv`. */
export const goReads: LanguageReads = {
  language: "go",
  suffixes: [".go"],
  syntax: { ...C_LIKE, quotes: ['"', "`"], longQuotes: ["`"] },
  find: (code) =>
    findReads(code, [
      form(String.raw`(?<![\w.])os\.Getenv${NAME}`, ({ before, after }) =>
        /^\s*[!=]=/.test(after) || /\blen\(\s*$/.test(before) ? "default" : "plain",
      ),
      form(String.raw`(?<![\w.])os\.LookupEnv${NAME}`, () => "default"),
    ]),
  coping: GO_COPING,
};

/** `std::env::var` and the macros. */
export const rustReads: LanguageReads = {
  language: "rust",
  suffixes: [".rs"],
  syntax: { ...C_LIKE, longQuotes: ['"'], isRust: true },
  find: (code) =>
    findReads(code, [
      form(String.raw`(?<!\w)(?:std::)?env::var(?:_os)?${NAME}`, ({ before, after }) => {
        if (/^\s*(\.(unwrap|expect)\(|\?)/.test(after)) return "required";
        const copes =
          /^\s*\.(unwrap_or|ok|is_ok|is_err|map_or|or_else|unwrap_or_else|unwrap_or_default)\b/.test(after);
        return copes || /(\blet\s+\w+\(?.*=|\bmatch|\bor_else\(\|\w*\|)\s*$/.test(before)
          ? "default"
          : "plain";
      }),
      form(String.raw`(?<![\w_])env!\(\s*"(?<key>\w+)"`, () => "required"),
      form(String.raw`(?<!\w)option_env!\(\s*"(?<key>\w+)"`, () => "default"),
    ]),
};

/** `System.getenv`. */
export const javaReads: LanguageReads = {
  language: "java",
  suffixes: [".java", ".kt", ".kts", ".groovy"],
  syntax: { ...C_LIKE, quotes: ['"""', '"'], longQuotes: ['"""'] },
  find: (code) =>
    findReads(code, [
      form(String.raw`(?<!\w)System\.getenv(?:\(\)\.get)?${NAME}`, judgeNullable),
      form(String.raw`(?<!\w)System\.getenv\(\)\.getOrDefault\(\s*"(?<key>\w+)"`, () => "default"),
    ]),
};

/** `sys.env`. */
export const scalaReads: LanguageReads = {
  language: "scala",
  suffixes: [".scala", ".sbt"],
  syntax: { ...C_LIKE, quotes: ['"""', '"'], longQuotes: ['"""'] },
  find: (code) =>
    findReads(code, [
      form(String.raw`(?<![\w.])sys\.env${NAME}`, () => "required"),
      form(String.raw`(?<![\w.])sys\.env\.(?:get|getOrElse|contains)\(\s*"(?<key>\w+)"`, () => "default"),
      form(String.raw`(?<!\w)System\.getenv${NAME}`, judgeNullable),
    ]),
};

/** `Environment.GetEnvironmentVariable`. */
export const csharpReads: LanguageReads = {
  language: "csharp",
  suffixes: [".cs", ".fs", ".vb"],
  syntax: C_LIKE,
  find: (code) =>
    findReads(code, [
      form(String.raw`(?<!\w)Environment\.GetEnvironmentVariable\(\s*"(?<key>\w+)"\s*[,)]`, judgeNullable),
    ]),
};

/** `getenv`. */
export const cReads: LanguageReads = {
  language: "c",
  suffixes: [".c", ".cc", ".cpp", ".cxx", ".h", ".hh", ".hpp"],
  syntax: C_LIKE,
  find: (code) =>
    findReads(code, [form(String.raw`(?<!\w)(?:std::)?(?:secure_)?getenv${NAME}`, judgeNullable)]),
};

function judgeNullable({ before, after }: Parameters<ReadForm["judge"]>[0]): ReturnType<ReadForm["judge"]> {
  const copes = /^\s*(\?\?|\?:|\?\.|[!=]=|\?\s)/.test(after) || /(\bif\s*\(|!)\s*$/.test(before);
  return copes ? "default" : "plain";
}

function form(source: string, judge: ReadForm["judge"]): ReadForm {
  return { pattern: new RegExp(source, "g"), judge };
}
