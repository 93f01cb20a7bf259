import type { DocumentNode } from "../../../model/document.ts";
import { membersOf, nodeAt, stringAt } from "../../../workspace/parsers/navigate.ts";
import { createEntry, oneEach, type RegistryEntry } from "./entry.ts";

const DEFAULT_REGISTRY = "https://registry.yarnpkg.com";

/** The logins of a `.yarnrc.yml`: its own, those of scopes and those of registries. */
export function extractYarnrc(root: DocumentNode | undefined): readonly RegistryEntry[] {
  const usual = stringAt(root, "npmRegistryServer") ?? DEFAULT_REGISTRY;
  const scopes = membersOf(nodeAt(root, "npmScopes")).flatMap(({ value }) =>
    entriesOf(value, stringAt(value, "npmRegistryServer") ?? usual),
  );
  const registries = membersOf(nodeAt(root, "npmRegistries")).flatMap(({ key, value }) =>
    entriesOf(value, key),
  );
  return oneEach([...entriesOf(root, usual), ...registries, ...scopes]);
}

function entriesOf(node: DocumentNode | undefined, registry: string): readonly RegistryEntry[] {
  const settings = [
    ["npmAuthToken", "token"],
    ["npmAuthIdent", "basic"],
  ] as const;
  return settings.flatMap(([key, kind]) => {
    const value = stringAt(node, key);
    const line = nodeAt(node, key)?.position.line;
    const entry =
      value === undefined || line === undefined ? undefined : createEntry(registry, { line, kind, value });
    return entry === undefined ? [] : [entry];
  });
}
