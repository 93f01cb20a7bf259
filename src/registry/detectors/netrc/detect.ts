import type { Diagnostic } from "../../../model/diagnostic.ts";
import type { ResourceDraft } from "../../../model/resource.ts";
import { hostAndPath } from "../../clean-url.ts";
import { machineCredential } from "../../credentials/credential-draft.ts";
import { judgeCredential } from "../../credentials/credential-status.ts";
import { readHomeText, type HomeText } from "../../home-file.ts";
import { homePath, variablePath } from "../../home-path.ts";
import type { DetectContext, Detection } from "../../types.ts";
import { extractNetrc, type NetrcEntry } from "./extract.ts";

/** The hosts that curl, git and others log in to by a netrc file. */
export function detectHosts(context: DetectContext): Detection {
  const found = netrcPaths(context)
    .map((path) => readHomeText(context, path))
    .find((read) => read !== undefined);
  if (found === undefined) return { resources: [] };
  const { entries, brokenLine } = extractNetrc(found.text ?? "");
  return {
    resources: entries.map((entry) => createDraft(entry, found, context)),
    diagnostics: [...found.diagnostics, ...describeBreak(found.file, brokenLine)],
  };
}

function netrcPaths({ platform }: DetectContext): readonly string[] {
  const chosen = variablePath(platform, "NETRC");
  if (chosen !== undefined) return [chosen];
  const names = platform.host.os === "windows" ? ["_netrc", ".netrc"] : [".netrc"];
  return names.map((name) => homePath(platform, name));
}

function createDraft(entry: NetrcEntry, read: HomeText, { platform }: DetectContext): ResourceDraft {
  const host = hostAndPath(entry.host);
  const flaw = entry.hasPassword || entry.hasLogin ? undefined : "it has neither login nor password";
  return machineCredential({
    name: `netrc:${host}`,
    provider: "netrc",
    accessPattern: host === "default" ? read.file : `https://${host}`,
    description: host === "default" ? "Login for every other host in netrc" : "Login for a host in netrc",
    ...judgeCredential({ path: read.path, flaw }, platform),
    file: read.file,
    line: entry.line,
    metadata: { host, login: entry.login, hasLogin: entry.hasLogin, hasPassword: entry.hasPassword },
  });
}

function describeBreak(file: string, line: number | undefined): readonly Diagnostic[] {
  if (line === undefined) return [];
  return [
    {
      severity: "warning",
      code: "PARSE_ERROR",
      message: "a word has no meaning there",
      source: "netrc",
      file,
      line,
    },
  ];
}
