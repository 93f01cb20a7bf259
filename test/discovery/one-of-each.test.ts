import { existsSync, mkdirSync, realpathSync } from "node:fs";
import { delimiter, join } from "node:path";
import { expect, test } from "vitest";
import type { Resource } from "../../src/model/resource.ts";
import { runCommand } from "../support/command.ts";
import { temporaryFolder } from "../support/folders.ts";
import { expectedLines } from "./expected.ts";
import { startListeners, type Listeners } from "./listeners.ts";
import { plantHome } from "./plant-home.ts";
import { plantRepository } from "./plant-repository.ts";
import { plantTools } from "./plant-tools.ts";

/** One of each thing that can be found, in a home, a PATH and a repository that are made up. */
test.skipIf(process.platform === "win32")("one of each thing is found, and nothing else", async () => {
  const folder = realpathSync(temporaryFolder());
  const [home, root] = [join(folder, "home"), join(folder, "project")];
  for (const path of [home, root]) mkdirSync(path);
  const listeners = await startListeners();
  plantHome(home);
  plantRepository(root, listeners);
  const env = {
    HOME: home,
    PATH: plantTools(folder, home, findGit()),
    GOOGLE_CLOUD_PROJECT: "bakery-dev",
    OPENAI_API_KEY: "sk-bread",
    GITHUB_TOKEN: "ghp_bread",
    AWS_PROFILE: "oven",
  };
  try {
    const run = await runCommand(["setup", "--discover", "--json"], { cwd: root, env });
    expect([run.exitCode, run.stderr]).toEqual([0, ""]);
    const answer: { data: { resources: Resource[] }; diagnostics: unknown[] } = JSON.parse(run.stdout);
    expect(answer.diagnostics).toEqual([]);
    const found = answer.data.resources.filter((resource) => !isOfThisMachine(resource, listeners));
    expect(found.map(lineOf).toSorted()).toEqual(expectedLines(listeners, join(folder, "bin")));
    expect(shadowedBy(found, "terraform")).toEqual([["1.5.0", join(folder, "old-bin", "terraform")]]);
    expect(found.find(({ name }) => name === "node")?.metadata["manager"]).toBe("nvm");
  } finally {
    listeners.close();
  }
});

/** What listens on the real machine beside the three that the test started. */
function isOfThisMachine({ source, name }: Resource, { http, redis, postgresql }: Listeners): boolean {
  const port = Number(name.slice(name.lastIndexOf(":") + 1));
  return source.detector === "local-service" && ![http, redis, postgresql].includes(port);
}

function lineOf({ resourceType, name, version, status, source }: Resource): string {
  const isFree = resourceType === "cli_tool" && name === "git";
  const place = [source.file ?? "-", source.line].filter((part) => part !== undefined).join(":");
  const shownPlace = source.file === ".git/config" ? ".git/config:*" : place;
  const words = [resourceType, name, isFree ? "*" : (version ?? "-"), status, shownPlace];
  return words.map((word) => word.replaceAll(" ", "_")).join(" ");
}

function shadowedBy(found: readonly Resource[], name: string): readonly unknown[] {
  const shadows: unknown = found.find((resource) => resource.name === name)?.metadata["shadows"];
  if (!Array.isArray(shadows)) return [];
  return shadows.map(({ version, path }: { version?: unknown; path?: unknown }) => [version, path]);
}

function findGit(): string {
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  const found = folders.map((folder) => join(folder, "git")).find((path) => existsSync(path));
  if (found === undefined) throw new Error("git is needed on PATH");
  return found;
}
