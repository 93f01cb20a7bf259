import type { DocumentNode } from "../../../model/document.ts";
import { membersOf, nodeAt, stringAt } from "../../../workspace/parsers/navigate.ts";
import { cleanUrl, hasUserInfo, hostAndPath } from "../../clean-url.ts";
import { showLogin } from "../../credentials/login-name.ts";
import { referencedVariable } from "../../credentials/variable-reference.ts";
import type { PackageLogin } from "./entry.ts";

const KNOWN_URLS: Readonly<Record<string, string | undefined>> = {
  pypi: "https://upload.pypi.org/legacy/",
  testpypi: "https://test.pypi.org/legacy/",
};

/** The repositories of a `.pypirc` that have a login. */
export function extractPypirc(root: DocumentNode | undefined): readonly PackageLogin[] {
  return membersOf(root).flatMap(({ key, keyPosition, value }) => {
    const username = stringAt(value, "username")?.trim();
    const password = stringAt(value, "password")?.trim() ?? "";
    if (value.kind !== "object" || key === "distutils" || (!username && password === "")) return [];
    const repository = stringAt(value, "repository") ?? KNOWN_URLS[key];
    return [
      {
        name: `pypi:${key}`,
        kind: username === "__token__" ? "token" : "basic",
        line: keyPosition.line,
        url: repository === undefined ? undefined : cleanUrl(repository),
        login: username === "__token__" ? undefined : showLogin(username),
        isIncomplete: password === "",
      },
    ];
  });
}

/** The addresses of a `pip.conf` that carry a login. */
export function extractPipConf(root: DocumentNode | undefined): readonly PackageLogin[] {
  return membersOf(root).flatMap((section) =>
    ["index-url", "extra-index-url"].flatMap((key) => {
      const setting = nodeAt(section.value, key);
      if (setting === undefined) return [];
      return addressesOf(setting).flatMap(({ text, line }) => loginOf(text, line));
    }),
  );
}

interface Address {
  readonly text: string;
  readonly line: number;
}

/**
 * Several addresses stand in one value, or indented below it. The INI parser takes the indented ones for pairs and
 * parts them at the first `=` or `:`; what it parted is put together again.
 */
function addressesOf(setting: DocumentNode): readonly Address[] {
  if (setting.kind === "object") {
    return setting.members.map(({ key, value, keyPosition }) => {
      const separator = /^[a-z][a-z0-9+.-]*$/i.test(key) ? ":" : "=";
      const rest =
        value.kind === "scalar" && value.value !== null ? `${separator}${String(value.value)}` : "";
      return { text: `${key}${rest}`, line: keyPosition.line };
    });
  }
  const text = stringAt(setting) ?? "";
  return text
    .split(/\s+(?=[a-z][a-z0-9+.-]*:\/\/)/i)
    .map((part) => ({ text: part, line: setting.position.line }));
}

function loginOf(address: string, line: number): readonly PackageLogin[] {
  if (!hasUserInfo(address)) return [];
  const reference = referencedVariable(address);
  const base = { kind: "basic", line, login: undefined, isIncomplete: false, reference } as const;
  return [{ ...base, name: `pip:${hostAndPath(address)}`, url: cleanUrl(address) }];
}
