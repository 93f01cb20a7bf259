/** A text of a tree on a line of a terminal: a name may hold a line break, or what a terminal takes for a command. */
export function plain(text: string): string {
  return text.replaceAll(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, "\uFFFD");
}
