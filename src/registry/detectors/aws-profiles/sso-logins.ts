import { parseExpiry } from "../../credentials/credential-status.ts";
import { homePath, joinPath } from "../../home-path.ts";
import type { DetectContext } from "../../types.ts";
import { parseJson } from "../../../workspace/parsers/json.ts";
import { nodeAt, stringAt } from "../../../workspace/parsers/navigate.ts";

const MAX_BYTES = 262_144;

/** When the kept login of each start address ends. One that renews itself has no end that counts. */
export function readSsoLogins({ platform }: DetectContext): ReadonlyMap<string, number> {
  const folder = homePath(platform, ".aws", "sso", "cache");
  const read = platform.files.readFolder(folder);
  if (!read.isRead) return new Map();
  const names = read.entries.flatMap(({ name }) =>
    typeof name === "string" && name.endsWith(".json") ? [name] : [],
  );
  return new Map(
    names.toSorted().flatMap((name) => {
      const file = platform.files.readText(joinPath(platform, folder, name), { maxBytes: MAX_BYTES });
      return file.isRead ? extractLogin(file.text) : [];
    }),
  );
}

/** Start address and end of a login; nothing of a file that is no login, or of a login that renews itself. */
export function extractLogin(text: string): readonly (readonly [string, number])[] {
  const [root] = parseJson(text).documents;
  const startUrl = stringAt(root, "startUrl");
  const expiresMs = parseExpiry(stringAt(root, "expiresAt"));
  const renewsItself = nodeAt(root, "refreshToken") !== undefined;
  return startUrl === undefined || expiresMs === undefined || renewsItself ? [] : [[startUrl, expiresMs]];
}
