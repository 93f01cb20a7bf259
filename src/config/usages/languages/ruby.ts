import type { CopingSyntax } from "../coped-reads.ts";
import { findReads, isAssigned } from "../find-reads.ts";
import type { LanguageReads } from "../types.ts";

/** What asks a value whether it is there. */
const ASKS = String.raw`\.(?:to_s\.)?(?:present|blank|nil|empty)\?|\.presence\b`;

const COPING: CopingSyntax = {
  assigned: /(?<![\w.])@{0,2}([a-z_]\w*)\s*=\s*$/,
  tests: (name) =>
    new RegExp(
      String.raw`\b(?:if|unless)\s+!?@{0,2}${name}(?!\w)|(?<!\w)${name}(?:${ASKS}|&\.|\s*(?:\|\||&&|[!=]=|\?\s))`,
      "g",
    ),
  stops: /\b(raise|abort|exit)\b/,
  copes: (_before, after) => new RegExp(`^(?:${ASKS})`).test(after),
  isOptional: () => false,
};

/** `ENV[…]` and `ENV.fetch`. */
export const rubyReads: LanguageReads = {
  language: "ruby",
  suffixes: [".rb", ".rake", ".ru", ".gemspec"],
  syntax: {
    lineComments: ["#"],
    blockComments: [["\n=begin", "\n=end"]],
    quotes: ['"', "'"],
    longQuotes: [],
    hasInterpolation: true,
  },
  coping: COPING,
  find: (code) =>
    findReads(code, [
      {
        pattern: /(?<![\w.:])ENV\[\s*(["'])(?<key>\w+)\1\s*\]/g,
        judge: (read) => {
          if (isAssigned(read)) return undefined;
          if (/\b(raise|abort)\b.*\b(if|unless)\s*!?$/.test(read.before)) return "required";
          return /^\s*(\|\||\?|&&|&\.|[!=]=)/.test(read.after) || /\b(if|unless)\s*!?$/.test(read.before)
            ? "default"
            : "plain";
        },
      },
      {
        pattern: /(?<![\w.:])ENV\.fetch\(?\s*(["'])(?<key>\w+)\1\s*(?<more>[,)]?)/g,
        judge: ({ match, after }) =>
          match.endsWith(",") || /^\s*(\{|do\b)/.test(after) ? "default" : "required",
      },
      {
        pattern: /(?<![\w.:])ENV\.(?:key|has_key|include|member)\?\(?\s*(["'])(?<key>\w+)\1/g,
        judge: () => "default",
      },
    ]),
};
