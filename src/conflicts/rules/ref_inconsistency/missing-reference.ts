import { isMadeWrong } from "../../../model/made-wrong.ts";
import type { ConflictFinding, ConflictSeverity } from "../../../model/conflict.ts";
import type { MissingReference, Snapshot } from "../../../model/snapshot.ts";
import { numbered } from "../../numbered.ts";
import { isTemplatePath, isVendored, nameOf } from "../../paths.ts";
import type { ConflictRule } from "../../rule.ts";

interface ReferenceRule {
  readonly rule: string;
  readonly title: string;
  readonly severity: ConflictSeverity;
  /** Kinds of references that the rule is about. */
  readonly kinds: readonly string[];
  readonly hint: string;
  /** True where what stands below `templates/` is looked at too. */
  readonly isInTemplates?: boolean;
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
  isInTemplates = false,
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
    find: ({ missingReferences, files }) => {
      const wanted = missingReferences
        .filter(({ kind, file }) => kinds.includes(kind) && !isVendored(file) && !isMadeWrong(file))
        .filter(({ file }) => (isInTemplates || !isTemplatePath(file)) && !isDataOfTests(file))
        .filter(({ file, kind }) => kind !== "markdown" || !isPageOfTests(file));
      if (wanted.length === 0) return [];
      const names = namesOf(files);
      return numbered(wanted, ({ file, what, target }) => JSON.stringify([file, what, target])).map(
        ({ item, number }) => {
          const own = lighter(item);
          const finding = {
            ...toFinding(item, number, hint),
            ...(own === undefined ? {} : { severity: own }),
          };
          return mayHaveMoved(item, names) ? finding : { ...finding, strategies: ["manual", "keep_all"] };
        },
      );
    },
  };
}

interface Names {
  /** Of files, as they are. */
  readonly whole: ReadonlySet<string>;
  /** Of files, without their endings. */
  readonly stems: ReadonlySet<string>;
}

/** Asked for once by each rule, of one listing. */
const NAMES = new WeakMap<Snapshot["files"], Names>();

function namesOf(files: Snapshot["files"]): Names {
  const known = NAMES.get(files) ?? readNames(files);
  NAMES.set(files, known);
  return known;
}

function readNames(files: Snapshot["files"]): Names {
  const names = files.filter(({ state }) => state !== "ignored").map(({ path }) => nameOf(path));
  return { whole: new Set(names), stems: new Set(names.map(stemOf)) };
}

/** Without a file of that name there is nothing to point to. */
function mayHaveMoved({ kind, target, heading }: MissingReference, { whole, stems }: Names): boolean {
  if (heading !== undefined) return false;
  const name = nameOf(target.replace(/[?#].*$/s, "").replace(/\/+$/, ""));
  return name !== "" && (whole.has(name) || (kind === "import" && stems.has(stemOf(name))));
}

function stemOf(name: string): string {
  return name.replace(/(?<=.)\.\w+$/, "");
}

function isDataOfTests(file: string): boolean {
  return /(^|\/)tests?\/(.*\/)?(data|resources|inputs?|expected|cases)\//.test(file);
}

/** What tests are made with; a README, or what stands at their top, is for people. */
function isPageOfTests(file: string): boolean {
  const name = nameOf(file);
  return /(^|\/)(tests?|specs?)\/.+\//.test(file) && !/^(README|CONTRIBUTING|[Rr]eadme)\./.test(name);
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
    about: [file, what, target, ...(count === 1 ? [] : [String(count)])],
    message: isHeading
      ? `${file} links to ${target}, where no heading is called so`
      : `${file} names ${target} (${what}), which is not there`,
    hint: isHeading ? ofHeading : hint,
    places: [{ file, line, key: target }],
    evidence: { what, target },
  };
}
