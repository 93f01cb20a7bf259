import { searchLinesByGit } from "../../workspace/search.ts";
import type { Workspace } from "../../workspace/types.ts";
import type { Session } from "../session.ts";

/** Files in which people write how things are built. */
const BUILDS = [
  "Makefile",
  ".mk",
  ".sh",
  ".bash",
  "CMakeLists.txt",
  ".gradle",
  ".gradle.kts",
  "pom.xml",
  "Taskfile.yml",
  "Taskfile.yaml",
  "justfile",
  "Justfile",
  ".goreleaser.yml",
  ".goreleaser.yaml",
  "Earthfile",
  "Rakefile",
  "skaffold.yaml",
  "cloudbuild.yaml",
  ".gitlab-ci.yml",
  ".github/workflows/*.yml",
  ".github/workflows/*.yaml",
  "ulpfile.js",
  "ulpfile.mjs",
  "ulpfile.ts",
  "rollup.config.*",
  "webpack.config.*",
  "tsup.config.*",
  "tsdown.config.*",
  "vite.config.*",
  "build.js",
  "build.mjs",
  "build.py",
] as const;

/** Of some names, those that a file which builds things mentions: what is made is not missing. */
export async function namesMadeByBuilds(
  { platform, root }: Session,
  workspace: Workspace,
  names: readonly string[],
): Promise<ReadonlySet<string>> {
  const asked = [...new Set(names)].filter((name) => name.length > 2);
  if (asked.length === 0 || workspace.repository?.workTree === undefined) return new Set();
  const pattern = asked
    .map((name) => name.replaceAll(/[^\w-]/g, (character) => `[${character === "^" ? "\\^" : character}]`))
    .join("|");
  const found = await searchLinesByGit(platform, root, { pattern, suffixes: BUILDS });
  const lines = [...(found ?? new Map()).values()].flat().map(({ text }) => text);
  return new Set(asked.filter((name) => lines.some((line) => line.includes(name))));
}
