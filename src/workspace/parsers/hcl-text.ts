const ESCAPES: Readonly<Record<string, string | undefined>> = {
  n: "\n",
  r: "\r",
  t: "\t",
  '"': '"',
  "\\": "\\",
};

/** The text that a quoted template without interpolation stands for: `\n`, `\u00e9`, `$${` and `%%{` resolved. */
export function unescapeTemplate(source: string): string {
  return source
    .split(/(\\(?:u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|.))/)
    .map((part, index) => (index % 2 === 1 ? unescapeOne(part) : unescapeMarks(part)))
    .join("");
}

/** A doubled mark stands for itself where an interpolation or directive would begin. */
function unescapeMarks(text: string): string {
  return text.replaceAll("$${", "${").replaceAll("%%{", "%{");
}

function unescapeOne(escape: string): string {
  if (!/^\\[uU]./.test(escape)) return ESCAPES[escape.slice(1)] ?? escape;
  const code = Number.parseInt(escape.slice(2), 16);
  return code > 0x10ffff ? escape : String.fromCodePoint(code);
}

/** The text of a heredoc, in which a backslash is a backslash; `<<-` takes away the indentation that all its lines share. */
export function heredocText(source: string): string {
  const lines = unescapeMarks(source).split(/\r?\n/);
  const isIndented = (lines[0] ?? "").startsWith("<<-");
  const body = lines.slice(1, -1);
  if (!isIndented) return body.map((line) => `${line}\n`).join("");
  const filled = body.filter((line) => line.trim() !== "");
  const indent = Math.min(...filled.map((line) => line.length - line.trimStart().length));
  return body.map((line) => `${Number.isFinite(indent) ? line.slice(indent) : line}\n`).join("");
}
