import { referenceRule } from "./missing-reference.ts";

/** `extends`, `references`, `files` and `paths`. */
export const brokenTsconfigReference = referenceRule({
  rule: "broken_tsconfig_reference",
  title: "A tsconfig names a file that is not there",
  severity: "high",
  kinds: ["tsconfig"],
  hint: "Mend the path, or take the entry out.",
  // A path is only missed where something is imported by that name; that of a folder often stays behind when it goes,
  // and those of a test's project are copied from one to the next.
  lighter: ({ file, what, target }) => {
    const isOfTests = /(^|\/)tests?\//.test(file);
    if (what !== "path") return what === "file" && isOfTests ? "low" : undefined;
    return target.endsWith("/*") || isOfTests ? "low" : "medium";
  },
});
