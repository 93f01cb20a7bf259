import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import type { Resource } from "../../src/model/resource.ts";
import { commitAll, git, temporaryFolder, writeTree, type Tree } from "../support/folders.ts";
import { ASSISTANT_CONFIG, ASSISTANT_FILES, ASSISTANT_HOME, ASSISTANTS } from "./assistants.ts";
import { AWKWARD, AWKWARD_CONFIG, AWKWARD_FILES } from "./awkward-files.ts";
import { credentialVariables, CREDENTIALS, plantCredentials } from "./home-credentials.ts";
import { SERVICES, startListeners, type Ports } from "./listeners.ts";
import { MANAGED_TOOLS, plantManagedTools, searchPath } from "./managed-tools.ts";
import { plainToolRows, plantPlainTools } from "./plain-tools.ts";
import { DOCUMENT_FILES, documentRows } from "./repository-documents.ts";
import { LIBRARIES, LIBRARY_CONFIG, LIBRARY_FILES } from "./repository-libraries.ts";
import { DECLARED_SERVICES, IGNORED_FILES, SERVICE_CONFIG, SERVICE_FILES } from "./repository-services.ts";
import { fillIn, readThings, type RunFacts, type Thing } from "./things.ts";

/** A made-up machine that has one of each thing. */
export interface FullMachine {
  readonly root: string;
  readonly env: Readonly<Record<string, string>>;
  readonly facts: RunFacts;
  readonly expected: readonly Thing[];
  /** False for what runs on the real machine: it can not be kept from being seen. */
  readonly isPlanted: (resource: Resource) => boolean;
}

/** Plants home, PATH, repository and listeners. */
export async function createFullMachine(): Promise<FullMachine> {
  const folder = temporaryFolder();
  const [root, home, system] = [join(folder, "ovens"), join(folder, "home"), join(folder, "system")];
  const [brew, runtime] = [join(folder, "linuxbrew/.linuxbrew"), join(folder, "run")];
  for (const path of [root, home, system]) mkdirSync(path, { mode: 0o700 });
  plantPlainTools(system);
  plantManagedTools(home, system, brew);
  plantCredentials(home);
  writeTree(home, ASSISTANT_HOME, 0o600);
  const gitVersion = plantGit(system);
  const ports = await startListeners(runtime);
  const originLine = plantRepository(root, ports);
  const facts = { ...ports, home, system, brew, runtime, gitVersion, originLine };
  const env = {
    ...credentialVariables(home),
    HOME: home,
    PATH: searchPath(home, system, brew),
    XDG_RUNTIME_DIR: runtime,
    DOCKER_HOST: `unix://${runtime}/docker.sock`,
    OLLAMA_HOST: `127.0.0.1:${ports["ollama"] ?? ""}`,
  };
  const isPlanted = (resource: Resource) => isOwn(resource, ports, folder);
  return { root, env, facts, expected: readThings(expectedRows(), facts), isPlanted };
}

function expectedRows(): string {
  const config = [...SERVICE_CONFIG, ...LIBRARY_CONFIG, ...ASSISTANT_CONFIG, ...AWKWARD_CONFIG];
  return [
    plainToolRows(),
    MANAGED_TOOLS,
    CREDENTIALS,
    documentRows(config),
    DECLARED_SERVICES,
    LIBRARIES,
    ASSISTANTS,
    AWKWARD,
    SERVICES,
  ].join("\n");
}

/** The program that a listing of the tree needs: the real one, wherever this machine has it. */
function plantGit(system: string): string {
  const path = execFileSync("sh", ["-c", "command -v git"], { encoding: "utf8" }).trim();
  symlinkSync(path, join(system, "git"));
  const answer = execFileSync(path, ["--version"], { encoding: "utf8" });
  return /\d+(?:\.\d+)+/.exec(answer)?.[0] ?? "";
}

/** Returns the line of git's settings that holds the address of the remote. */
function plantRepository(root: string, ports: Ports): string {
  const files: Tree = {
    ...DOCUMENT_FILES,
    ...SERVICE_FILES,
    ...LIBRARY_FILES,
    ...ASSISTANT_FILES,
    ...AWKWARD_FILES,
  };
  writeTree(root, files);
  for (const path of ["compose.yaml", "shop/docker-compose.override.yml"])
    writeTree(root, { [path]: fillIn(files[path] ?? "", ports) });
  writeTree(root, IGNORED_FILES, 0o600);
  for (const path of ["keys/ci.json", "tls/server.key", ".npmrc"]) chmodSync(join(root, path), 0o644);
  commitAll(root);
  git(root, "remote", "add", "origin", "git@github.com:bakery/ovens.git");
  const settings = readFileSync(join(root, ".git/config"), "utf8").split("\n");
  return String(settings.findIndex((line) => line.trim().startsWith("url =")) + 1);
}

/**
 * Listeners, engines and model servers of the real machine are told apart by their port or socket: what listens on
 * a port that this test did not open, and not in this process, or on a socket outside its folder, is left out.
 * Everything else that is reported must have been planted.
 */
function isOwn(resource: Resource, ports: Ports, folder: string): boolean {
  const { accessPattern, dependencies, metadata, source, tags } = resource;
  const isOurs = (address: string) =>
    address.includes(folder) || Object.values(ports).includes(/:(\d+)\/?$/.exec(address)?.[1] ?? "");
  switch (source.detector) {
    case "local-service":
      return metadata["processId"] === process.pid || isOurs(accessPattern);
    case "container-engine":
      return isOurs(accessPattern) || !accessPattern.startsWith("unix://");
    case "model-server":
      return (tags.includes("model-server") ? [accessPattern] : dependencies).every(isOurs);
    default:
      return true;
  }
}
