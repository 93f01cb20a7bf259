import { createEntry, oneEach, type RegistryEntry } from "./entry.ts";

const DEFAULT_REGISTRY = "https://registry.npmjs.org/";
const SETTING = /^\s*(?:(\/\/[^=\s]*?)\/?:)?_?(authToken|auth|password)\s*=(.*)$/;

/** The logins of an `.npmrc`: `//host/path/:_authToken=…`, and the old ones that name no registry. */
export function extractNpmrc(text: string): readonly RegistryEntry[] {
  const lines = text.split(/\r\n|\n|\r/);
  const usual = lines
    .map((line) => /^\s*registry\s*=\s*(\S.*)/.exec(line)?.[1]?.replace(/\s+[;#][^@]*$/, ""))
    .findLast((url) => url !== undefined);
  const entries = lines.map((line, index) => {
    const parts = /^\s*[^=]*_(?:authToken|auth|password)\s*=/.test(line) ? SETTING.exec(line) : null;
    if (parts === null) return undefined;
    return createEntry(parts[1] ?? unquote(usual ?? DEFAULT_REGISTRY), {
      line: index + 1,
      kind: parts[2] === "authToken" ? "token" : "basic",
      value: unquote(parts[3] ?? ""),
    });
  });
  return oneEach(entries.filter((entry) => entry !== undefined));
}

function unquote(value: string): string {
  return value.trim().replace(/^(["'])(.*)\1$/, "$2");
}
