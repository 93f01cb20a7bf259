/** A comment that lets a conflict of one rule be: on its own line and, where it stands alone there, on the next. */
export interface Silence {
  readonly rule: string;
  /** Undefined where the comment gives none: then it silences nothing. */
  readonly reason: string | undefined;
  /** 1-based. */
  readonly line: number;
  /** True where something else stands before it on its line, which it then speaks for. */
  readonly isTrailing?: boolean;
}

/** In every text with such a comment. */
export const SILENCE_MARKER = "orchestra-ignore";

/** `orchestra-ignore RULE reason` in comments of any format that has them. */
export function findSilences(text: string): readonly Silence[] {
  if (!text.includes(SILENCE_MARKER)) return [];
  return text.split("\n").flatMap((line, index) => {
    const match = /(?:#|\/\/|\/\*|<!--|--|;|\*)\s*orchestra-ignore\s+([a-z][\w-]*)(?:\s*:)?[ \t]*(.*)$/.exec(
      line,
    );
    if (match === null) return [];
    const reason = (match[2] ?? "").replace(/\s*(\*\/|-->|\*#)?\s*$/, "");
    return [
      {
        rule: match[1] ?? "",
        reason: reason === "" ? undefined : reason,
        line: index + 1,
        ...(isTrailing(line.slice(0, match.index)) ? { isTrailing: true } : {}),
      },
    ];
  });
}

/** What opens a block or a list is silenced with what it opens. */
function isTrailing(before: string): boolean {
  return /[\w"')}\]]/.test(before) && !/[:=[{(,]\s*$/.test(before);
}
