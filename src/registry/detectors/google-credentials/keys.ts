import { posix } from "node:path";
import type { ResourceDraft } from "../../../model/resource.ts";
import type { WorkspaceFile } from "../../../workspace/types.ts";
import { parseJson } from "../../../workspace/parsers/json.ts";
import { treeCredential } from "../../credentials/credential-draft.ts";
import { judgeCredential } from "../../credentials/credential-status.ts";
import { joinPath, pathInTree, variablePath } from "../../home-path.ts";
import type { DetectContext, Detection, FileDetection, SourceFile } from "../../types.ts";
import { extractGoogleCredential } from "./extract.ts";

/** A key has 2 to 4 KiB. */
const MAX_BYTES = 65_536;
/** Names that tools own: what stands there is never a key, and a large tree has thousands of them. */
const OWNED_NAMES =
  /^(package|package-lock|composer|tsconfig([.-].*)?|jsconfig|project|lerna|nx|turbo|deno)\.json$/;

/** Service-account keys under any name anywhere in the tree. */
export const keyFiles: FileDetection = {
  suffixes: [".json"],
  maxBytes: MAX_BYTES,
  accepts: (path) => !OWNED_NAMES.test(posix.basename(path)),
  extract: extractKey,
  refine: refineKey,
};

/** Broken JSON is none of this detector's business, so the text is looked at before it is parsed. */
function extractKey(file: SourceFile): Detection {
  const text = file.readText();
  if (text?.includes('"service_account"') !== true) return { resources: [] };
  const credential = extractGoogleCredential(parseJson(text).documents[0]);
  if (credential?.kind !== "service_account" || credential.account === undefined) return { resources: [] };
  const draft = treeCredential({
    name: credential.account,
    resourceType: "service_account",
    provider: "google",
    accessPattern: file.path,
    description: "Key of a Google service account",
    status: "available",
    file: file.path,
    line: credential.line,
    metadata: { ...credential.facts, keyFile: file.path },
  });
  return { resources: [draft] };
}

function refineKey(draft: ResourceDraft, file: WorkspaceFile, context: DetectContext): ResourceDraft {
  const { platform, workspace } = context;
  const isTracked = file.state === "tracked";
  const named = variablePath(platform, "GOOGLE_APPLICATION_CREDENTIALS");
  const isDefault = named !== undefined && pathInTree(named, context) === file.path;
  return {
    ...draft,
    ...judgeCredential({ path: joinPath(platform, workspace.root, file.path), isTracked }, platform),
    metadata: {
      ...draft.metadata,
      tracked: isTracked,
      isIgnored: file.state === "ignored",
      ...(isDefault ? { isApplicationDefault: true } : {}),
    },
  };
}
