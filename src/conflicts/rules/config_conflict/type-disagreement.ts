import type { ConfigEntry } from "../../../model/config-entry.ts";
import type { ConflictFinding } from "../../../model/conflict.ts";
import { groupsBy, isFixture, isVendored } from "../../paths.ts";
import type { ConflictRule } from "../../rule.ts";

/** Values that cannot be what their key, or the same key elsewhere, says they are. */
export const typeDisagreement: ConflictRule = {
  rule: "type_disagreement",
  conflictType: "config_conflict",
  severity: "medium",
  title: "A value of another kind than its key",
  reads: ["configuration"],
  strategies: ["manual", "keep_all"],
  evidence: { key: "the key", expected: "what it should be" },
  find: ({ entries }) => {
    const kept = entries.filter(isReal);
    const ports = kept.filter(({ key, value }) => isPortName(key) && isWord(value));
    const told = new Set(ports);
    return [
      ...ports.map((entry) => toFinding(entry, "a port")),
      ...amongNumbers(kept.filter((entry) => !told.has(entry))),
    ];
  },
};

function isReal({
  source: { kind, file = "" },
  layer,
  isExpression,
  isPlaceholder,
  isSecret,
}: ConfigEntry): boolean {
  const isFlat = kind === "dotenv" || kind === "compose" || kind === "kubernetes" || kind === "app_engine";
  const isSaid = layer !== "dotenv_template" && isExpression !== true && isPlaceholder !== true && !isSecret;
  return isFlat && isSaid && !isVendored(file) && !isFixture(file);
}

function isPortName(key: string): boolean {
  return (
    /(^|_)PORT$/i.test(key) &&
    !/SERIAL|COM|USB|DEVICE|TTY|NAME|VIEW|TRANS|SUP|IM|EX/i.test(key.replace(/_?PORT$/i, ""))
  );
}

/** Letters alone, and none of the words that stand for a choice. */
function isWord(value: ConfigEntry["value"]): boolean {
  return (
    typeof value === "string" &&
    /^[A-Za-z][A-Za-z _-]*$/.test(value) &&
    !/^(auto|random|default|dynamic|any|none|null|nil|undefined|false|true|yes|no|on|off|unlimited|infinity|never|inherit)$/i.test(
      value,
    )
  );
}

/** Of one key, folder and file family: a word among numbers. */
function amongNumbers(entries: readonly ConfigEntry[]): readonly ConflictFinding[] {
  const dotenv = entries.filter(({ source }) => source.kind === "dotenv");
  return groupsBy(dotenv, ({ key, scope }) => JSON.stringify([key, scope])).flatMap((group) => {
    const numbers = group.filter(
      ({ value }) => typeof value === "number" || (typeof value === "string" && /^\d+$/.test(value)),
    );
    const words = group.filter(({ value }) => isWord(value));
    return numbers.length > 0 && numbers.length + words.length === group.length
      ? words.map((entry) => toFinding(entry, "a number, as it is elsewhere"))
      : [];
  });
}

function toFinding({ key, source: { file = "", line = 1 } }: ConfigEntry, expected: string): ConflictFinding {
  return {
    about: [file, key],
    message: `${key} in ${file} is a word and should be ${expected}`,
    hint: "Give it a number, or another name.",
    places: [{ file, line, key }],
    evidence: { key, expected },
  };
}
