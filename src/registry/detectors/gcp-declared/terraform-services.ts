import type { ResourceDraft } from "../../../model/resource.ts";
import { expressionAt, literalAt, type TerraformBlock } from "../../../workspace/documents/terraform.ts";
import { serviceDraft } from "./service-draft.ts";

/** Kinds of Terraform resources that stand for a service with a name of its own. */
const KINDS: Readonly<Record<string, string | undefined>> = {
  google_alloydb_cluster: "alloydb",
  google_app_engine_standard_app_version: "appengine",
  google_app_engine_flexible_app_version: "appengine",
  google_artifact_registry_repository: "artifacts",
  google_bigquery_dataset: "bigquery",
  google_bigtable_instance: "bigtable",
  google_cloud_run_service: "run",
  google_cloud_run_v2_service: "run",
  google_cloud_run_v2_job: "run-job",
  google_cloud_scheduler_job: "scheduler",
  google_cloud_tasks_queue: "tasks",
  google_cloudbuild_trigger: "build-trigger",
  google_cloudfunctions_function: "function",
  google_cloudfunctions2_function: "function",
  google_composer_environment: "composer",
  google_compute_instance: "vm",
  google_container_cluster: "gke",
  google_dns_managed_zone: "dns",
  google_eventarc_trigger: "eventarc",
  google_filestore_instance: "filestore",
  google_firestore_database: "firestore",
  google_memcache_instance: "memcache",
  google_pubsub_subscription: "pubsub-subscription",
  google_pubsub_topic: "pubsub",
  google_redis_cluster: "redis",
  google_redis_instance: "redis",
  google_secret_manager_secret: "secret",
  google_spanner_instance: "spanner",
  google_sql_database_instance: "sql",
  google_storage_bucket: "bucket",
  google_workflows_workflow: "workflow",
  google_workstations_workstation_cluster: "workstations",
};

const NAME_KEYS = [
  "name",
  "dataset_id",
  "repository_id",
  "secret_id",
  "cluster_id",
  "service",
  "workstation_cluster_id",
];

const SETTINGS = ["project", "region", "location", "zone"];

const KIND_NAME = new RegExp(`"(?:${Object.keys(KINDS).join("|")})"`);

/** True for a text that may create one of the services: a quick look before it is parsed. */
export function namesService(text: string): boolean {
  return KIND_NAME.test(text);
}

/** Services that Terraform creates under a name that is written out. */
export function terraformServices(blocks: readonly TerraformBlock[], file: string): readonly ResourceDraft[] {
  return blocks.flatMap(({ type, labels, body, line }) => {
    const kind = type === "resource" ? kindOf(labels[0] ?? "") : undefined;
    const name = NAME_KEYS.map((key) => literalAt(body, key)).find((text) => text !== undefined);
    if (kind === undefined || name === undefined) return [];
    const address = labels.join(".");
    const settings = SETTINGS.map((key) => [key, literalAt(body, key)] as const);
    const isConditional = expressionAt(body, "count")?.includes("?") === true ? true : undefined;
    const metadata = { address, ...Object.fromEntries(settings), isConditional };
    return [serviceDraft({ kind, name, what: address, file, line, metadata })];
  });
}

function kindOf(type: string): string | undefined {
  return Object.hasOwn(KINDS, type) ? KINDS[type] : undefined;
}
