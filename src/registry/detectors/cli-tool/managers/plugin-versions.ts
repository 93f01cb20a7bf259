import type { Candidate } from "../candidate.ts";
import type { ToolEntry } from "../tool.ts";
import { plainVersion } from "./shim-target.ts";

/** Languages that bring other tools along, whose versions are their own. */
const BRINGS_OTHERS: Readonly<Record<string, string | undefined>> = {
  node: "node",
  nodejs: "node",
  python: "python",
  ruby: "ruby",
  java: "java",
};

/** Names that mise and asdf may have for what brings a tool. */
export function pluginsOf(tool: ToolEntry): readonly string[] {
  return tool.plugins ?? [tool.name];
}

/** The tool's version, where the folder `installs/<plugin>/<version>` names it and not only that of a language. */
export function versionOfPlugin(
  { tool }: Pick<Candidate, "tool">,
  plugin: string,
  version: string,
): string | undefined {
  const owner = Object.hasOwn(BRINGS_OTHERS, plugin) ? BRINGS_OTHERS[plugin] : undefined;
  if (owner !== undefined && owner !== tool.name) return undefined;
  return pluginsOf(tool).includes(plugin) || owner === tool.name ? plainVersion(version) : undefined;
}

/** The lines of a `.tool-versions`: plugin → versions, the first that is installed counts. */
export function parseToolVersions(text: string): ReadonlyMap<string, readonly string[]> {
  const lines = text.split("\n").map((line) => line.replace(/#.*$/, "").trim().split(/\s+/));
  const chosen = new Map<string, readonly string[]>();
  for (const [plugin, ...versions] of lines) {
    if (plugin !== undefined && plugin !== "" && versions.length > 0 && !chosen.has(plugin)) {
      chosen.set(plugin, versions);
    }
  }
  return chosen;
}
