/** How comments of several lines begin and end. */
export interface CommentMarks {
  /** Global. A path such as `src/*` begins no comment. */
  readonly open: RegExp;
  readonly close: string;
}

export const XML_COMMENTS: CommentMarks = { open: /<!--/g, close: "-->" };

export const GRADLE_COMMENTS: CommentMarks = { open: /(?<![^\s])\/\*/g, close: "*/" };

/** The text with blanks in the place of its comments, so that every line keeps its number. */
export function blankComments(text: string, { open, close }: CommentMarks): string {
  let blanked = "";
  let kept = 0;
  for (const { index } of text.matchAll(open)) {
    if (index < kept) continue;
    const end = text.indexOf(close, index);
    if (end === -1) break;
    const comment = text.slice(index, end + close.length);
    blanked += text.slice(kept, index) + comment.replaceAll(/[^\n]/g, " ");
    kept = index + comment.length;
  }
  return blanked + text.slice(kept);
}
