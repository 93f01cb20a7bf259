import { referenceRule } from "./missing-reference.ts";

/** Links and images of Markdown files, their headings too. */
export const brokenMdLink = referenceRule({
  rule: "broken_md_link",
  title: "A link that leads nowhere",
  severity: "medium",
  kinds: ["markdown"],
  hint: "Point it to where the file went, or take the link out.",
  // Who reads the page elsewhere than on GitHub may well get there; and of another page at least the top is shown.
  lighter: ({ file, heading, nearHeading, target }) =>
    nearHeading !== undefined || (heading !== undefined && (!target.startsWith("#") || isOfRegistry(file)))
      ? "low"
      : undefined,
});

/** Pages of Terraform's registry, which gives an anchor to each argument as well. */
function isOfRegistry(file: string): boolean {
  return /\.html\.(md|markdown)$/.test(file);
}
