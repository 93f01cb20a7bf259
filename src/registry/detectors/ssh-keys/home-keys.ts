import type { Diagnostic } from "../../../model/diagnostic.ts";
import type { ResourceDraft } from "../../../model/resource.ts";
import { machineCredential } from "../../credentials/credential-draft.ts";
import { judgeCredential } from "../../credentials/credential-status.ts";
import { describeReadFailure } from "../../home-file.ts";
import { homePath, joinPath, placeOf } from "../../home-path.ts";
import {
  describeProtection,
  keyKind,
  kindByName,
  readPrivateKey,
  type PrivateKeyFacts,
} from "../../private-key.ts";
import type { DetectContext, Detection } from "../../types.ts";

const MAX_BYTES = 65_536;
const OTHER_FILES = /^(known_hosts|authorized_keys|config|environment|rc)([.~_-].*)?$|\.pub$/;

/** Every private key in `~/.ssh`, by its header and not by its name. */
export function detectHomeKeys(context: DetectContext): Detection {
  const { platform } = context;
  const folder = homePath(platform, ".ssh");
  const read = platform.files.readFolder(folder);
  if (!read.isRead) {
    const denied = read.reason === "denied" ? [diagnose(placeOf(folder, context), "permission denied")] : [];
    return { resources: [], diagnostics: denied };
  }
  const names = read.entries
    .flatMap(({ name, kind }) => (typeof name === "string" && kind !== "folder" ? [name] : []))
    .filter((name) => !OTHER_FILES.test(name))
    .toSorted();
  const found = names.map((name) => readKey(joinPath(platform, folder, name), name, context));
  return {
    resources: found.flatMap(({ draft }) => (draft === undefined ? [] : [draft])),
    diagnostics: found.flatMap(({ diagnostic }) => (diagnostic === undefined ? [] : [diagnostic])),
  };
}

interface FoundKey {
  readonly draft?: ResourceDraft;
  readonly diagnostic?: Diagnostic;
}

function readKey(path: string, name: string, context: DetectContext): FoundKey {
  const read = context.platform.files.readText(path, { maxBytes: MAX_BYTES });
  const file = placeOf(path, context);
  if (!read.isRead) {
    const message = read.reason === "too_large" ? undefined : describeReadFailure(read.reason);
    return message === undefined ? {} : { diagnostic: diagnose(file, message) };
  }
  const facts = readPrivateKey(read.text);
  return facts === undefined ? {} : { draft: createDraft({ facts, name, path }, context) };
}

function createDraft(
  { facts, name, path }: { readonly facts: PrivateKeyFacts; readonly name: string; readonly path: string },
  context: DetectContext,
): ResourceDraft {
  const file = placeOf(path, context);
  const publicPart = readPublicPart(`${path}.pub`, context);
  return machineCredential({
    name: `ssh:${name}`,
    provider: "ssh",
    accessPattern: file,
    description: `SSH key${describeProtection(facts)}`,
    ...judgeCredential({ path }, context.platform),
    file,
    line: 1,
    metadata: {
      kind: facts.kind ?? publicPart?.kind ?? kindByName(name),
      format: facts.format,
      isEncrypted: facts.isEncrypted,
      hasPublicKey: publicPart !== undefined,
      comment: publicPart?.comment,
    },
  });
}

interface PublicPart {
  readonly kind: string | undefined;
  readonly comment: string | undefined;
}

/** `ssh-ed25519 AAAA… stella@dome` */
function readPublicPart(path: string, { platform }: DetectContext): PublicPart | undefined {
  const read = platform.files.readText(path, { maxBytes: MAX_BYTES });
  if (!read.isRead) return undefined;
  const parts = /^\s*(\S+)[ \t]+\S+(?:[ \t]+([^\r\n]+))?/.exec(read.text);
  const comment = parts?.[2]?.trim();
  return { kind: keyKind(parts?.[1]), comment: comment === "" ? undefined : comment };
}

function diagnose(file: string, message: string): Diagnostic {
  return { severity: "warning", code: "FILE_UNREADABLE", message, source: "ssh-keys", file };
}
