import type { DocumentNode } from "../../../model/document.ts";
import type { ResourceDraft } from "../../../model/resource.ts";
import { itemsOf, membersOf, nodeAt, stringAt } from "../../../workspace/parsers/navigate.ts";
import { isWrittenOut, serviceDraft } from "./service-draft.ts";

/** What a manifest of Cloud Run may describe, and how its name begins. */
const RUN_KINDS: Readonly<Record<string, string | undefined>> = {
  Service: "run",
  Job: "run-job",
  WorkerPool: "run-worker-pool",
};

/** The service of an App Engine `app.yaml`; its runtime is its version. */
export function appEngineService(root: DocumentNode, file: string): readonly ResourceDraft[] {
  const runtime = stringAt(root, "runtime");
  if (runtime === undefined || nodeAt(root, "apiVersion") !== undefined) return [];
  const name = stringAt(root, "service") ?? stringAt(root, "module") ?? "default";
  if (!isWrittenOut(name)) return [];
  const line = nodeAt(root, "runtime")?.position.line ?? 1;
  const isFlexible = stringAt(root, "env")?.startsWith("flex") === true || stringAt(root, "vm") === "true";
  const metadata = { runtime, appEngine: isFlexible ? "flexible" : "standard" };
  const draft = serviceDraft({ kind: "appengine", name, what: "App Engine service", file, line, metadata });
  return [{ ...draft, version: runtime }];
}

/** A Cloud Run service, job or worker pool in Kubernetes' form. */
export function knativeService(root: DocumentNode, file: string): readonly ResourceDraft[] {
  const kind = stringAt(root, "kind") ?? "";
  const runKind = Object.hasOwn(RUN_KINDS, kind) ? RUN_KINDS[kind] : undefined;
  const isRun = /^(serving\.knative\.dev|run\.googleapis\.com)\//.test(stringAt(root, "apiVersion") ?? "");
  const node = nodeAt(root, "metadata", "name");
  const name = stringAt(node);
  if (!isRun || runKind === undefined || node === undefined || name === undefined || !isWrittenOut(name)) {
    return [];
  }
  const template = nodeAt(root, "spec", "template", "spec");
  const containers = nodeAt(template, "containers") ?? nodeAt(template, "template", "spec", "containers");
  const metadata = {
    namespace: stringAt(root, "metadata", "namespace"),
    region: stringAt(root, "metadata", "labels", "cloud.googleapis.com/location"),
    images: itemsOf(containers).flatMap((container) => stringAt(container, "image") ?? []),
    serviceAccount: stringAt(template, "serviceAccountName"),
  };
  const what = `Cloud Run ${kind === "WorkerPool" ? "worker pool" : kind.toLowerCase()}`;
  return [serviceDraft({ kind: runKind, name, what, file, line: node.position.line, metadata })];
}

/** The build that a `cloudbuild.yaml` describes. */
export function cloudBuild(root: DocumentNode, file: string): readonly ResourceDraft[] {
  const steps = nodeAt(root, "steps");
  if (steps?.kind !== "list") return [];
  const builders = [...new Set(steps.items.flatMap((step) => stringAt(step, "name") ?? []))];
  const substitutions = membersOf(nodeAt(root, "substitutions")).map(({ key }) => key);
  const images = itemsOf(nodeAt(root, "images")).flatMap((image) => stringAt(image) ?? []);
  const metadata = { steps: steps.items.length, builders, images, substitutions };
  const line = root.position.line;
  return [serviceDraft({ kind: "build", name: file, what: "Cloud Build", file, line, metadata })];
}
