import { posix } from "node:path";
import { isComposePath } from "../../workspace/documents/compose.ts";
import { itemsOf, membersOf, nodeAt, stringAt } from "../../workspace/parsers/navigate.ts";
import type { DocumentMember, DocumentNode } from "../../model/document.ts";
import { flatten, namedValuesOf, variablesOf } from "./flatten.ts";
import type { FileSource, FoundValue } from "./types.ts";

/** What compose gives its services. */
export const composeSource = deployment({
  kind: "compose",
  accepts: isComposePath,
  read: (root) =>
    membersOf(nodeAt(root, "services")).flatMap(({ key, value }) =>
      given(key, variablesOf(nodeAt(value, "environment"))),
    ),
});

/** ConfigMaps, and the variables of every container of a manifest, Cloud Run's `service.yaml` among them. */
export const kubernetesSource = deployment({
  kind: "kubernetes",
  accepts: isManifestPath,
  read: (root) => (stringAt(root, "apiVersion") === undefined ? [] : readManifest(root)),
});

/** `env_variables` of App Engine. */
export const appEngineSource = deployment({
  kind: "app_engine",
  accepts: (path) => /^app([.-][\w-]+)?\.ya?ml$/i.test(posix.basename(path)),
  read: (root) => (stringAt(root, "runtime") === undefined ? [] : flatten(nodeAt(root, "env_variables"))),
});

/** `env` of workflows, their jobs and steps. */
export const githubWorkflowSource = deployment({
  kind: "github_workflow",
  accepts: (path) => /^\.github\/workflows\/[^/]+\.ya?ml$/i.test(path),
  read: (root) => [
    ...given("", flatten(nodeAt(root, "env"))),
    ...membersOf(nodeAt(root, "jobs")).flatMap(readJob),
  ],
});

/** `containerEnv` and `remoteEnv`. */
export const devcontainerSource = deployment({
  kind: "devcontainer",
  accepts: (path) => /(^|\/)(\.devcontainer\/([^/]+\/)?|\.)devcontainer\.json$/i.test(path),
  read: (root) => [...flatten(nodeAt(root, "containerEnv")), ...flatten(nodeAt(root, "remoteEnv"))],
  scopeOf: (path) => path.replace(/(^|\/)\.devcontainer(\/.*|\.json)$/i, "") || ".",
});

type Deployment = Pick<FileSource, "kind" | "accepts" | "scopeOf"> & {
  /** Takes the variables out of one document. */
  readonly read: (root: DocumentNode) => readonly FoundValue[];
};

function deployment({ read, ...described }: Deployment): FileSource {
  return {
    ...described,
    layerOf: () => "deployment",
    extract: async (file) => {
      const parsed = await file.parse(file.path.toLowerCase().endsWith(".json") ? "jsonc" : "yaml");
      return (parsed?.documents ?? []).flatMap(read);
    },
  };
}

/** Any YAML in a folder of manifests, and files named after what they hold. */
function isManifestPath(path: string): boolean {
  if (!/\.ya?ml$/i.test(path)) return false;
  if (/(^|\/)(k8s|kubernetes|manifests|[\w-]*kustomize|overlays|base|deploy)\//i.test(path)) return true;
  const kinds =
    /^(service|deployment|configmap|statefulset|cronjob|job|daemonset|pod|knative|cloudrun)[\w.-]*$/i;
  return kinds.test(posix.basename(path));
}

function given(part: string, values: readonly FoundValue[]): readonly FoundValue[] {
  return values.map((value) => ({ ...value, part }));
}

function readJob({ key, value }: DocumentMember): readonly FoundValue[] {
  const steps = itemsOf(nodeAt(value, "steps"));
  return [
    ...given(key, flatten(nodeAt(value, "env"))),
    ...steps.flatMap((step, index) => given(`${key}/${index + 1}`, flatten(nodeAt(step, "env")))),
  ];
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
