import type { DocumentNode } from "../../../model/document.ts";
import type { ResourceDraft } from "../../../model/resource.ts";
import type { Platform } from "../../../platform/types.ts";
import { machineCredential } from "../../credentials/credential-draft.ts";
import { judgeCredential } from "../../credentials/credential-status.ts";
import { readHomeDocument, type HomeDocument } from "../../home-file.ts";
import { homePath, joinPath, userConfigPath, variablePath } from "../../home-path.ts";
import type { DetectContext, Detection } from "../../types.ts";
import { extractGithubHosts, extractGitlabHosts, type HostLogin } from "./extract.ts";

interface Client {
  /** The first part of the resource's name. */
  readonly provider: string;
  readonly title: string;
  readonly command: string;
  readonly paths: (platform: Platform) => readonly string[];
  readonly extract: (root: DocumentNode | undefined) => readonly HostLogin[];
}

const CLIENTS: readonly Client[] = [
  {
    provider: "github",
    title: "GitHub's command line client",
    command: "gh auth status --hostname",
    paths: githubPaths,
    extract: extractGithubHosts,
  },
  {
    provider: "gitlab",
    title: "GitLab's command line client",
    command: "glab auth status --hostname",
    paths: gitlabPaths,
    extract: extractGitlabHosts,
  },
];

/** The hosts that `gh` and `glab` are logged in to. Neither is run. */
export async function detectHosts(context: DetectContext): Promise<Detection> {
  const found = await Promise.all(CLIENTS.map((client) => detectClient(client, context)));
  return {
    resources: found.flatMap(({ resources }) => resources),
    diagnostics: found.flatMap(({ diagnostics }) => diagnostics ?? []),
  };
}

async function detectClient(client: Client, context: DetectContext): Promise<Detection> {
  const documents = await Promise.all(
    client.paths(context.platform).map((path) => readHomeDocument(context, path, "yaml")),
  );
  const document = documents.find((one) => one !== undefined);
  if (document === undefined) return { resources: [] };
  return {
    resources: client
      .extract(document.root)
      .map((login) => createDraft(login, { client, document, context })),
    diagnostics: document.diagnostics,
  };
}

interface DraftPlace {
  readonly client: Client;
  readonly document: HomeDocument;
  readonly context: DetectContext;
}

function createDraft(login: HostLogin, { client, document, context }: DraftPlace): ResourceDraft {
  const { host, users, activeUser, gitProtocol, storage } = login;
  return machineCredential({
    name: `${client.provider}:${host}`,
    resourceType: "access_token",
    provider: client.provider,
    accessPattern: `${client.command} ${host}`,
    description: `Login of ${client.title}`,
    ...judgeCredential({ path: storage === "file" ? document.path : undefined }, context.platform),
    file: document.file,
    line: login.line,
    metadata: { host, users, activeUser, gitProtocol, storage },
  });
}

function githubPaths(platform: Platform): readonly string[] {
  const folder = variablePath(platform, "GH_CONFIG_DIR") ?? variablePath(platform, "XDG_CONFIG_HOME");
  if (folder !== undefined) {
    const isOwn = (platform.host.env["GH_CONFIG_DIR"] ?? "") !== "";
    return [joinPath(platform, folder, ...(isOwn ? [] : ["gh"]), "hosts.yml")];
  }
  if (platform.host.os === "windows") return [userConfigPath(platform, "GitHub CLI", "hosts.yml")];
  return [homePath(platform, ".config", "gh", "hosts.yml")];
}

function gitlabPaths(platform: Platform): readonly string[] {
  const folder = variablePath(platform, "GLAB_CONFIG_DIR");
  if (folder !== undefined) return [joinPath(platform, folder, "config.yml")];
  const usual = userConfigPath(platform, "glab-cli", "config.yml");
  const ofMac = homePath(platform, "Library", "Application Support", "glab-cli", "config.yml");
  return platform.host.os === "macos" ? [usual, ofMac] : [usual];
}
