import type { ResourceDraft } from "../../../model/resource.ts";
import type { Platform } from "../../../platform/types.ts";
import { certificateExpiry } from "../../certificate-expiry.ts";
import { machineCredential } from "../../credentials/credential-draft.ts";
import { judgeCredential, showExpiry, type CredentialStatus } from "../../credentials/credential-status.ts";
import { readHomeDocument, type HomeDocument } from "../../home-file.ts";
import { absolutePath, folderOf, homePath } from "../../home-path.ts";
import type { DetectContext, Detection } from "../../types.ts";
import { extractKubeconfig, type Kubeconfig, type KubeContext, type KubeUser } from "./extract.ts";

const CERTIFICATE_BYTES = 65_536;

/** Every context that kubectl would know, from `$KUBECONFIG` or `~/.kube/config`. Nothing that they name is run. */
export async function detectContexts(context: DetectContext): Promise<Detection> {
  const documents = await Promise.all(
    kubeconfigPaths(context.platform).map((path) => readHomeDocument(context, path, "yaml")),
  );
  const files = documents
    .filter((document) => document !== undefined)
    .map((document) => ({ document, config: extractKubeconfig(document.root) }));
  const currentName = files.find(({ config }) => config.currentContext !== undefined)?.config.currentContext;
  return {
    resources: firstOfEachName(files).map((entry) => createDraft(entry, { files, currentName, context })),
    diagnostics: files.flatMap(({ document }) => document.diagnostics),
  };
}

/** `$KUBECONFIG` is a list like PATH; its empty parts are passed over. */
function kubeconfigPaths(platform: Platform): readonly string[] {
  const listed = platform.host.env["KUBECONFIG"];
  if (listed === undefined || listed === "") return [homePath(platform, ".kube", "config")];
  const parts = listed.split(platform.host.os === "windows" ? ";" : ":").filter((part) => part !== "");
  return [...new Set(parts.map((part) => absolutePath(platform, part)))];
}

interface KubeFile {
  readonly document: HomeDocument;
  readonly config: Kubeconfig;
}

interface PlacedContext {
  readonly context: KubeContext;
  readonly file: KubeFile;
}

function firstOfEachName(files: readonly KubeFile[]): readonly PlacedContext[] {
  const all = files.flatMap((file) => file.config.contexts.map((context) => ({ context, file })));
  return all.filter(
    (one, index) => all.findIndex(({ context }) => context.name === one.context.name) === index,
  );
}

interface MergedFacts {
  readonly files: readonly KubeFile[];
  readonly currentName: string | undefined;
  readonly context: DetectContext;
}

function createDraft({ context: entry, file }: PlacedContext, facts: MergedFacts): ResourceDraft {
  const { files, currentName, context } = facts;
  const cluster = files.flatMap(({ config }) => config.clusters).find(({ name }) => name === entry.cluster);
  const user = findUser(files, entry.user);
  const expiresMs = user === undefined ? undefined : readExpiry(user, context.platform);
  return machineCredential({
    name: `kube:${entry.name}`,
    provider: "kubernetes",
    accessPattern: `kubectl --context ${entry.name}`,
    description: "Context of kubectl",
    ...judgeContext({ hasCluster: cluster !== undefined, user, expiresMs }, context.platform),
    file: file.document.file,
    line: entry.line,
    metadata: {
      context: entry.name,
      cluster: entry.cluster,
      server: cluster?.server,
      namespace: entry.namespace,
      user: entry.user,
      auth: user?.value.auth,
      provider: user?.value.provider,
      expiresAt: showExpiry(expiresMs),
      isCurrent: entry.name === currentName,
    },
  });
}

interface PlacedUser {
  readonly value: KubeUser;
  readonly file: KubeFile;
}

function findUser(files: readonly KubeFile[], name: string | undefined): PlacedUser | undefined {
  return files
    .flatMap((file) => file.config.users.map((value) => ({ value, file })))
    .find(({ value }) => value.name === name);
}

interface ContextFacts {
  readonly hasCluster: boolean;
  readonly user: PlacedUser | undefined;
  readonly expiresMs: number | undefined;
}

function judgeContext({ hasCluster, user, expiresMs }: ContextFacts, platform: Platform): CredentialStatus {
  const flaw = describeGap(hasCluster, user);
  const holdsSecret = ["client_certificate", "token", "basic", "auth_provider"].some(
    (auth) => auth === user?.value.auth,
  );
  return judgeCredential(
    { path: holdsSecret ? user?.file.document.path : undefined, expiresMs, flaw },
    platform,
  );
}

function describeGap(hasCluster: boolean, user: PlacedUser | undefined): string | undefined {
  if (!hasCluster) return "no file describes its cluster";
  return user === undefined ? "no file describes its user" : undefined;
}

function readExpiry({ value, file }: PlacedUser, platform: Platform): number | undefined {
  if (value.certificate !== undefined) return certificateExpiry(value.certificate);
  if (value.certificateFile === undefined) return undefined;
  const path = absolutePath(platform, value.certificateFile, folderOf(platform, file.document.path));
  const read = platform.files.readText(path, { maxBytes: CERTIFICATE_BYTES });
  return read.isRead ? certificateExpiry(read.text) : undefined;
}
