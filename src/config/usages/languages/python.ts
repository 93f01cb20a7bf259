import { isWithin, type CopingSyntax } from "../coped-reads.ts";
import { findReads, isAssigned, type ReadForm } from "../find-reads.ts";
import type { FoundRead, LanguageReads } from "../types.ts";

const KEY = String.raw`\(\s*(["'])(?<key>\w+)\1\s*(?<more>[,)])`;

/** With a second parameter, or an `or` after it, the code says itself what to take. */
const judgeCall: ReadForm["judge"] = ({ match, after }) =>
  match.endsWith(",") || /^\s*or\b/.test(after) ? "default" : "plain";

const FORMS: readonly ReadForm[] = [
  {
    pattern: /(?<![\w.])(?:os\.)?environ\s*\[\s*(["'])(?<key>\w+)\1\s*\]/g,
    judge: (read) => (isAssigned(read) ? undefined : "required"),
  },
  {
    pattern: new RegExp(String.raw`(?<![\w.])(?:os\.)?(?:environ\.get|getenv)${KEY}`, "g"),
    judge: judgeCall,
  },
  {
    pattern: new RegExp(String.raw`(?<![\w.])(?:os\.)?environ\.(?:setdefault|pop)${KEY}`, "g"),
    judge: () => "default",
  },
  {
    pattern: /(["'])(?<key>\w+)\1\s+(?:not\s+)?in\s+(?:os\.)?environ\b/g,
    judge: () => "default",
  },
];

/** `env("X")` and `env.str("X")` of environs and django-environ. */
const ENVIRON_FORM: ReadForm = {
  pattern: new RegExp(String.raw`(?<![\w.])env(?:\.[a-z_]+)?${KEY}`, "g"),
  judge: ({ match }) => (match.endsWith(",") ? "default" : "required"),
};

const HAS_ENVIRON = /^\s*(?:import\s+environs?\b|from\s+environs?\s+import)/m;

const COPING: CopingSyntax = {
  assigned: /(?:^|[\n;])[ \t]*(?:self\.)?([A-Za-z_]\w*)(?:\s*:[^=\n]{1,60})?\s*=\s*$/,
  tests: (name) =>
    new RegExp(
      String.raw`\b(?:if|elif|while|or|and|not)\s+(?:self\.)?${name}\b|(?<!\w)${name}\s+(?:or|and|if|is)\b|(?<!\w)${name}\s*[!=]=`,
      "g",
    ),
  stops: /\b(raise|sys\.exit|exit)\b/,
  copes: (before, after) =>
    /\b(?:if|elif|while|or|and|not)\s+$/.test(before) ||
    /^[ \t]*(?:or|and|if|is)\b|^[ \t]*[!=]=|^\)+[ \t]*or\b/.test(after) ||
    (READER.test(before) && SECOND_VALUE.test(after)) ||
    MAY_BE_NONE.test(before) ||
    OF_OPTION.test(before) ||
    isWithin(before, CONDITION),
  isOptional: () => false,
};

/** `url: str | None = os.getenv("OVEN_URL")` */
const MAY_BE_NONE = /:\s*(?:(?:typing\.)?Optional\[[^\n=]{1,60}\]|[^\n=:]{1,60}\|\s*None)\s*=\s*$/;

/** `parser.add_argument("--url", default=os.getenv("OVEN_URL"))`: whoever starts the program may say it otherwise. */
const OF_OPTION = /\b(?:add_argument|[oO]ption|Argument)\((?:[^()]|\([^()]{0,100}\)){0,250}\bdefault\s*=\s*$/;

/** `parse_list(os.getenv("OVENS"), [])`: what reads is told what to take where there is nothing. */
const READER =
  /(?<!\w)(?!(?:int|str|getattr)\()_*(?:parse|to|get|as|read|env|num|int|bool|str|list)\w*\(\s*$/i;
const SECOND_VALUE = /^\s*,\s*(?:\w+\s*=\s*)?(?:(?:True|False|None)\b|-?\d|["'[{(])/;

const CONDITION = /\b(?:if|elif|while|bool)\s*\(/g;

/** So far before a read is looked for the test that it stands under, in characters. */
const GUARD = 200;

/** `if "OVEN" in os.environ:` stands right before it. */
function isGuarded(code: string, { key, offset }: FoundRead): boolean {
  const before = code.slice(Math.max(0, offset - GUARD), offset);
  return new RegExp(String.raw`\b(?:el)?if\s+(["'])${key}\1\s+in\s+(?:(?:os\.)?environ|env)\b`).test(before);
}

/** `os.environ`, `os.getenv`, environs. */
export const pythonReads: LanguageReads = {
  language: "python",
  suffixes: [".py", ".pyi"],
  syntax: {
    lineComments: ["#"],
    blockComments: [],
    quotes: ['"""', "'''", '"', "'"],
    longQuotes: ['"""', "'''"],
    hasInterpolation: true,
  },
  find: (code) =>
    findReads(code, HAS_ENVIRON.test(code) ? [...FORMS, ENVIRON_FORM] : FORMS).map((read) =>
      read.isRequired && isGuarded(code, read) ? { ...read, hasDefault: true, isRequired: false } : read,
    ),
  coping: COPING,
};
