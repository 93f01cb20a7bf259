import type { Resource } from "../../../model/resource.ts";
import { groupsBy } from "../../paths.ts";
import type { ConflictRule } from "../../rule.ts";

/** One MCP server that two assistants of one project start or reach differently. */
export const assistantConfigMismatch: ConflictRule = {
  rule: "assistant_config_mismatch",
  conflictType: "resource_conflict",
  severity: "medium",
  title: "One MCP server, defined differently for two assistants",
  reads: ["resources"],
  strategies: ["manual", "keep_all"],
  evidence: { server: "its name", definitions: "how each assistant has it" },
  find: ({ resources }) =>
    groupsBy(
      resources.filter(isServer),
      ({ metadata }) => `${text(metadata["scope"])} ${text(metadata["server"])}`,
    )
      .filter((group) => new Set(group.map(signature)).size > 1 || new Set(group.flatMap(pinned)).size > 1)
      .map((group) => {
        const server = text(group[0]?.metadata["server"]);
        const scope = text(group[0]?.metadata["scope"]);
        const definitions = group.map((one) => ({
          assistant: text(one.metadata["assistant"]),
          how: [signature(one), ...pinned(one)].join("@"),
        }));
        return {
          about: [scope, server],
          message: `the MCP server ${server} is not the same for ${definitions.map(({ assistant }) => assistant).join(" and ")}`,
          hint: "Define it alike, or give the other one a name of its own.",
          places: group.map(({ source: { file = "", line } }) => ({
            file,
            ...(line === undefined ? {} : { line }),
            key: server,
          })),
          evidence: { server, definitions },
        };
      }),
};

function isServer({ tags, metadata }: Resource): boolean {
  return tags.includes("mcp") && metadata["isEnabled"] !== false;
}

/** The version of its package, where one is named: whoever names none, or a tag, takes what comes. */
function pinned({ metadata }: Resource): readonly string[] {
  const [, version] = /.@v?(\d[^@/]*)$/.exec(text(metadata["package"])) ?? [];
  return version === undefined ? [] : [version];
}

/** Where it is reached, or what starts it, however it is spelt. */
function signature({ metadata }: Resource): string {
  const url = text(metadata["url"]);
  if (url !== "") return url.replace(/\/+$/, "");
  const program = text(metadata["command"])
    .replace(/^.*[\\/]/, "")
    .replace(/\.(exe|cmd)$/i, "");
  return `${program} ${text(metadata["package"]).replace(/(?<=.)@[^@/]*$/, "")}`.trim();
}

function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}
