import type { Candidate } from "../candidate.ts";
import { folderOf, foldersUpwards, pathsOf } from "../place-of-program.ts";
import { readSmallText, subfolders } from "../read-small.ts";
import { parseToolVersions, pluginsOf, versionOfPlugin } from "./plugin-versions.ts";
import { isVersionName, type ShimTarget } from "./shim-target.ts";

/** Follows a stand-in of asdf, which names its plugins in comments; undefined for any other program. */
export function followAsdfShim(candidate: Candidate): ShimTarget | undefined {
  const { platform } = candidate.context;
  const path = pathsOf(platform);
  const root = folderOf(platform, "ASDF_DATA_DIR", ".asdf");
  if (path.dirname(candidate.copy.path) !== path.join(root, "shims")) return undefined;
  const plugins = shimPlugins(readSmallText(candidate.copy.path, platform) ?? "");
  for (const plugin of plugins.length > 0 ? plugins : pluginsOf(candidate.tool)) {
    const wishes = chosenVersions(candidate, plugin);
    if (wishes !== undefined) return target(candidate, { root, plugin, wishes });
  }
  return plugins.length > 0
    ? { kind: "broken", reason: `asdf has no version chosen for ${candidate.command}` }
    : { kind: "undecided" };
}

interface Choice {
  readonly root: string;
  readonly plugin: string;
  readonly wishes: readonly string[];
}

function target(candidate: Candidate, { root, plugin, wishes }: Choice): ShimTarget {
  const { platform } = candidate.context;
  const path = pathsOf(platform);
  const installed = subfolders(path.join(root, "installs", plugin), platform);
  for (const wish of wishes) {
    if (wish === "system") return { kind: "next" };
    if (!isVersionName(wish) || !installed.includes(wish)) continue;
    const version = versionOfPlugin(candidate, plugin, wish);
    const program = path.join(root, "installs", plugin, wish, "bin", candidate.command);
    if (platform.files.isExecutable(program)) return { kind: "program", path: program, version };
    if (version !== undefined) return { kind: "version", version };
  }
  if (wishes.some((wish) => !isVersionName(wish)) || installed.length === 0) return { kind: "undecided" };
  return { kind: "broken", reason: `asdf has not installed ${plugin} ${wishes.join(", ")}` };
}

/** Plugins that a stand-in names: `# asdf-plugin: nodejs 20.11.0`. */
function shimPlugins(script: string): readonly string[] {
  const named = [...script.matchAll(/^# asdf-plugin: (\S+)/gm)].map((match) => match[1] ?? "");
  return [...new Set(named.filter(isVersionName))];
}

function chosenVersions({ context }: Candidate, plugin: string): readonly string[] | undefined {
  const { platform } = context;
  const named = platform.host.env[`ASDF_${plugin.toUpperCase().replaceAll("-", "_")}_VERSION`];
  if (named !== undefined && named !== "") return named.split(/\s+/);
  for (const folder of [...foldersUpwards(context), platform.host.homeFolder]) {
    const text = readSmallText(pathsOf(platform).join(folder, ".tool-versions"), platform);
    const versions = text === undefined ? undefined : parseToolVersions(text).get(plugin);
    if (versions !== undefined) return versions;
  }
  return undefined;
}
