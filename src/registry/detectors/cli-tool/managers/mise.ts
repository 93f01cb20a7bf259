import type { DocumentNode } from "../../../../model/document.ts";
import { itemsOf, nodeAt, stringAt } from "../../../../workspace/parsers/navigate.ts";
import { parseStructured } from "../../../../workspace/parsers/index.ts";
import type { Candidate } from "../candidate.ts";
import { folderOf, foldersUpwards, pathsOf } from "../place-of-program.ts";
import { readSmallText, subfolders } from "../read-small.ts";
import { parseToolVersions, pluginsOf, versionOfPlugin } from "./plugin-versions.ts";
import { isVersionName, matchVersion, type ShimTarget } from "./shim-target.ts";

/** In the order in which mise itself lets one win over the next. */
const FILES_OF_A_FOLDER = [
  "mise.local.toml",
  "mise.toml",
  ".mise.toml",
  ".config/mise.toml",
  ".tool-versions",
];

/** Follows a stand-in of mise to what its settings choose; undefined for any other program. */
export async function followMiseShim(candidate: Candidate): Promise<ShimTarget | undefined> {
  const { platform } = candidate.context;
  const path = pathsOf(platform);
  const root = dataFolder(candidate);
  if (path.dirname(candidate.copy.path) !== path.join(root, "shims")) return undefined;
  for (const plugin of pluginsOf(candidate.tool)) {
    const wish = await chosenVersion(candidate, plugin);
    if (wish !== undefined) return target(candidate, { root, plugin, wish });
  }
  return { kind: "undecided" };
}

interface Choice {
  readonly root: string;
  readonly plugin: string;
  readonly wish: string;
}

function target(candidate: Candidate, { root, plugin, wish }: Choice): ShimTarget {
  const { platform } = candidate.context;
  const path = pathsOf(platform);
  if (wish === "system") return { kind: "next" };
  const folder = path.join(root, "installs", plugin);
  const installed = subfolders(folder, platform);
  if (!isVersionName(wish) || installed.length === 0) return { kind: "undecided" };
  const name = matchVersion(wish, installed);
  if (name === undefined) return { kind: "broken", reason: `mise has not installed ${plugin} ${wish}` };
  const real = platform.files.realPath(path.join(folder, name)) ?? path.join(folder, name);
  const version = versionOfPlugin(candidate, plugin, path.basename(real));
  const program = [path.join(real, "bin", candidate.command), path.join(real, candidate.command)].find(
    (file) => platform.files.isExecutable(file),
  );
  if (program !== undefined) return { kind: "program", path: program, version };
  return version === undefined ? { kind: "undecided" } : { kind: "version", version };
}

function dataFolder({ context: { platform } }: Candidate): string {
  const path = pathsOf(platform);
  if (platform.host.env["MISE_DATA_DIR"] !== undefined) return folderOf(platform, "MISE_DATA_DIR", ".local");
  if (platform.host.os === "windows")
    return path.join(folderOf(platform, "LOCALAPPDATA", "AppData", "Local"), "mise");
  return path.join(folderOf(platform, "XDG_DATA_HOME", ".local", "share"), "mise");
}

async function chosenVersion({ context }: Candidate, plugin: string): Promise<string | undefined> {
  const { platform } = context;
  const path = pathsOf(platform);
  const named = platform.host.env[`MISE_${plugin.toUpperCase().replaceAll("-", "_")}_VERSION`];
  if (named !== undefined && named !== "") return named.split(/\s+/)[0];
  const folders = [...foldersUpwards(context), platform.host.homeFolder];
  const files = folders.flatMap((folder) => FILES_OF_A_FOLDER.map((name) => path.join(folder, name)));
  const own = path.join(folderOf(platform, "XDG_CONFIG_HOME", ".config"), "mise", "config.toml");
  for (const file of [...files, own]) {
    const text = readSmallText(file, platform);
    const version = text === undefined ? undefined : await versionIn(file, text, plugin);
    if (version !== undefined) return version;
  }
  return undefined;
}

async function versionIn(file: string, text: string, plugin: string): Promise<string | undefined> {
  if (!file.endsWith(".toml")) return parseToolVersions(text).get(plugin)?.[0];
  return miseVersion(nodeAt((await parseStructured("toml", text)).documents[0], "tools", plugin));
}

/** `"20"`, `["20", "18"]` or `{version = "20"}`. */
function miseVersion(node: DocumentNode | undefined): string | undefined {
  const first = itemsOf(node)[0] ?? node;
  return stringAt(first) ?? stringAt(first, "version");
}
