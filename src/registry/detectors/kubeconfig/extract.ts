import type { DocumentNode } from "../../../model/document.ts";
import { cleanUrl } from "../../clean-url.ts";
import { itemsOf, nodeAt, stringAt } from "../../../workspace/parsers/navigate.ts";

type UserAuth = "client_certificate" | "token" | "exec" | "auth_provider" | "basic" | "none";

export interface KubeContext {
  readonly name: string;
  readonly line: number;
  readonly cluster: string | undefined;
  readonly user: string | undefined;
  readonly namespace: string | undefined;
}

interface KubeCluster {
  readonly name: string;
  /** Without user, password and query. */
  readonly server: string | undefined;
}

export interface KubeUser {
  readonly name: string;
  readonly auth: UserAuth;
  /** Of `exec`: the program without its folder; of `auth_provider`: the provider's name. */
  readonly provider: string | undefined;
  /** The client certificate, which is public, as PEM. */
  readonly certificate: string | undefined;
  /** Where it stands instead, as the file spells it. */
  readonly certificateFile: string | undefined;
}

/** What one kubeconfig file says. */
export interface Kubeconfig {
  readonly currentContext: string | undefined;
  readonly contexts: readonly KubeContext[];
  readonly clusters: readonly KubeCluster[];
  readonly users: readonly KubeUser[];
}

/** Takes the named entries out of a kubeconfig; of entries of one name the first counts, as for kubectl. */
export function extractKubeconfig(root: DocumentNode | undefined): Kubeconfig {
  return {
    currentContext: textOf(stringAt(root, "current-context")),
    contexts: namedItems(root, "contexts").map(({ name, line, item }) => ({
      name,
      line,
      cluster: textOf(stringAt(item, "context", "cluster")),
      user: textOf(stringAt(item, "context", "user")),
      namespace: textOf(stringAt(item, "context", "namespace")),
    })),
    clusters: namedItems(root, "clusters").map(({ name, item }) => {
      const server = textOf(stringAt(item, "cluster", "server"));
      return { name, server: server === undefined ? undefined : cleanUrl(server) };
    }),
    users: namedItems(root, "users").map(({ name, item }) => describeUser(name, nodeAt(item, "user"))),
  };
}

interface NamedItem {
  readonly name: string;
  readonly line: number;
  readonly item: DocumentNode;
}

function namedItems(root: DocumentNode | undefined, key: string): readonly NamedItem[] {
  return itemsOf(nodeAt(root, key)).flatMap((item) => {
    const name = textOf(stringAt(item, "name"));
    const line = nodeAt(item, "name")?.position.line ?? item.position.line;
    return name === undefined ? [] : [{ name, line, item }];
  });
}

function describeUser(name: string, user: DocumentNode | undefined): KubeUser {
  const data = textOf(stringAt(user, "client-certificate-data"));
  const auth = authOf(user);
  return {
    name,
    auth,
    provider: providerOf(auth, user),
    certificate: data === undefined ? undefined : Buffer.from(data, "base64").toString("latin1"),
    certificateFile: data === undefined ? textOf(stringAt(user, "client-certificate")) : undefined,
  };
}

/** A certificate counts first, for kubectl sends it whatever else there is. */
function authOf(user: DocumentNode | undefined): UserAuth {
  const isSet = (...keys: readonly string[]) => keys.some((key) => textOf(stringAt(user, key)) !== undefined);
  if (isSet("client-certificate-data", "client-certificate")) return "client_certificate";
  if (isSet("token", "tokenFile")) return "token";
  if (nodeAt(user, "exec")?.kind === "object") return "exec";
  if (nodeAt(user, "auth-provider")?.kind === "object") return "auth_provider";
  return isSet("username", "password") ? "basic" : "none";
}

function providerOf(auth: UserAuth, user: DocumentNode | undefined): string | undefined {
  if (auth === "auth_provider") return textOf(stringAt(user, "auth-provider", "name"));
  if (auth !== "exec") return undefined;
  return textOf(stringAt(user, "exec", "command"))
    ?.split(/[/\\]/)
    .at(-1);
}

function textOf(value: string | undefined): string | undefined {
  return value?.trim() === "" ? undefined : value?.trim();
}
