import { posix } from "node:path";
import type { ResourceDraft } from "../../../model/resource.ts";
import type { WorkspaceFile } from "../../../workspace/types.ts";
import {
  machineCredential,
  treeCredential,
  type CredentialDraft,
} from "../../credentials/credential-draft.ts";
import { judgeCredential } from "../../credentials/credential-status.ts";
import { readHomeDocument, readHomeText } from "../../home-file.ts";
import { homePath, joinPath, pathInTree, userConfigPath, variablePath } from "../../home-path.ts";
import { judgeReference } from "../../credentials/variable-reference.ts";
import type { DetectContext, Detection, FileDetection, SourceFile } from "../../types.ts";
import type { RegistryEntry } from "./entry.ts";
import { extractNpmrc } from "./npmrc.ts";
import { extractYarnrc } from "./yarnrc.ts";

/** The files of npm and Yarn in the tree. */
export const registryFiles: FileDetection = {
  names: [".npmrc", ".yarnrc.yml"],
  extract: extractFile,
  refine: refineEntry,
};

/** The files of npm, pnpm and Yarn at home. */
export async function detectHomeRegistries(context: DetectContext): Promise<Detection> {
  const { platform } = context;
  const chosen =
    variablePath(platform, "NPM_CONFIG_USERCONFIG") ?? variablePath(platform, "npm_config_userconfig");
  const npmrc = [chosen ?? homePath(platform, ".npmrc"), userConfigPath(platform, "pnpm", "rc")]
    .filter((path) => !isListed(path, context))
    .map((path) => readHomeText(context, path))
    .filter((read) => read !== undefined);
  const yarnPath = homePath(platform, ".yarnrc.yml");
  const yarn = isListed(yarnPath, context) ? undefined : await readHomeDocument(context, yarnPath, "yaml");
  const found = npmrc.map((read) => ({ read, entries: extractNpmrc(read.text ?? "") }));
  const all = yarn === undefined ? found : [...found, { read: yarn, entries: extractYarnrc(yarn.root) }];
  return {
    resources: all.flatMap(({ read, entries }) =>
      entries.map((entry) => {
        const draft = machineCredential(describeEntry(entry, read.file));
        return { ...draft, ...judgeEntry(draft, { path: read.path }, context) };
      }),
    ),
    diagnostics: all.flatMap(({ read }) => read.diagnostics),
  };
}

async function extractFile(file: SourceFile): Promise<Detection> {
  const isYarn = posix.basename(file.path).toLowerCase() === ".yarnrc.yml";
  const entries = isYarn
    ? extractYarnrc((await file.parse("yaml"))?.documents[0])
    : extractNpmrc(file.readText() ?? "");
  return { resources: entries.map((entry) => treeCredential(describeEntry(entry, file.path))) };
}

function refineEntry(draft: ResourceDraft, file: WorkspaceFile, context: DetectContext): ResourceDraft {
  const isTracked = file.state === "tracked";
  const path = joinPath(context.platform, context.workspace.root, file.path);
  return {
    ...draft,
    ...judgeEntry(draft, { path, isTracked }, context),
    metadata: { ...draft.metadata, tracked: isTracked, isIgnored: file.state === "ignored" },
  };
}

/** A project may lie in the home folder itself: its files are then found with the tree's. */
function isListed(path: string, context: DetectContext): boolean {
  const inTree = pathInTree(path, context);
  return inTree !== undefined && context.workspace.get(inTree) !== undefined;
}

function describeEntry(entry: RegistryEntry, file: string): CredentialDraft {
  const { registry, kind, reference, line } = entry;
  return {
    name: `npm:${registry}`,
    resourceType: kind === "token" ? "access_token" : "credential",
    provider: "npm",
    accessPattern: `https://${registry}`,
    description: kind === "token" ? "Token for a registry of packages" : "Login to a registry of packages",
    status: "available",
    file,
    line,
    metadata: { registry, kind, reference, storage: reference === undefined ? "file" : "environment" },
  };
}

function judgeEntry(
  draft: ResourceDraft,
  held: { readonly path: string; readonly isTracked?: boolean },
  { platform }: DetectContext,
) {
  const reference = draft.metadata?.["reference"];
  return typeof reference === "string"
    ? judgeReference(reference, platform)
    : judgeCredential(held, platform);
}
