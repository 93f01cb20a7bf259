import type { DocumentNode } from "../../../model/document.ts";
import type { ResourceDraft } from "../../../model/resource.ts";
import { literalAt, type TerraformBlock } from "../../../workspace/documents/terraform.ts";
import { nodeAt, stringAt } from "../../../workspace/parsers/navigate.ts";

/** Kinds of Terraform resources that stand for a service with a name of its own. */
const TERRAFORM_KINDS: Readonly<Record<string, string | undefined>> = {
  google_cloud_run_service: "run",
  google_cloud_run_v2_service: "run",
  google_cloud_run_v2_job: "run-job",
  google_cloudfunctions_function: "function",
  google_cloudfunctions2_function: "function",
  google_container_cluster: "gke",
  google_sql_database_instance: "sql",
  google_storage_bucket: "bucket",
  google_pubsub_topic: "pubsub",
  google_redis_instance: "redis",
  google_bigquery_dataset: "bigquery",
  google_spanner_instance: "spanner",
  google_artifact_registry_repository: "artifacts",
  google_compute_instance: "vm",
  google_secret_manager_secret: "secret",
};

const NAME_KEYS = ["name", "dataset_id", "repository_id", "secret_id"];

/** Services that Terraform creates under a name that is written out. */
export function terraformServices(blocks: readonly TerraformBlock[], file: string): readonly ResourceDraft[] {
  return blocks.flatMap(({ type, labels, body, line }) => {
    const kind = type === "resource" ? TERRAFORM_KINDS[labels[0] ?? ""] : undefined;
    const name = NAME_KEYS.map((key) => literalAt(body, key)).find((text) => text !== undefined);
    if (kind === undefined || name === undefined) return [];
    const address = labels.join(".");
    return [
      serviceDraft({
        kind,
        name,
        what: address,
        file,
        line,
        metadata: { address, region: literalAt(body, "region") ?? literalAt(body, "location") },
      }),
    ];
  });
}

/** The service of an App Engine `app.yaml`. */
export function appEngineService(root: DocumentNode, file: string): readonly ResourceDraft[] {
  const runtime = stringAt(root, "runtime");
  if (runtime === undefined) return [];
  const line = nodeAt(root, "runtime")?.position.line ?? 1;
  const name = stringAt(root, "service") ?? "default";
  return [
    {
      ...serviceDraft({
        kind: "appengine",
        name,
        what: "App Engine service",
        file,
        line,
        metadata: { runtime, env: stringAt(root, "env") },
      }),
      version: runtime,
    },
  ];
}

/** A Cloud Run service or job, or a Config Connector object, in Kubernetes' form. */
export function knativeService(root: DocumentNode, file: string): readonly ResourceDraft[] {
  const apiVersion = stringAt(root, "apiVersion") ?? "";
  const name = stringAt(root, "metadata", "name");
  const kind = stringAt(root, "kind");
  if (name === undefined || !/^(serving\.knative\.dev|run\.googleapis\.com)\//.test(apiVersion)) return [];
  if (kind !== "Service" && kind !== "Job") return [];
  const line = nodeAt(root, "metadata", "name")?.position.line ?? 1;
  const metadata = {
    namespace: stringAt(root, "metadata", "namespace"),
    region: stringAt(root, "metadata", "labels", "cloud.googleapis.com/location"),
    image: stringAt(root, "spec", "template", "spec", "containers", 0, "image"),
  };
  return [
    serviceDraft({
      kind: kind === "Job" ? "run-job" : "run",
      name,
      what: `Cloud Run ${kind.toLowerCase()}`,
      file,
      line,
      metadata,
    }),
  ];
}

/** The build that a `cloudbuild.yaml` describes. */
export function cloudBuild(root: DocumentNode, file: string): readonly ResourceDraft[] {
  const steps = nodeAt(root, "steps");
  if (steps?.kind !== "list") return [];
  const builders = steps.items.flatMap((step) => stringAt(step, "name") ?? []);
  return [
    serviceDraft({
      kind: "build",
      name: file,
      what: "Cloud Build",
      file,
      line: root.position.line,
      metadata: { builders },
    }),
  ];
}

interface ServiceFacts {
  readonly kind: string;
  readonly name: string;
  readonly what: string;
  readonly file: string;
  readonly line: number;
  readonly metadata: NonNullable<ResourceDraft["metadata"]>;
}

function serviceDraft({ kind, name, what, file, line, metadata }: ServiceFacts): ResourceDraft {
  return {
    name: `${kind}:${name}`,
    resourceType: "gcp_service",
    accessPattern: file,
    description: what,
    status: "unknown",
    statusReason: "the repository declares it; Google Cloud was not asked",
    tags: ["gcp", "declared", kind],
    metadata,
    file,
    line,
  };
}
