import { isFixture, isInTemplateFolder } from "../../paths.ts";
import { referenceRule } from "./missing-reference.ts";

/** Files that scripts, entry points, `bin`, `exports`, `files` and `workspaces` name. */
export const brokenPackageJsonReference = referenceRule({
  rule: "broken_package_json_reference",
  title: "A package.json names a file that is not there",
  severity: "medium",
  kinds: ["package_json"],
  hint: "Add the file, or take the entry out.",
  // What `npm init` writes, and what Node takes for granted without it; and what a generator or a test adds.
  lighter: ({ file, what, target }) =>
    isInTemplateFolder(file) || isFixture(file) || (what === "main" && /^(\.\/)?index\.js$/.test(target))
      ? "low"
      : undefined,
});
