import { posix } from "node:path";
import { withoutUserInfo } from "../../clean-url.ts";

const HARMLESS_PARAMETERS = new Set(["ref", "depth", "archive", "version", "versionid"]);

/** The source of a module as it may be shown: without user, password and what else a query may carry. */
export function cleanSource(source: string): string {
  const isOfGitUser = /:\/\/git@/i.test(source);
  const [address = "", query] = (isOfGitUser ? source : withoutUserInfo(source)).split("?", 2);
  const shown = address.replace(/^((?:[a-z0-9]+::)?[a-z0-9+.-]+:\/\/)(.*)@/is, (_all, start, user) =>
    user === "git" ? `${start}git@` : `${start}`,
  );
  const kept = (query ?? "")
    .split("&")
    .filter((pair) => HARMLESS_PARAMETERS.has(pair.split("=", 1)[0] ?? ""));
  return kept.length === 0 ? shown : `${shown}?${kept.join("&")}`;
}

/** The folder that a local source names, seen from the folder of the caller; undefined for any other source. */
export function localFolder(source: string, caller: string): string | undefined {
  if (!/^\.{1,2}(\/|$)/.test(source)) return undefined;
  return posix.normalize(posix.join(caller, source)).replace(/(.)\/$/, "$1");
}
