import type { CopingSyntax } from "../coped-reads.ts";
import { findReads, isAssigned } from "../find-reads.ts";
import type { FoundRead, LanguageReads } from "../types.ts";

const PHP_COPING: CopingSyntax = {
  assigned: /(?:^|[\n;{}])[ \t]*\$([A-Za-z_]\w*)\s*=\s*$/,
  tests: (name) =>
    new RegExp(
      String.raw`(?:!|\bif\s*\(|\b(?:isset|empty)\()\s*\$${name}(?!\w)|\$${name}\s*(?:\?|&&|\|\||[!=]==?)`,
      "g",
    ),
  stops: /\b(throw|die|exit)\b/,
  copes: () => false,
  isOptional: () => false,
};

/** `getenv`, `$_ENV` and Laravel's `env`. */
export const phpReads: LanguageReads = {
  language: "php",
  suffixes: [".php"],
  syntax: {
    lineComments: ["//", "#"],
    blockComments: [["/*", "*/"]],
    quotes: ['"', "'"],
    longQuotes: [],
  },
  find: (code) =>
    findReads(code, [
      {
        pattern: /(?<![\w>:$])(?:getenv|env)\(\s*(["'])(?<key>\w+)\1\s*(?<more>[,)])/g,
        judge: ({ match, before, after }) =>
          match.endsWith(",") || /^\s*(\?|[!=]==?|\|\||&&)/.test(after) || /(!|\bif\s*\()\s*$/.test(before)
            ? "default"
            : "plain",
      },
      {
        pattern: /\$_ENV\[\s*(["'])(?<key>\w+)\1\s*\]/g,
        judge: (read) => {
          if (isAssigned(read)) return undefined;
          return /^\s*\?\?/.test(read.after) || /\b(isset|empty)\(\s*$/.test(read.before)
            ? "default"
            : "plain";
        },
      },
    ]),
  coping: PHP_COPING,
};

/** `System.get_env` and `System.fetch_env!`. */
export const elixirReads: LanguageReads = {
  language: "elixir",
  suffixes: [".ex", ".exs"],
  syntax: {
    lineComments: ["#"],
    blockComments: [],
    quotes: ['"""', '"'],
    longQuotes: ['"""'],
    hasInterpolation: true,
  },
  find: (code) =>
    findReads(code, [
      {
        pattern: /(?<!\w)System\.get_env\(\s*"(?<key>\w+)"\s*(?<more>[,)])/g,
        judge: ({ match, after }) => {
          if (/^\s*\|\|\s*raise\b/.test(after)) return "required";
          return match.endsWith(",") || /^\s*\|\|/.test(after) ? "default" : "plain";
        },
      },
      { pattern: /(?<!\w)System\.fetch_env!\(\s*"(?<key>\w+)"/g, judge: () => "required" },
      { pattern: /(?<!\w)System\.fetch_env\(\s*"(?<key>\w+)"/g, judge: () => "default" },
    ]),
};

/** `${X:?}`, and what has a default; a plain `$X` may be anything's. */
export const shellReads: LanguageReads = {
  language: "shell",
  suffixes: [".sh", ".bash", ".zsh", ".ksh"],
  syntax: { lineComments: ["#"], blockComments: [], quotes: ["'"], longQuotes: ["'"] },
  find: findInShell,
};

function findInShell(code: string): readonly FoundRead[] {
  const assigned = new Set(
    [
      ...code.matchAll(
        /(?:^|[;\s])(?:export\s+|local\s+|readonly\s+|declare\s+(?:-\w+\s+)?)?([A-Z_]\w*)\+?=/gm,
      ),
    ].map(([, name]) => name),
  );
  const reads = findReads(code, [
    {
      pattern: /\$\{(?<key>[A-Z_][A-Z0-9_]*)(?<operator>:?[-=?+])/g,
      judge: ({ match }) => (match.endsWith("?") ? "required" : "default"),
    },
  ]);
  return reads.filter(({ key, isRequired }) => isRequired || !assigned.has(key));
}
