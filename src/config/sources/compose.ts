import { isComposePath } from "../../workspace/documents/compose.ts";
import { itemsOf, membersOf, nodeAt, stringAt } from "../../workspace/parsers/navigate.ts";
import type { DocumentNode } from "../../model/document.ts";
import { deploymentSource, given } from "./deployment.ts";
import { variablesOf } from "./flatten.ts";
import type { EnvFileReference } from "./types.ts";

/** What compose gives its services, by `environment` and by `env_file`. */
export const composeSource = deploymentSource({
  kind: "compose",
  accepts: isComposePath,
  read: (root) =>
    membersOf(nodeAt(root, "services")).flatMap(({ key, value }) =>
      given(key, variablesOf(nodeAt(value, "environment"))),
    ),
  readEnvFiles: (root) =>
    membersOf(nodeAt(root, "services")).flatMap(({ key, value }) =>
      envFilesOf(nodeAt(value, "env_file")).map((path) => ({ part: key, path })),
    ),
});

/** A path, or a list of paths and of `{path, required}`. */
function envFilesOf(node: DocumentNode | undefined): readonly EnvFileReference["path"][] {
  if (node === undefined) return [];
  const items = node.kind === "list" ? itemsOf(node) : [node];
  return items.flatMap((item) => stringAt(item) ?? stringAt(item, "path") ?? []);
}
