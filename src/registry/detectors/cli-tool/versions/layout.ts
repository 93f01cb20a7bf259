import { versionOfPlugin } from "../managers/plugin-versions.ts";
import { withSlashes } from "../place-of-program.ts";
import type { Tool } from "../tool.ts";

/** Managers that write package and version into the path: groups are package and version. */
const LAYOUTS: readonly RegExp[] = [
  /\/(?:Cellar|Caskroom)\/([^/]+)\/v?(\d+(?:\.\d+)+[^/_,]*)[^/]*\//,
  /^\/nix\/store\/[0-9a-z]{32}-(.+?)-(\d+(?:\.\d+)+[^/-]*)[^/]*\//,
  /\/\.sdkman\/candidates\/([^/]+)\/(\d+(?:\.\d+)+)[^/]*\//,
  /\/scoop\/apps\/([^/]+)\/(\d+(?:\.\d+)+[^/]*)\//i,
];

/** The folder of one version in mise and asdf. */
const PLUGIN_LAYOUT = /\/(?:mise|rtx|\.?asdf)\/installs\/([^/]+)\/([^/]+)\//;

/** The version that the real path of a program names, where the named package is the tool's own. */
export function layoutVersion(tool: Tool, realPath: string): string | undefined {
  const place = withSlashes(realPath);
  const named = tool.pathPattern?.exec(place)?.[1];
  if (named !== undefined) return named;
  const plugin = PLUGIN_LAYOUT.exec(place);
  if (plugin?.[1] !== undefined && plugin[2] !== undefined) {
    return versionOfPlugin({ tool }, plugin[1], plugin[2]);
  }
  for (const layout of LAYOUTS) {
    const [, name, version] = layout.exec(place) ?? [];
    if (name !== undefined && version !== undefined) return isPackageOf(tool, name) ? version : undefined;
  }
  return undefined;
}

/** `python@3.12`, `openjdk-17` and `nodejs_20` are versions of one package. */
function isPackageOf(tool: Tool, name: string): boolean {
  const plain = name.replace(/@.*$/, "").replace(/[-_]?\d[\d.]*$/, "");
  return (tool.packages ?? [tool.name]).some((wanted) => wanted === name || wanted === plain);
}
