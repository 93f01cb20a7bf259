import type { DocumentNode } from "../../../model/document.ts";
import { hostAndPath } from "../../clean-url.ts";
import { showLogin } from "../../credentials/login-name.ts";
import { membersOf, nodeAt, stringAt } from "../../../workspace/parsers/navigate.ts";

/** A host that a command line client of a code host is logged in to. */
export interface HostLogin {
  readonly host: string;
  readonly line: number;
  readonly users: readonly string[];
  readonly activeUser: string | undefined;
  readonly gitProtocol: string | undefined;
  /** `keyring`: the client keeps the token outside of its file. */
  readonly storage: "file" | "keyring";
}

/** What GitHub's `hosts.yml` says; a host without a user and a token is one that was logged out of. */
export function extractGithubHosts(root: DocumentNode | undefined): readonly HostLogin[] {
  return membersOf(root).flatMap(({ key, keyPosition, value }) => {
    const accounts = membersOf(nodeAt(value, "users"));
    const hasToken =
      isSet(value, "oauth_token") || accounts.some((account) => isSet(account.value, "oauth_token"));
    const activeUser = showLogin(stringAt(value, "user"));
    const users = [activeUser, ...accounts.map((account) => showLogin(account.key))];
    if (!hasToken && !isSet(value, "user") && accounts.length === 0) return [];
    return [
      {
        host: hostAndPath(key),
        line: keyPosition.line,
        users: unique(users),
        activeUser,
        gitProtocol: protocolOf(stringAt(value, "git_protocol")),
        storage: hasToken ? "file" : "keyring",
      },
    ];
  });
}

/** What GitLab's `config.yml` says; it lists `gitlab.com` before anyone logged in. */
export function extractGitlabHosts(root: DocumentNode | undefined): readonly HostLogin[] {
  return membersOf(nodeAt(root, "hosts")).flatMap(({ key, keyPosition, value }) => {
    const hasToken = isSet(value, "token");
    const usesKeyring = stringAt(value, "use_keyring") === "true";
    if (!hasToken && !usesKeyring) return [];
    const activeUser = showLogin(stringAt(value, "user"));
    return [
      {
        host: hostAndPath(key),
        line: keyPosition.line,
        users: unique([activeUser]),
        activeUser,
        gitProtocol: protocolOf(stringAt(value, "git_protocol")),
        storage: hasToken ? "file" : "keyring",
      },
    ];
  });
}

function isSet(node: DocumentNode, key: string): boolean {
  return (stringAt(node, key)?.trim() ?? "") !== "";
}

function protocolOf(text: string | undefined): string | undefined {
  return text === "https" || text === "ssh" || text === "http" ? text : undefined;
}

function unique(users: readonly (string | undefined)[]): readonly string[] {
  return [...new Set(users.filter((user) => user !== undefined))];
}
