import { posix } from "node:path";
import { isMadeWrong } from "../../../model/made-wrong.ts";
import type { ConflictFinding, ConflictSeverity } from "../../../model/conflict.ts";
import type { MissingReference } from "../../../model/snapshot.ts";
import { numbered } from "../../numbered.ts";
import { fileOfFinding } from "../../causes.ts";
import { folderOf, isTemplatePath, isVendored, nameOf } from "../../paths.ts";
import type { CausedFinding, ConflictRule } from "../../rule.ts";

interface ReferenceRule {
  readonly rule: string;
  readonly title: string;
  readonly severity: ConflictSeverity;
  /** Kinds of references that the rule is about. */
  readonly kinds: readonly string[];
  readonly hint: string;
  /** What of `templates/` is told: `none` where it is only right where it is copied to, `low` unless it says otherwise. */
  readonly inTemplates?: "all" | "low" | "none";
  /** Of references that are lighter than the rule. */
  readonly lighter?: (reference: MissingReference) => ConflictSeverity | undefined;
}

/** Makes the rule for references of one format: what they name is not there. */
export function referenceRule({
  rule,
  title,
  severity,
  kinds,
  hint,
  inTemplates = "low",
  lighter = () => undefined,
}: ReferenceRule): ConflictRule {
  return {
    rule,
    conflictType: "ref_inconsistency",
    severity,
    title,
    reads: ["facts"],
    strategies: ["rename", "manual", "keep_all"],
    evidence: { what: "the kind of reference", target: "as written" },
    causeOf: kinds.includes("markdown") ? targetOfLink : fileOfFinding,
    find: ({ missingReferences }) => {
      const wanted = missingReferences
        .filter(({ kind, file }) => kinds.includes(kind) && !isVendored(file) && !isMadeWrong(file))
        .filter(({ file }) => !isDataOfTests(file) && (inTemplates !== "none" || !isTemplatePath(file)))
        .filter(({ file, kind }) => kind !== "markdown" || (!isPageOfTests(file) && !file.includes("{{")));
      return numbered(wanted, ({ file, what, target }) => JSON.stringify([file, what, target])).map(
        ({ item, number }) => {
          const isLow =
            item.isInDoubt === true ||
            (item.kind === "markdown" &&
              (isContentForTests(item.file) || isBrought(item.file) || isToFillIn(item.target))) ||
            (item.kind !== "markdown" && isArchived(item.file)) ||
            (item.kind === "import" && isShownCode(item.file)) ||
            (inTemplates === "low" && isTemplatePath(item.file));
          const own = isLow ? "low" : lighter(item);
          return { ...toFinding(item, number, hint), ...(own === undefined ? {} : { severity: own }) };
        },
      );
    },
  };
}

/**
 * Links of one page were written one by one; those to one target, to one that differs in its heading, or to one heading of
 * their own page, miss the same.
 */
function targetOfLink({ places: [first] }: CausedFinding): string | undefined {
  if (first === undefined) return undefined;
  const { file, key = "" } = first;
  const [path = ""] = key.split("#", 1);
  return path === "" ? `${file}${key}` : posix.join(folderOf(file), path);
}

/** What a test is made with, `tests/expected-oven.md` too, or what an editor's colours are tried on. */
function isDataOfTests(file: string): boolean {
  return /(^|\/)(tests?\/((.*\/)?(data|resources|inputs?|expected([-_]outputs?)?|cases)\/|(expected|actual|input|output|test)[-_.][^/]*$)|syntax_test_[^/]*$)/.test(
    file,
  );
}

/** What tests are made with; a README, what stands at their top or in their `docs/`, is for people, and so are `specs/`. */
function isPageOfTests(file: string): boolean {
  const name = nameOf(file);
  const isForPeople =
    /^(README|CONTRIBUTING|[Rr]eadme)\./.test(name) || /(^|\/)(tests?|specs?)\/docs?\/[^/]+$/.test(file);
  return /(^|\/)(tests?|spec)\/.+\//.test(file) && !isForPeople;
}

/** Deep below `testing/` or `e2e/`, and in folders of `benchmark/`, pages that a program is tried on; below tests READMEs too. */
function isContentForTests(file: string): boolean {
  if (/(^|\/)tests?\/(.*\/)?bench(marks?)?\/.+\/.+\//.test(file)) return true;
  return /(^|\/)((testing|e2e)\/.+|bench(marks?)?)\/.+\//.test(file) && !/^README\./i.test(nameOf(file));
}

/** Of a project that was taken in, often without all its files: `oven/external/googletest/README.md`. */
function isBrought(file: string): boolean {
  return /(^|\/)external\/[^/]+\//.test(file);
}

/** `./[feature]-api.md`, `your-oven-name.png`: with a word in the place of a part of a name; `[id].ts` is one. */
function isToFillIn(target: string): boolean {
  return /\[[\w -]+\]-|-\[[\w -]+\]|(^|\/)your[-_][\w-]*name\b/i.test(target);
}

/** `docs/page/ovens/code/heat.ts`: what a page shows of a program. */
function isShownCode(file: string): boolean {
  return /(^|\/)docs?\/(.+\/)?(code|code-samples|snippets|examples)\//.test(file);
}

/** What nobody builds any more. */
function isArchived(file: string): boolean {
  return /(^|\/)[._]?(archived?|attic|graveyard|obsolete)\//i.test(file);
}

function toFinding(
  { file, line, what, target, heading, nearHeading }: MissingReference,
  count: number,
  hint: string,
): ConflictFinding {
  const isHeading = heading !== undefined;
  const ofHeading =
    nearHeading === undefined
      ? "Point it to a heading that is there."
      : `On GitHub it is called #${nearHeading}.`;
  return {
    ...(isHeading ? { strategies: ["manual", "keep_all"] as const } : {}),
    about: [file, what, target, ...(count === 1 ? [] : [String(count)])],
    message: isHeading
      ? `${file} links to ${target}, where no heading is called so`
      : `${file} names ${target} (${what}), which is not there`,
    hint: isHeading ? ofHeading : hint,
    places: [{ file, line, key: target }],
    evidence: { what, target },
  };
}
