import { parseJson } from "../../../../workspace/parsers/json.ts";
import { stringAt } from "../../../../workspace/parsers/navigate.ts";
import type { ProgramCopy } from "../../../types.ts";
import type { Candidate, Knowledge } from "../candidate.ts";
import { folderOf, pathsOf, withSlashes } from "../place-of-program.ts";
import { readSmallText } from "../read-small.ts";

/** What the `package.json` of the npm package that a program belongs to tells of its version. */
export function nodePackageKnowledge(candidate: Candidate, program: ProgramCopy): Knowledge | undefined {
  const folder = packageFolder(program.realPath) ?? packageBesideWrapper(candidate, program);
  if (folder === undefined) return undefined;
  const { name, version } = readPackage(
    pathsOf(candidate.context.platform).join(folder, "package.json"),
    candidate,
  );
  if (name === "corepack" && candidate.tool.name !== "corepack") return corepackKnowledge(candidate);
  const isOwn = name !== undefined && candidate.tool.npm?.includes(name) === true;
  return isOwn && version !== undefined ? { kind: "version", version } : undefined;
}

/** `…/node_modules/@scope/name` of the innermost package that a file is in. */
export function packageFolder(realPath: string): string | undefined {
  const match = /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/.@][^\\/]*(?=[\\/])/.exec(realPath);
  return match?.[0];
}

/** On Windows, npm writes `name.cmd` beside the `node_modules` that it starts. */
function packageBesideWrapper({ tool, context }: Candidate, program: ProgramCopy): string | undefined {
  const path = pathsOf(context.platform);
  if (!/\.(?:cmd|bat)$/i.test(program.path)) return undefined;
  return (tool.npm ?? [])
    .map((name) => path.join(path.dirname(program.path), "node_modules", name))
    .find((folder) => context.platform.files.stat(folder)?.kind === "folder");
}

interface PackageFacts {
  readonly name?: string | undefined;
  readonly version?: string | undefined;
}

function readPackage(file: string, { context }: Candidate): PackageFacts {
  const text = readSmallText(file, context.platform);
  const root = text === undefined ? undefined : parseJson(text).documents[0];
  const version = stringAt(root, "version");
  const isVersion = version !== undefined && /^\d+\.\d+\.\d+[-\w.+]{0,60}$/.test(version);
  return { name: stringAt(root, "name"), version: isVersion ? version : undefined };
}

/** Corepack's stand-ins for yarn and pnpm: the project chooses, else what corepack used last. */
function corepackKnowledge(candidate: Candidate): Knowledge {
  const { platform, workspace } = candidate.context;
  const path = pathsOf(platform);
  const { name } = candidate.tool;
  const chosen = memberOf(path.join(workspace.root, "package.json"), "packageManager", candidate);
  const pinned = /^([a-z]+)@(\d+\.\d+\.\d+[-\w.]*)/.exec(chosen ?? "");
  if (pinned?.[1] === name && pinned[2] !== undefined) return { kind: "version", version: pinned[2] };
  const last = memberOf(path.join(corepackFolder(candidate), "lastKnownGood.json"), name, candidate);
  const version = /^(\d+\.\d+\.\d+[-\w.]*)/.exec(last ?? "")?.[1];
  if (version !== undefined) return { kind: "version", version };
  return { kind: "unknown", reason: "corepack chooses the version when it is used" };
}

function corepackFolder({ context: { platform } }: Candidate): string {
  const path = pathsOf(platform);
  if (platform.host.env["COREPACK_HOME"] !== undefined) return folderOf(platform, "COREPACK_HOME", ".cache");
  const isWindows = platform.host.os === "windows";
  const caches = isWindows
    ? folderOf(platform, "LOCALAPPDATA", "AppData", "Local")
    : folderOf(platform, "XDG_CACHE_HOME", ".cache");
  return path.join(caches, "node", "corepack");
}

function memberOf(file: string, key: string, { context }: Candidate): string | undefined {
  const text = readSmallText(withSlashes(file), context.platform);
  return text === undefined ? undefined : stringAt(parseJson(text).documents[0], key);
}
