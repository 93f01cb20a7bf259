import type { ConflictRule } from "../../conflicts/rule.ts";
import { CONFLICT_RULES } from "../../conflicts/rules.ts";
import type { ConflictSeverity } from "../../model/conflict.ts";
import { OrchestraError } from "../../model/errors.ts";
import type { ProjectConfig } from "../../model/project-config.ts";
import type { ConflictRuleInfo } from "./types.ts";
import { toRule } from "./custom-rules.ts";

/** A rule with the severity that the project gives it. */
export interface ChosenRule {
  readonly rule: ConflictRule;
  readonly severity: ConflictSeverity;
  /** True where the project's settings say so. */
  readonly isSet: boolean;
}

/**
 * Those that are named, or all that the project does not turn off, its own among them. Throws `USAGE` for a rule that
 * does not exist, `CONFIG_INVALID` for one in the settings.
 */
export function chooseRules(names: readonly string[], { conflicts }: ProjectConfig): readonly ChosenRule[] {
  const settings = conflicts?.rules ?? {};
  const rules = allRules(conflicts);
  const known = rules.map(({ rule }) => rule);
  const twice = known.find((name, at) => known.indexOf(name) !== at);
  if (twice !== undefined) {
    throw new OrchestraError("CONFIG_INVALID", `two rules are called ${JSON.stringify(twice)}`, {
      hint: "Give the project's own rule another name.",
    });
  }
  const unknown = [...names, ...Object.keys(settings)].find((name) => !known.includes(name));
  if (unknown !== undefined) {
    throw new OrchestraError(
      names.includes(unknown) ? "USAGE" : "CONFIG_INVALID",
      `no rule is called ${JSON.stringify(unknown)}`,
      { hint: `There are: ${known.join(", ")}.` },
    );
  }
  return rules.flatMap((rule) => {
    const severity = settings[rule.rule] ?? (rule.isOff === true ? "off" : rule.severity);
    if (names.length > 0 ? !names.includes(rule.rule) : severity === "off") return [];
    return [
      {
        rule,
        severity: severity === "off" ? rule.severity : severity,
        isSet: settings[rule.rule] !== undefined && severity !== "off",
      },
    ];
  });
}

/** What can be said of every rule without running it. */
export function describeRules({ conflicts }: ProjectConfig): readonly ConflictRuleInfo[] {
  return allRules(conflicts).map(({ rule, conflictType, severity, isOff = false, title, strategies }) => ({
    rule,
    conflictType,
    severity,
    isOff,
    title,
    strategies,
  }));
}

/** Names of all rules, those of the project's own among them. */
export function allRuleNames({ conflicts }: ProjectConfig): readonly string[] {
  return allRules(conflicts).map(({ rule }) => rule);
}

function allRules(settings: ProjectConfig["conflicts"]): readonly ConflictRule[] {
  return [...CONFLICT_RULES, ...(settings?.custom ?? []).map(toRule)];
}
