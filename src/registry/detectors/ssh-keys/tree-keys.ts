import { posix } from "node:path";
import type { ResourceDraft } from "../../../model/resource.ts";
import type { WorkspaceFile } from "../../../workspace/types.ts";
import { treeCredential } from "../../credentials/credential-draft.ts";
import { judgeCredential } from "../../credentials/credential-status.ts";
import { joinPath } from "../../home-path.ts";
import { describeProtection, kindByName, readPrivateKey } from "../../private-key.ts";
import type { DetectContext, Detection, FileDetection, SourceFile } from "../../types.ts";

/** Keys that only tests use; they are no one's access to anything. */
const TEST_PLACES = /(^|\/)(tests?|__tests__|spec|fixtures?|__fixtures__|testdata|examples?|mocks?)\//i;

/** Private keys in the tree, by their header: a `.pem` is more often a certificate. */
export const treeKeys: FileDetection = {
  suffixes: [".pem", ".key", ".ppk"],
  stems: [
    "id_rsa",
    "id_dsa",
    "id_ecdsa",
    "id_ed25519",
    "id_ecdsa_sk",
    "id_ed25519_sk",
    "deploy_key",
    "deploy-key",
    "ssh_key",
    "private_key",
    "privkey",
  ],
  maxBytes: 65_536,
  accepts: (path) => !path.endsWith(".pub"),
  extract: extractKey,
  refine: refineKey,
};

function extractKey(file: SourceFile): Detection {
  const text = file.readText();
  const facts = text === undefined ? undefined : readPrivateKey(text);
  if (text === undefined || facts === undefined) return { resources: [] };
  const name = posix.basename(file.path);
  const isSsh = facts.format !== "pem" || name.startsWith("id_");
  const before = text.slice(0, Math.max(0, text.search(/^(-----BEGIN [A-Z0-9 ]*PRIVATE KEY|PuTTY)/m)));
  const draft = treeCredential({
    name: isSsh ? `ssh:${name}` : `private-key:${name}`,
    provider: isSsh ? "ssh" : "private-key",
    accessPattern: file.path,
    description: `Private key${describeProtection(facts)}`,
    status: "available",
    file: file.path,
    line: before.split(/\r\n|\n|\r/).length,
    metadata: { kind: facts.kind ?? kindByName(name), format: facts.format, isEncrypted: facts.isEncrypted },
  });
  return { resources: [draft] };
}

function refineKey(draft: ResourceDraft, file: WorkspaceFile, context: DetectContext): ResourceDraft {
  const isTracked = file.state === "tracked";
  const isForTests = TEST_PLACES.test(file.path);
  const path = joinPath(context.platform, context.workspace.root, file.path);
  return {
    ...draft,
    ...judgeCredential({ path, isTracked }, context.platform),
    priority: isForTests ? 4 : draft.priority,
    tags: isForTests ? [...(draft.tags ?? []), "fixture"] : draft.tags,
    metadata: {
      ...draft.metadata,
      tracked: isTracked,
      isIgnored: file.state === "ignored",
      hasPublicKey: context.workspace.has(`${file.path}.pub`),
    },
  };
}
