import { collectUsages } from "../../config/usages/collect-usages.ts";
import { READ_MARKER, SOURCE_SUFFIXES } from "../../config/usages/scan-usages.ts";
import type { VariableUsage } from "../../config/usages/types.ts";
import type { ConfigError } from "../../config/validation/types.ts";
import { validateEntries } from "../../config/validate.ts";
import { BUILD } from "../../model/version.ts";
import { openKeyedCache } from "../../state/keyed-cache.ts";
import { hasFolder } from "../../state/state-folder.ts";
import { searchByGit } from "../../workspace/search.ts";
import type { Notes, Session } from "../session.ts";
import type { ConfigReport } from "../types.ts";
import { readConfiguration, type ReadOptions } from "./read.ts";
import { variablesSetElsewhere } from "./set-elsewhere.ts";

/** Reads everything, where code reads variables too, and says what is wrong with it. */
export async function validateConfiguration(
  session: Session,
  options: ReadOptions = {},
): Promise<{ readonly report: ConfigReport; readonly notes: Notes }> {
  return session.inOneLook(async () => {
    const [read, usages] = await Promise.all([
      readConfiguration(session, options),
      readUsages(session, options),
    ]);
    const { entries, rules, valueOf, stages, notes } = read;
    const environment = stages.nameOf(session.environment.environment);
    const validation = await validateEntries({ entries, rules, valueOf, usages, environment });
    const warnings = await withoutSetElsewhere(session, validation.warnings);
    return { report: { entries, usages, ...validation, warnings }, notes };
  });
}

/** What an image or a script sets is set; where code would stop beside a `.env` without it, that is told all the same. */
async function withoutSetElsewhere(
  session: Session,
  warnings: readonly ConfigError[],
): Promise<readonly ConfigError[]> {
  const unset = warnings.filter(({ rule }) => rule === "variable_unset").map(({ key }) => key);
  const set = await variablesSetElsewhere(session, [...new Set(unset)]);
  return warnings.filter(({ rule, key }) => rule !== "variable_unset" || !set.has(key));
}

/** Where code reads variables; a file that did not change is not opened again. */
export async function readUsages(
  session: Session,
  { keep = false }: ReadOptions,
): Promise<readonly VariableUsage[]> {
  const { platform, root, state } = session;
  const workspace = await session.openTree();
  const cache = openKeyedCache(state, { name: "usages.json", key: BUILD, isValid: isUsages });
  const usages = await collectUsages({
    workspace,
    cache,
    search: async () => {
      if (workspace.repository?.workTree === undefined) return undefined;
      return searchByGit(platform, root, { pattern: READ_MARKER, suffixes: SOURCE_SUFFIXES });
    },
  });
  if (keep || hasFolder(state)) cache.save();
  return usages;
}

function isUsages(value: unknown): value is readonly VariableUsage[] {
  return Array.isArray(value) && value.every(isUsage);
}

function isUsage(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  if (!("key" in value) || !("file" in value) || !("line" in value)) return false;
  return typeof value.key === "string" && typeof value.file === "string" && typeof value.line === "number";
}
