import type { Log, Location, ReportingDescriptor, Result } from "sarif";
import type { Conflict, ConflictPlace } from "../../model/conflict.ts";
import { VERSION } from "../../model/version.ts";
import type { FormatInput } from "./conflict-formats.ts";

const LEVELS = { critical: "error", high: "error", medium: "warning", low: "note" } as const;

/** How code scanning ranks a secret that lies open, 0 to 10; of other conflicts it knows the level alone. */
const SECRET_RANK = "9.0";

/**
 * SARIF 2.1.0: places relative to the project's root, fingerprints that stay while a conflict lasts. All rules are named,
 * so that nothing in a result depends on other results.
 */
export function toSarif({ conflicts, rules }: FormatInput): string {
  const shown = conflicts.filter(({ status }) => status !== "resolved");
  const log: Log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "orchestra",
            semanticVersion: VERSION,
            rules: rules.map(({ rule, title, severity, conflictType }): ReportingDescriptor => ({
              id: rule,
              shortDescription: { text: title },
              defaultConfiguration: { level: LEVELS[severity] },
              properties: {
                tags: [conflictType],
                ...(rule.startsWith("secret") ? { "security-severity": SECRET_RANK } : {}),
              },
            })),
          },
        },
        columnKind: "utf16CodeUnits",
        results: shown.map((conflict) =>
          toResult(
            conflict,
            rules.findIndex(({ rule }) => rule === conflict.rule),
          ),
        ),
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

function toResult(conflict: Conflict, ruleIndex: number): Result {
  const { rule, severity, message, hint, places, conflictId, status, silencedBy, reason } = conflict;
  const [first, ...others] = places;
  const suppression = {
    kind: silencedBy === "comment" ? "inSource" : "external",
    justification: reason ?? "",
  } as const;
  return {
    ruleId: rule,
    ruleIndex,
    level: LEVELS[severity],
    message: { text: hint === "" ? message : `${message}. ${hint}` },
    locations: first === undefined ? [] : [toLocation(first)],
    ...(others.length === 0
      ? {}
      : { relatedLocations: others.map((place, id) => ({ id, ...toLocation(place) })) }),
    partialFingerprints: { "orchestraConflict/v1": conflictId },
    // As git has them: a URI writes `[id]` as `%5Bid%5D`.
    properties: { paths: [...new Set(places.map(({ file }) => file))] },
    ...(status === "ignored" ? { suppressions: [suppression] } : {}),
  };
}

function toLocation({ file, line }: ConflictPlace): Location {
  return {
    physicalLocation: {
      artifactLocation: { uri: file.split("/").map(encodeURIComponent).join("/"), uriBaseId: "%SRCROOT%" },
      ...(line === undefined ? {} : { region: { startLine: line } }),
    },
  };
}
