import { posix } from "node:path";
import { withoutUserInfo } from "../../clean-url.ts";

const HARMLESS_PARAMETERS = new Set(["ref", "depth", "archive", "version", "versionid"]);

/** The source of a module as it may be shown: without user, password and what else a query may carry. */
export function cleanSource(source: string): string {
  const user = /^(?:[a-z0-9]+::)?[a-z0-9+.-]+:\/\/(git@)[^@]*$/i.exec(source)?.[1] ?? "";
  const shown = withoutUserInfo(source).replace("://", `://${user}`);
  const [address = "", query = ""] = shown.split("?", 2);
  const kept = query.split("&").filter((pair) => HARMLESS_PARAMETERS.has(pair.split("=", 1)[0] ?? ""));
  return kept.length === 0 ? address : `${address}?${kept.join("&")}`;
}

/** The folder that a local source names, seen from the folder of the caller; undefined for any other source. */
export function localFolder(source: string, caller: string): string | undefined {
  if (!/^\.{1,2}(\/|$)/.test(source)) return undefined;
  return posix.normalize(posix.join(caller, source)).replace(/(.)\/$/, "$1");
}
