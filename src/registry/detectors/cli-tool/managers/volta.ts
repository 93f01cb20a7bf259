import { parseJson } from "../../../../workspace/parsers/json.ts";
import { stringAt } from "../../../../workspace/parsers/navigate.ts";
import type { Candidate } from "../candidate.ts";
import { folderOf, pathsOf } from "../place-of-program.ts";
import { readSmallText } from "../read-small.ts";
import { plainVersion, type ShimTarget } from "./shim-target.ts";

const NOT_SHIMS = new Set(["volta", "volta-shim", "volta-migrate"]);

/** Follows a stand-in of Volta, whose settings name versions exactly; undefined for any other program. */
export function followVoltaShim(candidate: Candidate): ShimTarget | undefined {
  const { platform } = candidate.context;
  const path = pathsOf(platform);
  const root = folderOf(platform, "VOLTA_HOME", ".volta");
  if (path.dirname(candidate.copy.path) !== path.join(root, "bin")) return undefined;
  if (NOT_SHIMS.has(candidate.command)) return undefined;
  const version = chosenVersion(candidate, path.join(root, "tools"));
  return version === undefined ? { kind: "undecided" } : { kind: "version", version };
}

function chosenVersion(candidate: Candidate, tools: string): string | undefined {
  const { platform, workspace } = candidate.context;
  const path = pathsOf(platform);
  const pinned = memberOf(path.join(workspace.root, "package.json"), candidate);
  const usual = memberOf(path.join(tools, "user", "platform.json"), candidate);
  const package_ = memberOf(path.join(tools, "user", "bins", `${candidate.command}.json`), candidate);
  switch (candidate.command) {
    case "node":
      return pinned("volta", "node") ?? usual("node", "runtime");
    case "npm":
    case "npx":
      return (
        pinned("volta", "npm") ??
        usual("node", "npm") ??
        bundledNpm(candidate, tools, usual("node", "runtime"))
      );
    case "yarn":
    case "pnpm":
      return pinned("volta", candidate.command) ?? usual(candidate.command);
    default:
      return package_("version");
  }
}

/** Volta notes which npm a Node.js brought along. */
function bundledNpm({ context }: Candidate, tools: string, node: string | undefined): string | undefined {
  if (node === undefined) return undefined;
  const file = pathsOf(context.platform).join(tools, "inventory", "node", `node-v${node}-npm`);
  return plainVersion(readSmallText(file, context.platform)?.trim() ?? "");
}

function memberOf(file: string, { context }: Candidate): (...keys: readonly string[]) => string | undefined {
  const text = readSmallText(file, context.platform);
  const root = text === undefined ? undefined : parseJson(text).documents[0];
  return (...keys) => plainVersion(stringAt(root, ...keys) ?? "");
}
