import semver from "semver";
import { isJsonObject, type JsonValue } from "../../../model/json.ts";
import type { ConflictRule } from "../../rule.ts";

/** Two versions of one program on PATH, of which the older one is started. */
export const shadowedTool: ConflictRule = {
  rule: "shadowed_tool",
  conflictType: "resource_conflict",
  severity: "low",
  title: "An older program stands before a newer one on PATH",
  reads: ["resources"],
  strategies: ["manual", "keep_all"],
  evidence: { tool: "the program", started: "its version", shadowed: "the newer one's version and path" },
  find: ({ resources }) =>
    resources
      .filter(({ resourceType }) => resourceType === "cli_tool")
      .flatMap(({ name, version, accessPattern, metadata }) => {
        const started = semver.coerce(version ?? "");
        const newer = copies(metadata["shadows"]).filter((copy) => {
          const other = semver.coerce(copy.version);
          return started !== null && other !== null && semver.gt(other, started);
        });
        return newer.slice(0, 1).map((copy) => ({
          about: [name, accessPattern, copy.path],
          message: `${name} starts ${version ?? ""} from ${accessPattern}, before ${copy.version} at ${copy.path}`,
          hint: "Put the folder of the one that is meant first in PATH, or remove the other.",
          places: [{ file: accessPattern, key: name }],
          evidence: { tool: name, started: version ?? "", shadowed: copy },
        }));
      }),
};

interface Copy {
  readonly path: string;
  readonly version: string;
  readonly [name: string]: string;
}

function copies(shadows: JsonValue | undefined): readonly Copy[] {
  const list: readonly (JsonValue | undefined)[] = Array.isArray(shadows) ? shadows : [];
  return list.flatMap((shadow) => {
    if (!isJsonObject(shadow)) return [];
    const { path, version } = shadow;
    return typeof path === "string" && typeof version === "string" ? [{ path, version }] : [];
  });
}
