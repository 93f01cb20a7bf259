import type { DocumentNode } from "../../../model/document.ts";
import { hostAndPath } from "../../clean-url.ts";
import { showLogin } from "../../credentials/login-name.ts";
import { membersOf, nodeAt, stringAt } from "../../../workspace/parsers/navigate.ts";

/** A registry that Docker has, or once had, a login for. */
export interface RegistryLogin {
  readonly registry: string;
  readonly line: number;
  /** `plain`: the secret stands in the file itself; `none`: only the name of the registry is left. */
  readonly storage: "plain" | "helper" | "none";
  /** The helper without `docker-credential-`. */
  readonly helper: string | undefined;
  readonly username: string | undefined;
  readonly hasIdentityToken: boolean;
}

/** The logins of Docker's `config.json`; the helper of a registry wins over an entry of it in the same file. */
export function extractLogins(root: DocumentNode | undefined): readonly RegistryLogin[] {
  const store = textOf(stringAt(root, "credsStore"));
  const helped = membersOf(nodeAt(root, "credHelpers")).flatMap(({ key, keyPosition, value }) => {
    const helper = textOf(stringAt(value));
    return helper === undefined ? [] : [login(key, keyPosition.line, { storage: "helper", helper })];
  });
  const plain = membersOf(nodeAt(root, "auths")).map(({ key, keyPosition, value }) =>
    login(key, keyPosition.line, {
      ...storageOf(value, store),
      username: showLogin(stringAt(value, "username")),
      hasIdentityToken: textOf(stringAt(value, "identitytoken")) !== undefined,
    }),
  );
  const all = [...plain, ...helped].filter(({ registry }) => registry !== "");
  return [...new Map(all.map((one) => [one.registry, one])).values()];
}

/** `https://index.docker.io/v1/` → `index.docker.io`. */
function registryName(key: string): string {
  return hostAndPath(key).replace(/\/v[12]$/, "");
}

function login(key: string, line: number, facts: Partial<RegistryLogin>): RegistryLogin {
  return {
    registry: registryName(key),
    line,
    storage: "none",
    helper: undefined,
    username: undefined,
    hasIdentityToken: false,
    ...facts,
  };
}

function storageOf(
  entry: DocumentNode,
  store: string | undefined,
): Pick<RegistryLogin, "storage" | "helper"> {
  const isPlain = ["auth", "password", "identitytoken", "registrytoken"].some(
    (key) => textOf(stringAt(entry, key)) !== undefined,
  );
  if (isPlain) return { storage: "plain", helper: undefined };
  return store === undefined ? { storage: "none", helper: undefined } : { storage: "helper", helper: store };
}

function textOf(value: string | undefined): string | undefined {
  return value?.trim() === "" ? undefined : value?.trim();
}
