import { isMadeWrong } from "../../../model/made-wrong.ts";
import type { ConflictFinding, ConflictSeverity } from "../../../model/conflict.ts";
import type { MissingReference } from "../../../model/snapshot.ts";
import { numbered } from "../../numbered.ts";
import { isTemplatePath, isVendored } from "../../paths.ts";
import type { ConflictRule } from "../../rule.ts";

interface ReferenceRule {
  readonly rule: string;
  readonly title: string;
  readonly severity: ConflictSeverity;
  /** Kinds of references that the rule is about. */
  readonly kinds: readonly string[];
  readonly hint: string;
  /** True where a path below `templates/` is that of a file which a tool fills in. */
  readonly isInTemplates?: boolean;
}

/** Makes the rule for references of one format: what they name is not there. */
export function referenceRule({
  rule,
  title,
  severity,
  kinds,
  hint,
  isInTemplates = false,
}: ReferenceRule): ConflictRule {
  return {
    rule,
    conflictType: "ref_inconsistency",
    severity,
    title,
    reads: ["facts"],
    strategies: ["manual"],
    evidence: { what: "the kind of reference", target: "as written" },
    find: ({ missingReferences }) =>
      numbered(
        missingReferences.filter(
          ({ kind, file }) =>
            kinds.includes(kind) &&
            !isVendored(file) &&
            !isMadeWrong(file) &&
            (isInTemplates || !isTemplatePath(file)) &&
            !isDataOfTests(file),
        ),
        ({ file, what, target }) => JSON.stringify([file, what, target]),
      ).map(({ item, number }) => toFinding(item, number, hint)),
  };
}

function isDataOfTests(file: string): boolean {
  return /(^|\/)tests?\/(.*\/)?(data|resources|inputs?|expected|cases)\//.test(file);
}

function toFinding(
  { file, line, what, target, heading }: MissingReference,
  count: number,
  hint: string,
): ConflictFinding {
  const isHeading = heading !== undefined;
  return {
    about: [file, what, target, ...(count === 1 ? [] : [String(count)])],
    message: isHeading
      ? `${file} links to ${target}, where no heading is called so`
      : `${file} names ${target} (${what}), which is not there`,
    hint: isHeading ? "Point it to a heading that is there." : hint,
    places: [{ file, line, key: target }],
    evidence: { what, target },
  };
}
