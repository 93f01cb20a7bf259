import type { DocumentNode } from "../../../model/document.ts";
import type { JsonObject } from "../../../model/json.ts";
import { literalAt, nestedBlocks } from "../../../workspace/documents/terraform.ts";
import { cleanUrl } from "../../clean-url.ts";

/** Settings that say where the state is; keys, tokens and passwords are not among them. */
const SETTINGS = [
  "bucket",
  "prefix",
  "key",
  "region",
  "path",
  "organization",
  "hostname",
  "container_name",
  "storage_account_name",
  "resource_group_name",
  "dynamodb_table",
  "namespace",
  "secret_suffix",
  "schema_name",
];

/** Settings that are addresses, shown without user and password. */
const ADDRESSES = ["address", "lock_address", "unlock_address", "endpoint"];

/** Where the blocks `terraform { backend … }` and `terraform { cloud … }` keep the state. */
export function describeBackends(body: DocumentNode, file: string): readonly JsonObject[] {
  const backends = nestedBlocks(body, "backend", 1).map((block) => ({ ...block, kind: block.labels[0] }));
  const clouds = nestedBlocks(body, "cloud", 0).map((block) => ({ ...block, kind: "cloud" }));
  return [...backends, ...clouds].map((block) => ({
    kind: block.kind,
    settings: settingsOf(block.body),
    file,
    line: block.line,
  }));
}

function settingsOf(body: DocumentNode): JsonObject {
  const plain = SETTINGS.map((name) => [name, literalAt(body, name)] as const);
  const addresses = ADDRESSES.map((name) => [name, cleaned(literalAt(body, name))] as const);
  const [workspaces] = nestedBlocks(body, "workspaces", 0);
  const workspace = ["name", "prefix"].map((name) => literalAt(workspaces?.body, name)).find(Boolean);
  const all = [...plain, ...addresses, ["workspace", workspace] as const];
  return Object.fromEntries(all.filter(([, value]) => value !== undefined));
}

function cleaned(address: string | undefined): string | undefined {
  return address === undefined ? undefined : cleanUrl(address);
}
