import type { ConflictRule } from "../../rule.ts";

/** Values that their variable refuses. */
export const tfvarsTypeMismatch: ConflictRule = {
  rule: "tfvars_type_mismatch",
  conflictType: "config_conflict",
  severity: "high",
  title: "A value of another type than its variable",
  reads: ["configuration"],
  strategies: ["manual", "keep_all"],
  evidence: { key: "the variable", fault: "what it asks for" },
  find: ({ typeFaults }) =>
    typeFaults.map(({ file, line, key, fault }) => ({
      about: [file, key],
      message: `${file} gives ${key} a value that its variable refuses: ${fault}`,
      hint: "Change the value, or the type of the variable.",
      places: [{ file, line, key }],
      evidence: { key, fault },
    })),
};
