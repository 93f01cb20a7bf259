import { isWithin, type CopingSyntax } from "../coped-reads.ts";
import { findReads, isAssigned, toRead, type ReadContext, type ReadForm } from "../find-reads.ts";
import type { FoundRead, LanguageReads } from "../types.ts";
import { isOptionalInSchema } from "./javascript-schema.ts";

/** What Vite itself puts into `import.meta.env`. */
const OF_VITE = new Set(["MODE", "BASE_URL", "PROD", "DEV", "SSR"]);

const FORMS: readonly ReadForm[] = [
  {
    pattern: /(?<![\w$])(?:process\s*\??\.\s*env|import\.meta\.env|Bun\.env)\s*\??\.\s*(?<key>[A-Za-z_]\w*)/g,
    judge: judgeRead,
  },
  {
    pattern:
      /(?<![\w$])(?:process\s*\??\.\s*env|import\.meta\.env|Bun\.env)\s*(?:\?\.)?\[\s*(["'`])(?<key>[A-Za-z_]\w*)\1\s*\]/g,
    judge: judgeRead,
  },
  { pattern: /(?<![\w$])Deno\.env\.get\(\s*(["'`])(?<key>[A-Za-z_]\w*)\1\s*\)/g, judge: judgeRead },
];

const DESTRUCTURED =
  /(?:const|let|var)\s*\{([^{}]{0,4000})\}\s*=\s*(?:process\.env|import\.meta\.env|Bun\.env)(?![\w$.[?])/g;

const COPING: CopingSyntax = {
  assigned: /(?:const|let|var)\s+([A-Za-z_$][\w$]*)(?:\s*:[^=;]{1,60})?\s*=\s*$/,
  tests: (name) =>
    new RegExp(
      String.raw`(?:!|\bif\s*\(|\btypeof\s+|\bBoolean\()\s*${literal(name)}(?![\w$])|(?<![\w$.])${literal(name)}\s*(?:\?\?|\|\||&&|[!=]==?|\?(?!:))`,
      "g",
    ),
  stops: /\b(throw|process\.exit|Deno\.exit)\b/,
  copes: (before, after) =>
    OTHER_VALUE.test(before) ||
    NOT_ARGUED.test(before) ||
    MAY_BE_UNDEFINED.test(before) ||
    OF_OPTION.test(before) ||
    CALL_WITH_FALLBACK.test(after) ||
    (READER.test(before) && SECOND_VALUE.test(after)) ||
    isWithin(before, CONDITION),
  isOptional: isOptionalInSchema,
  needs: (before, after) => TAKEN_FOR_SET.test(after) || (/\$\{\s*$/.test(before) && /^\s*\}/.test(after)),
};

/** `process.env.OVEN!`, `process.env.OVEN as string` */
const TAKEN_FOR_SET = /^(?:!(?!=)|\s+as\s+(?:string|any)\b)/;

/** `process.env.NEW ?? process.env.OLD`, `options.region || process.env.REGION`: either will do. */
const OTHER_VALUE = /[\w$)\]"'`]\s*(?:\|\||\?\?)\s*$/;

/** `at >= 0 ? args[at + 1] : process.env.OVEN`: whoever starts the program may say it otherwise. */
const NOT_ARGUED = /\?\s*[\w$.]*\b(?:args?|argv|flags?|opts?|options?)\b[\w$.[\] +"'-]{0,60}\s:\s*$/;

/** `url: string | undefined = process.env.OVEN_URL` */
const MAY_BE_UNDEFINED = /:[^\n=:,;]{0,60}\bundefined\s*=\s*$/;

/** `{ name: "url", default: process.env.OVEN_URL }`: what is offered where nobody says otherwise. */
const OF_OPTION = /(?<![\w$.])default:\s*$/;

/** `Number(process.env.OVENS) || 2`, `parseInt(process.env.OVENS, 10) || 2`. */
const CALL_WITH_FALLBACK = /^!?\s*(?:,\s*\w+\s*)?\)+\s*(?:\?\?|\|\|)/;

/** `parseBoolean(process.env.OVEN_LIT, false)`: what reads is told what to take where there is nothing. */
const READER =
  /(?<![\w$])(?!parseInt\b)(?:parse|to|get|as|read|env|num|int|bool|str|config|setting|option)\w*(?:<[^<>()]{0,60}>)?\(\s*$/i;
const SECOND_VALUE =
  /^!?\s*,\s*(?:true|false|null|undefined|-?\d|["'`[{]|(?:[\w$]+\.)*[\w$]*(?:DEFAULT|FALLBACK)[\w$]*|(?:[\w$]+\.)*[\w$]*(?:default|fallback)[A-Z][\w$]*)/;

const CONDITION = /(?:\bif\s*|\bwhile\s*|\bBoolean|!\s*)\(/g;

function literal(name: string): string {
  return name.replaceAll("$", String.raw`\$`);
}

/** `process.env`, `import.meta.env`, `Bun.env`, `Deno.env`. */
export const javascriptReads: LanguageReads = {
  language: "javascript",
  suffixes: [".js", ".mjs", ".cjs", ".jsx", ".ts", ".mts", ".cts", ".tsx", ".vue", ".svelte", ".astro"],
  syntax: {
    lineComments: ["//"],
    blockComments: [["/*", "*/"]],
    quotes: ['"', "'"],
    longQuotes: [],
    isJavaScript: true,
  },
  find: (code) => [...findReads(code, FORMS), ...findDestructured(code)],
  coping: COPING,
};

function judgeRead(read: ReadContext): ReturnType<ReadForm["judge"]> {
  const { key, match, before, after } = read;
  if (isAssigned(read) || /^\s*\(/.test(after)) return undefined;
  if (match.startsWith("import") && OF_VITE.has(key)) return undefined;
  return key === "NODE_ENV" || copes(before, after) ? "default" : "plain";
}

/** A fallback, a comparison, a test. */
function copes(before: string, after: string): boolean {
  if (/^\s*(\?\?|\|\||&&|[!=]==?|\?(?!:))/.test(after)) return true;
  return /(!|\bif\s*\(|\btypeof\s+)\s*$/.test(before);
}

function findDestructured(code: string): readonly FoundRead[] {
  return [...code.matchAll(DESTRUCTURED)].flatMap((match) => {
    const body = match[1] ?? "";
    const start = match.index + match[0].indexOf("{") + 1;
    return [...body.matchAll(/(?:^|,)\s*(?<key>[A-Za-z_]\w*)\s*(?<rest>[^,]*)/g)].map((member) => {
      const key = member.groups?.["key"] ?? "";
      const offset = start + member.index + member[0].indexOf(key);
      const isDefault = key === "NODE_ENV" || (member.groups?.["rest"] ?? "").includes("=");
      return toRead(key, offset, isDefault ? "default" : "plain");
    });
  });
}
