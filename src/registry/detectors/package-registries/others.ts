import type { DocumentNode } from "../../../model/document.ts";
import { membersOf, nodeAt, stringAt } from "../../../workspace/parsers/navigate.ts";
import { cleanUrl, hostAndPath } from "../../clean-url.ts";
import { showLogin } from "../../credentials/login-name.ts";
import type { PackageLogin } from "./entry.ts";

/** The keys of RubyGems: `:rubygems_api_key:`, an address, or a name that the user chose. */
export function extractGems(root: DocumentNode | undefined): readonly PackageLogin[] {
  return membersOf(root).flatMap(({ key, keyPosition, value }) => {
    if (!isText(value)) return [];
    const name = key.replace(/^:/, "").replace(/:$/, "");
    const registry = name === "rubygems_api_key" ? "rubygems.org" : hostAndPath(name);
    const url = /^https?:\/\//.test(name) ? cleanUrl(name) : undefined;
    return [tokenLogin(`gem:${registry}`, keyPosition.line, url)];
  });
}

/** The tokens of cargo: `[registry]` is crates.io, the others have a name. */
export function extractCargo(root: DocumentNode | undefined): readonly PackageLogin[] {
  const own = nodeAt(root, "registry", "token");
  const named = membersOf(nodeAt(root, "registries")).flatMap(({ key, value }) => {
    const token = nodeAt(value, "token");
    return token !== undefined && isText(token) ? [tokenLogin(`cargo:${key}`, token.position.line)] : [];
  });
  if (own === undefined || !isText(own)) return named;
  return [tokenLogin("cargo:crates.io", own.position.line, "https://crates.io"), ...named];
}

/** The hosts that Terraform is logged in to. */
export function extractTerraform(root: DocumentNode | undefined): readonly PackageLogin[] {
  return membersOf(nodeAt(root, "credentials")).flatMap(({ key, keyPosition, value }) => {
    const token = nodeAt(value, "token");
    if (token === undefined || !isText(token)) return [];
    const host = hostAndPath(key);
    return [tokenLogin(`terraform:${host}`, keyPosition.line, `https://${host}`)];
  });
}

/** The logins of Composer's `auth.json`, by host: tokens of code hosts, and user and password. */
export function extractComposer(root: DocumentNode | undefined): readonly PackageLogin[] {
  return membersOf(root).flatMap((group) =>
    membersOf(group.value).map(({ key, keyPosition, value }): PackageLogin => {
      const isBasic = group.key === "http-basic";
      const host = hostAndPath(key);
      return {
        ...tokenLogin(`composer:${host}`, keyPosition.line, `https://${host}`),
        kind: isBasic ? "basic" : "token",
        login: isBasic ? showLogin(stringAt(value, "username")) : undefined,
      };
    }),
  );
}

function tokenLogin(name: string, line: number, url?: string): PackageLogin {
  return { name, kind: "token", line, url, login: undefined, isIncomplete: false };
}

function isText(node: DocumentNode): boolean {
  return (stringAt(node)?.trim() ?? "") !== "";
}
