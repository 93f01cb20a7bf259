import { findReads, isAssigned } from "../find-reads.ts";
import type { LanguageReads } from "../types.ts";

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
  find: (code) =>
    findReads(code, [
      {
        pattern: /(?<![\w.:])ENV\[\s*(["'])(?<key>\w+)\1\s*\]/g,
        judge: (read) => {
          if (isAssigned(read)) return undefined;
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
