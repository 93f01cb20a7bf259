import { visit, type Document } from "yaml";

/** Nobody writes by hand what begins further to the right. */
const WIDEST = 500;

/**
 * Libyaml, and with it most tools, let the later lines of a quoted text stand as far left as they like. The text with
 * such lines moved to the right, each still on its own line; undefined where no quote is left open.
 */
export function withQuotesIndented(text: string, documents: readonly Document[]): string | undefined {
  const starts = documents.flatMap(openQuotes);
  if (starts.length === 0) return undefined;
  let moved = text;
  for (const start of starts.toSorted((a, b) => b - a)) {
    const end = closingQuote(text, start);
    const column = start - text.lastIndexOf("\n", start - 1) - 1;
    if (end === undefined || column > WIDEST) return undefined;
    const quoted = text.slice(start, end).replaceAll("\n", `\n${" ".repeat(column)}`);
    moved = moved.slice(0, start) + quoted + moved.slice(end);
  }
  return moved;
}

/** Offsets of quotes that the parser saw no end of. */
function openQuotes(document: Document): readonly number[] {
  const ends = document.errors.flatMap(({ message, pos }) =>
    message.startsWith("Missing closing") ? [pos[0]] : [],
  );
  if (ends.length === 0) return [];
  const starts = new Set<number>();
  visit(document, {
    Scalar: (_, { type, range }) => {
      const isQuoted = type === "QUOTE_DOUBLE" || type === "QUOTE_SINGLE";
      if (!isQuoted || range === null || range === undefined) return;
      const [start, end] = range;
      if (ends.some((at) => at >= start && at <= end)) starts.add(start);
    },
  });
  return [...starts];
}

/** The offset of the quote that ends a text; undefined where other text follows it on its line. */
function closingQuote(text: string, start: number): number | undefined {
  const quoted = text[start] === "'" ? /'[^']*(?:''[^']*)*'/y : /"[^"\\]*(?:\\[^][^"\\]*)*"/y;
  quoted.lastIndex = start;
  const [match] = quoted.exec(text) ?? [];
  if (match === undefined) return undefined;
  const end = start + match.length;
  return /^[ \t]*(#.*|[,\]}].*)?\r?(\n|$)/.test(text.slice(end, end + 500)) ? end : undefined;
}
