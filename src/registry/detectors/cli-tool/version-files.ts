import { posix } from "node:path";
import type { Platform } from "../../../platform/types.ts";

const MAX_BYTES = 65_536;

/** Where managers write the version into the path itself. */
const PATH_VERSIONS: readonly RegExp[] = [
  /\/versions\/node\/v(\d+\.\d+\.\d+)\//,
  /\/node-versions\/v(\d+\.\d+\.\d+)\//,
  /\/tools\/image\/(?:node|npm|yarn|pnpm)\/(\d+\.\d+\.\d+)\//,
  /\/aws-cli\/v2\/(\d+\.\d+\.\d+)\//,
];

/** Tools whose own version is that of the folder a manager put them in. */
const INSTALLED_VERSIONS = /\/(?:installs\/([^/]+)|Cellar\/([^/]+))\/v?(\d+(?:\.\d+)+[^/]*)\//;

/** The version of a program as files beside it tell it; undefined where none does. Nothing is run. */
export function versionFromFiles(name: string, realPath: string, platform: Platform): string | undefined {
  return (
    versionFromPackage(name, realPath, platform) ??
    versionFromPath(name, realPath) ??
    versionFromInstallation(name, realPath, platform)
  );
}

function versionFromPath(name: string, realPath: string): string | undefined {
  if (["node", "npm", "npx", "corepack", "aws", "yarn", "pnpm"].includes(name)) {
    const found = PATH_VERSIONS.map((pattern) => pattern.exec(realPath)?.[1]).find(
      (version) => version !== undefined,
    );
    if (found !== undefined && (name === "node" || name === "aws" || !realPath.includes("/node")))
      return found;
  }
  const installed = INSTALLED_VERSIONS.exec(realPath);
  const owner = (installed?.[1] ?? installed?.[2] ?? "").replace(/@.*$/, "").replace(/^golang$/, "go");
  return owner === name || (owner === "python" && name === "python3") ? installed?.[3] : undefined;
}

/** A program that npm installed belongs to the nearest `package.json` above it. */
function versionFromPackage(name: string, realPath: string, platform: Platform): string | undefined {
  const inside = /^(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(realPath)?.[1];
  if (inside === undefined) return undefined;
  const text = read(`${inside}/package.json`, platform);
  const isOwner = text !== undefined && new RegExp(`"${escapePattern(name)}"|"bin"`).test(text);
  return isOwner ? /"version"\s*:\s*"([^"]+)"/.exec(text)?.[1] : undefined;
}

function versionFromInstallation(name: string, realPath: string, platform: Platform): string | undefined {
  const bin = posix.dirname(realPath);
  const home = posix.dirname(bin);
  switch (name) {
    case "gcloud":
      return line(read(`${home}/VERSION`, platform));
    case "gsutil":
    case "bq":
      return line(read(`${home}/platform/${name}/VERSION`, platform));
    case "go":
      return /^go(\d\S*)/.exec(read(`${home}/VERSION`, platform) ?? "")?.[1];
    case "java":
    case "javac":
      return /^JAVA_VERSION="([^"]+)"/m.exec(read(`${home}/release`, platform) ?? "")?.[1];
    case "flutter":
      return line(read(`${home}/version`, platform));
    default:
      return undefined;
  }
}

function read(path: string, platform: Platform): string | undefined {
  const result = platform.files.readText(path, { maxBytes: MAX_BYTES });
  return result.isRead ? result.text : undefined;
}

function line(text: string | undefined): string | undefined {
  const first = text?.trim().split("\n")[0]?.trim();
  return first !== undefined && /^\d+(\.\d+)*\S*$/.test(first) ? first : undefined;
}

function escapePattern(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
