import { posix } from "node:path";
import { isFixture } from "../../conflicts/paths.ts";
import type { Snapshot } from "../../model/snapshot.ts";
import { literal, searchWrittenLines } from "../../workspace/search.ts";
import type { Session } from "../session.ts";

/** Pages speak of files; code and settings use them. */
const PAGE = /\.(mdx?|markdown|rst|adoc|txt)$/i;
const KEY_FILE = /\.(key|pem|p8|crt|cer|cert|pub|asc|gpg)$|(^|\/)id_(rsa|ed25519|ecdsa|dsa)$/i;

/** More names than these are searched for one by one by whoever keeps so many keys. */
const MOST_SEARCHED = 100;

/** Files of private keys that are named by tests, and by nothing else. */
export async function filesOfKeysForTests(
  { platform, root }: Session,
  secrets: Snapshot["committedSecrets"],
): Promise<ReadonlySet<string>> {
  const files = secrets.filter(({ kind, file }) => kind === "private_key" && KEY_FILE.test(file));
  const paths = [...new Set(files.map(({ file }) => file))].filter((file) => !isFixture(file));
  if (paths.length === 0 || paths.length > MOST_SEARCHED) return new Set();
  const names = [...new Set(paths.map((path) => posix.basename(path)))];
  const pattern = names.map(literal).join("|");
  const lines = await searchWrittenLines(platform, root, { pattern });
  return new Set(
    paths.filter((path) => {
      const name = posix.basename(path);
      const users = lines.filter((line) => !PAGE.test(line.path) && holdsName(line.text, name));
      return users.length > 0 && users.every((user) => isFixture(user.path));
    }),
  );
}

/** `server.key` is not named by `other-server.key`. */
function holdsName(text: string, name: string): boolean {
  for (let at = text.indexOf(name); at !== -1; at = text.indexOf(name, at + 1)) {
    const around = `${text[at - 1] ?? ""}${text[at + name.length] ?? ""}`;
    if (!/[\w-]/.test(around)) return true;
  }
  return false;
}
