import { posix } from "node:path";
import { itemsOf, nodeAt, stringAt } from "../../workspace/parsers/navigate.ts";
import type { DocumentNode } from "../../model/document.ts";
import { deploymentSource, given, hasText } from "./deployment.ts";
import { flatten, namedValuesOf } from "./flatten.ts";
import type { FoundValue } from "./types.ts";

/** ConfigMaps, and the variables of every container of a manifest, Cloud Run's `service.yaml` among them. */
export const kubernetesSource = deploymentSource({
  kind: "kubernetes",
  accepts: isManifestPath,
  read: (root) => (hasText(root, "apiVersion") ? readManifest(root) : []),
});

/** Any YAML in a folder of manifests, and files named after what they hold. */
function isManifestPath(path: string): boolean {
  if (!/\.ya?ml$/i.test(path)) return false;
  if (/(^|\/)(k8s|kubernetes|manifests|[\w-]*kustomize|overlays|base|deploy)\//i.test(path)) return true;
  const kinds =
    /^(service|deployment|configmap|statefulset|cronjob|job|daemonset|pod|knative|cloudrun)[\w.-]*$/i;
  return kinds.test(posix.basename(path));
}

function readManifest(root: DocumentNode): readonly FoundValue[] {
  if (stringAt(root, "kind") === "List") return itemsOf(nodeAt(root, "items")).flatMap(readManifest);
  if (stringAt(root, "kind") === "ConfigMap") return flatten(nodeAt(root, "data"));
  return containersOf(root).flatMap((container) =>
    given(
      `${stringAt(root, "metadata", "name") ?? ""}/${stringAt(container, "name") ?? ""}`,
      namedValuesOf(nodeAt(container, "env")),
    ),
  );
}

/** Pods, and everything that has a template of one, at whatever depth. */
function containersOf(node: DocumentNode | undefined): readonly DocumentNode[] {
  if (node?.kind !== "object") return [];
  return node.members.flatMap(({ key, value }) =>
    /^(containers|initContainers|ephemeralContainers)$/.test(key) ? itemsOf(value) : containersOf(value),
  );
}
