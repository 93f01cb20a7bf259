import { z } from "zod";
import { SNAPSHOT_PARTS, type ConflictRule } from "../../conflicts/rule.ts";
import type { ConflictFinding } from "../../model/conflict.ts";
import { OrchestraError } from "../../model/errors.ts";
import type { CustomRule } from "../../model/project-config.ts";

const findingsSchema: z.ZodType<readonly ConflictFinding[]> = z.array(
  z.strictObject({
    about: z.array(z.string()).min(1),
    message: z.string().min(1),
    hint: z.string().default(""),
    places: z
      .array(
        z.strictObject({
          file: z.string().min(1),
          line: z.int().positive().exactOptional(),
          key: z.string().exactOptional(),
        }),
      )
      .min(1),
    evidence: z.record(z.string(), z.json()).default({}),
  }),
);

/** A rule that the project's settings add; what it gives is checked, and what it throws is its own fault. */
export function toRule({ rule, conflictType, severity, title, find }: CustomRule): ConflictRule {
  return {
    rule,
    conflictType,
    severity,
    title: title ?? rule,
    reads: SNAPSHOT_PARTS.filter((part) => part !== "siblings"),
    strategies: ["manual", "keep_all"],
    evidence: {},
    find: (snapshot) => {
      const checked = findingsSchema.safeParse(call(rule, () => find(snapshot)));
      if (checked.success) return checked.data;
      const [issue] = checked.error.issues;
      throw new OrchestraError(
        "CONFIG_INVALID",
        `the rule ${rule} gives no list of findings: ${issue?.path.join(".") ?? ""}: ${issue?.message ?? ""}`,
        { hint: "A finding is {about, message, hint, places: [{file, line?, key?}], evidence}." },
      );
    },
  };
}

function call(rule: string, find: () => unknown): unknown {
  try {
    return find();
  } catch (error) {
    throw new OrchestraError("CONFIG_INVALID", `the rule ${rule} of the project's settings failed`, {
      cause: error,
      hint: "--debug shows what it threw.",
    });
  }
}
