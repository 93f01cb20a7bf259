import MarkdownIt from "markdown-it";
import type { ParseProblem, Position } from "../../model/document.ts";

/** What a Markdown text is made of, as far as other files are concerned. */
export interface MarkdownDocument {
  readonly headings: readonly MarkdownHeading[];
  readonly links: readonly MarkdownLink[];
  readonly problems: readonly ParseProblem[];
}

export interface MarkdownHeading {
  readonly level: number;
  readonly text: string;
  readonly position: Position;
}

export interface MarkdownLink {
  readonly target: string;
  readonly isImage: boolean;
  /** The first line of the block that it stands in. */
  readonly position: Position;
}

type Token = ReturnType<ReturnType<typeof MarkdownIt>["parse"]>[number];

/** CommonMark with tables; front matter is skipped. */
export function parseMarkdown(text: string): MarkdownDocument {
  const skipped = /^---\r?\n[\s\S]*?\r?\n---[ \t]*(?:\r?\n|$)/.exec(text)?.[0] ?? "";
  const firstLine = skipped.split("\n").length;
  const tokens = MarkdownIt("default", { html: true, linkify: false }).parse(text.slice(skipped.length), {});
  const headings: MarkdownHeading[] = [];
  const links: MarkdownLink[] = [];
  // Cells of a table do not say where they stand; their row does.
  let line = 0;
  tokens.forEach((token, index) => {
    line = token.map?.[0] ?? line;
    const position = { line: line + firstLine, column: 1 };
    if (token.type !== "inline") return;
    const opening = tokens[index - 1];
    if (opening?.type === "heading_open") {
      headings.push({ level: Number(opening.tag.slice(1)), text: plainText(token), position });
    }
    links.push(...(token.children ?? []).flatMap((child) => linkOf(child, position)));
  });
  return { headings, links, problems: [] };
}

function plainText(token: Token): string {
  return (token.children ?? [])
    .filter((child) => child.type === "text" || child.type === "code_inline")
    .map((child) => child.content)
    .join("")
    .trim();
}

function linkOf(token: Token, position: Position): readonly MarkdownLink[] {
  const isImage = token.type === "image";
  const target = token.attrGet(isImage ? "src" : "href");
  if ((!isImage && token.type !== "link_open") || target === null) return [];
  return [{ target: String(target), isImage, position }];
}
