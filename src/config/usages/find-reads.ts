import type { FoundRead } from "./types.ts";

/** One form of a read; the group `key` holds the name. */
export interface ReadForm {
  readonly pattern: RegExp;
  /** Says what the code does when the variable is not set; undefined where it is no read at all. */
  readonly judge: (read: ReadContext) => Judgement | undefined;
}

type Judgement = "plain" | "default" | "required";

/** What stands around a read. */
export interface ReadContext {
  readonly key: string;
  /** The whole match. */
  readonly match: string;
  /** On the same line, up to 40 characters. */
  readonly before: string;
  /** Up to 60 characters, over line ends. */
  readonly after: string;
}

/** Finds every read of some forms. */
export function findReads(code: string, forms: readonly ReadForm[]): readonly FoundRead[] {
  return forms.flatMap(({ pattern, judge }) =>
    [...code.matchAll(pattern)].flatMap((match) => {
      const key = match.groups?.["key"];
      if (key === undefined) return [];
      const end = match.index + match[0].length;
      const lineStart = code.lastIndexOf("\n", match.index) + 1;
      const before = code.slice(Math.max(lineStart, match.index - 40), match.index);
      const judged = judge({ key, match: match[0], before, after: code.slice(end, end + 60) });
      return judged === undefined ? [] : [toRead(key, match.index, judged)];
    }),
  );
}

/** A read as it is reported. */
export function toRead(key: string, offset: number, judged: Judgement): FoundRead {
  return { key, offset, hasDefault: judged === "default", isRequired: judged === "required" };
}

/** True where a value is given instead of asked for. */
export function isAssigned({ before, after }: ReadContext): boolean {
  return /^\s*=(?![=>~])/.test(after) || /\b(delete|del|unset)[\s(]+$/.test(before);
}
