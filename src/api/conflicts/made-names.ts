import { literal, searchWrittenLines, type TextSearch } from "../../workspace/search.ts";
import type { Workspace } from "../../workspace/types.ts";
import type { Session } from "../session.ts";

/** Files in which people write how things are built. */
export const BUILDS = [
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
  ".circleci/*.yml",
  ".travis.yml",
  ".buildkite/*.yml",
  ".drone.yml",
  "azure-pipelines*.yml",
  "bitbucket-pipelines.yml",
  "buildspec*.yml",
  "Jenkinsfile",
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
  "download*.py",
  "download*.js",
  "download*.mjs",
  "download*.ts",
  ...["bin", "build", "scripts", "tools"].flatMap((folder) =>
    ["js", "cjs", "mjs", "ts", "py"].map((ending) => `${folder}/*.${ending}`),
  ),
] as const;

/** Of some names, those that a file which builds things mentions: what is made is not missing. */
export async function namesMadeByBuilds(
  session: Session,
  workspace: Workspace,
  names: readonly string[],
): Promise<ReadonlySet<string>> {
  const asked = [...new Set(names)].filter((name) => name !== "");
  if (asked.length === 0 || workspace.repository?.workTree === undefined) return new Set();
  const patterns = asked.map((name) => (isTelling(name) ? literal(name) : `mkdir.* ${literal(name)}`));
  const lines = await linesWith(session, { pattern: patterns.join("|"), suffixes: BUILDS });
  const mentions = (line: string, name: string) =>
    isTelling(name)
      ? line.includes(name)
      : line
          .split(/mkdir\s/)[1]
          ?.split(/\s+/)
          .includes(name) === true;
  return new Set(asked.filter((name) => lines.some((line) => mentions(line, name))));
}

/** Shorter ones stand in every other line. */
function isTelling(name: string): boolean {
  return name.length > 2;
}

/** Of some paths, those that a build copies elsewhere: what they import is there, not here. */
export async function pathsCopiedByBuilds(
  session: Session,
  workspace: Workspace,
  paths: readonly string[],
): Promise<ReadonlySet<string>> {
  const named = [...new Set(paths)].map((path) => ({ path, end: path.split("/").slice(-2).join("/") }));
  const asked = named.filter(({ end }) => end.includes("/"));
  if (asked.length === 0 || workspace.repository?.workTree === undefined) return new Set();
  const pattern = `(^|[^[:alnum:]])(cp|copy|cpy|copyfiles|cpSync|copyFile|copyFileSync|rsync)[^[:alnum:]].*(${asked.map(({ end }) => literal(end)).join("|")})`;
  const lines = await linesWith(session, { pattern, suffixes: [...BUILDS, "package.json", "Dockerfile"] });
  return new Set(asked.filter(({ end }) => lines.some((line) => line.includes(end))).map(({ path }) => path));
}

/** Of some paths, those that a program takes in as they are, as texts: what they import is where it writes them. */
export async function pathsEmbedded(
  session: Session,
  workspace: Workspace,
  paths: readonly string[],
): Promise<ReadonlySet<string>> {
  const asked = [...new Set(paths)].map((path) => ({ path, end: tellingEnd(path) }));
  if (asked.length === 0 || workspace.repository?.workTree === undefined) return new Set();
  const names = asked.map(({ end }) => literal(end)).join("|");
  const pattern = `(include_str!|include_bytes!|go:embed|raw-loader)[^[:alnum:]].*(${names})|(${names})[?]raw`;
  const lines = await linesWith(session, { pattern, suffixes: EMBEDDING });
  return new Set(asked.filter(({ end }) => lines.some((line) => line.includes(end))).map(({ path }) => path));
}

const EMBEDDING = [".rs", ".go", ".js", ".mjs", ".cjs", ".jsx", ".ts", ".mts", ".tsx", ".vue", ".svelte"];

/** The name; of an `index`, its folder too. */
function tellingEnd(path: string): string {
  const parts = path.split("/");
  return parts.slice(/^(index|__init__|mod|main)\./.test(parts.at(-1) ?? "") ? -2 : -1).join("/");
}

async function linesWith({ platform, root }: Session, search: TextSearch): Promise<readonly string[]> {
  return (await searchWrittenLines(platform, root, search)).map(({ text }) => text);
}
