import type { ConflictFinding, ConflictPlace } from "../../../model/conflict.ts";
import { isMadeWrong } from "../../../model/made-wrong.ts";
import type { Snapshot } from "../../../model/snapshot.ts";
import { numbered } from "../../numbered.ts";
import { groupsBy, isFixture, isTemplatePath, isVendored } from "../../paths.ts";
import { fileOfFinding } from "../../causes.ts";
import type { ConflictRule } from "../../rule.ts";
import { placeOf, textOf } from "./dotenv-entries.ts";

/** One key twice in one file, with two values. */
export const duplicateKey: ConflictRule = {
  rule: "duplicate_key",
  conflictType: "config_conflict",
  severity: "medium",
  title: "A key that stands twice in one file",
  reads: ["configuration", "facts"],
  strategies: ["priority", "timestamp", "manual", "keep_all"],
  evidence: { key: "the key", lines: "where it stands" },
  causeOf: fileOfFinding,
  find: (snapshot) => [...inDotenv(snapshot), ...inDocuments(snapshot)],
};

function inDotenv({ entries }: Snapshot): readonly ConflictFinding[] {
  const filledIn = new Set(
    entries.flatMap(({ source: { file }, value }) =>
      typeof value === "string" && value.startsWith("{{") ? [file] : [],
    ),
  );
  const kept = entries.filter(
    ({ source: { kind, file = "" }, isExpression }) =>
      kind === "dotenv" &&
      isExpression !== true &&
      !isVendored(file) &&
      !isFixture(file) &&
      // A template gives a key one value or another: `{{if .Plain}}`.
      !filledIn.has(file),
  );
  const repeated = groupsBy(kept, ({ key, source }) => JSON.stringify([source.file, key]));
  const counts = new Map<string, number>();
  for (const [{ source: { file = "" } } = { source: {} }] of repeated)
    counts.set(file, (counts.get(file) ?? 0) + 1);
  return repeated
    .filter((group) => new Set(group.map(textOf)).size > 1)
    .map((group) => {
      const places = group.map(placeOf);
      const { file = "", key = "" } = places[0] ?? {};
      const isChoice = group[0]?.layer === "dotenv_template" && (counts.get(file) ?? 0) >= CHOICE;
      return { ...toFinding(file, key, places), ...(isChoice ? { severity: "low" as const } : {}) };
    });
}

/** A template that repeats so many keys shows one way of running things after the other. */
const CHOICE = 3;

/** What is lost in JSON or YAML may be a whole branch: which of them is meant, its people know. */
function inDocuments({ repeatedKeys }: Snapshot): readonly ConflictFinding[] {
  const kept = repeatedKeys.filter(
    ({ file }) => !isVendored(file) && !isFixture(file) && !isMadeWrong(file) && !REPEATS.test(file),
  );
  const isList = readAsList(kept);
  return numbered(kept, ({ file, key }) => JSON.stringify([file, key])).map(({ item, number }) => {
    const { file, key, lines } = item;
    const finding = toFinding(
      file,
      key,
      lines.map((line) => ({ file, line, key })),
    );
    return {
      ...finding,
      about: [...finding.about, ...(number === 1 ? [] : [String(number)])],
      strategies: ["manual", "keep_all"],
      // A page in the form of a document shows one way after the other, and a template is for one or the other.
      ...(/(^|\/)docs?\//.test(file) || isList(file) || isTemplatePath(file)
        ? { severity: "low" as const }
        : {}),
    };
  });
}

/** So many keys of a file that stand line below line twice are meant so: whoever reads it takes all of them. */
const MEANT = 3;

function readAsList(repeated: Snapshot["repeatedKeys"]): (file: string) => boolean {
  const counts = new Map<string, number>();
  for (const { file, lines } of repeated) {
    const isTogether = lines.every((line, at) => at === 0 || line === (lines[at - 1] ?? 0) + 1);
    if (isTogether) counts.set(file, (counts.get(file) ?? 0) + 1);
  }
  return (file) => (counts.get(file) ?? 0) >= MEANT;
}

/** Cirrus CI reads each `task` of a file. */
const REPEATS = /(^|\/)\.cirrus(\.\w+)?\.ya?ml$/;

function toFinding(
  file: string,
  key: string,
  places: readonly (ConflictPlace & { readonly line: number })[],
): ConflictFinding {
  return {
    about: [file, key],
    message: `${key} stands ${places.length} times in ${file}, with different values`,
    hint: "Remove all but one: the last one holds, without a word.",
    places,
    evidence: { key, lines: places.map(({ line }) => line) },
  };
}
