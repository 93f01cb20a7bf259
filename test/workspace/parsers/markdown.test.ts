import { expect, test } from "vitest";
import { parseMarkdown } from "../../../src/workspace/parsers/markdown.ts";

test("a link in a table stands on the line of its row", () => {
  const { links } = parseMarkdown(
    "---\ntitle: x\n---\n# Bread\n\n| a | b |\n|---|---|\n| [x](rye.md) | y |\n| y | [z](oats.md) |\n\n> [q](wheat.md)\n",
  );
  expect(links.map(({ target, position }) => [target, position.line])).toEqual([
    ["rye.md", 8],
    ["oats.md", 9],
    ["wheat.md", 11],
  ]);
});
