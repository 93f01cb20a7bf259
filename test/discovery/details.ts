import { MANAGERS, SHADOWS } from "./managed-tools.ts";

/** What a thing must say besides its row of the table: `type name` → a part of its metadata. */
export type Details = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

const CONFIGURATION = "~/.config/gcloud/configurations/config_bakery";

const CREDENTIALS: Details = {
  "gcp_service gcloud:bakery": {
    isActive: true,
    project: "bakery-prod-1",
    account: "baker@example.com",
    region: "europe-west1",
    zone: "europe-west1-b",
    places: {
      project: { file: CONFIGURATION, line: 3 },
      account: { file: CONFIGURATION, line: 2 },
      region: { file: CONFIGURATION, line: 6 },
      zone: { file: CONFIGURATION, line: 7 },
    },
  },
  "gcp_service gcloud:default": { isActive: false },
  "gcp_service project:bakery-prod-1": {
    declaredBy: [
      { what: "gcloud configuration bakery", file: CONFIGURATION, line: 3 },
      { what: "application default credentials", file: "~/keys/deployer.json", line: 3 },
    ],
  },
  "gcp_service project:bakery-env-1": { declaredBy: [{ what: "GOOGLE_CLOUD_PROJECT" }] },
  "credential gcloud:baker@example.com": { isActive: true },
  "credential google-adc": { quotaProject: "bakery-quota-1", isApplicationDefault: false },
  "service_account deployer@bakery-prod-1.iam.gserviceaccount.com": { isApplicationDefault: true },
  "service_account ci@bakery-prod-1.iam.gserviceaccount.com": { tracked: true },
  "service_account local@bakery-prod-1.iam.gserviceaccount.com": { tracked: false, isIgnored: true },
  "credential ssh:id_ed25519": { kind: "ed25519", isEncrypted: false, comment: "baker@oven" },
  "credential ssh:id_ed25519_protected": { kind: "ed25519", isEncrypted: true },
  "credential kube:prod": { isCurrent: true, auth: "exec", provider: "gke-gcloud-auth-plugin" },
  "credential aws:sso": { kind: "sso", expiresAt: "2999-01-01T00:00:00.000Z" },
  "config .env.local": { tracking: "ignored" },
  "config .env": { tracking: "tracked" },
};

const DECLARATIONS: Details = {
  "terraform infra": {
    isRoot: true,
    backend: { kind: "gcs", settings: { bucket: "bakery-state", prefix: "ovens" }, line: 9 },
    modules: [{ name: "oven", source: "./modules/oven", file: "infra/main.tf", line: 20 }],
    lockedProviders: [{ source: "registry.terraform.io/hashicorp/google", version: "6.10.0" }],
  },
  "terraform infra/modules/oven": { isRoot: false },
  "terraform shop/terraform": { backend: { kind: "cloud", settings: { organization: "bakery" } } },
  "github_action bakery/ovens": { host: "github.com", defaultBranch: "main", currentBranch: "main" },
  "github_action CI": { triggers: ["push", "pull_request"], jobs: ["test"], secrets: ["DEPLOY_TOKEN"] },
  "container Dockerfile": {
    baseImages: [{ image: "node:22", stage: "build" }, { image: "gcr.io/distroless/nodejs22:latest" }],
  },
  "container shop/Containerfile.dev": { baseImages: [{ image: "alpine:3.20" }] },
};

/** Details of every kind; what a manager provides and what a copy shadows among them. */
export const DETAILS: Details = {
  ...CREDENTIALS,
  ...DECLARATIONS,
  ...Object.fromEntries(Object.entries(MANAGERS).map(([name, manager]) => [`cli_tool ${name}`, { manager }])),
};

/** Copies on PATH that do not win. */
export const SHADOW_DETAILS: Details = Object.fromEntries(
  Object.entries(SHADOWS).map(([name, shadows]) => [`cli_tool ${name}`, { shadows }]),
);

/** What is true where the variable names no key and the program runs in a codespace. */
export const IN_A_CODESPACE = {
  variables: {
    GOOGLE_APPLICATION_CREDENTIALS: "",
    CODESPACES: "true",
    CODESPACE_NAME: "warm-oven-7",
  },
  rows: `
codespace   | warm-oven-7            | available
gcp_service | project:bakery-quota-1 | unknown   | - | ~/.config/gcloud/application_default_credentials.json:4
`,
  gone: ["GOOGLE_APPLICATION_CREDENTIALS", "deployer@bakery-prod-1.iam.gserviceaccount.com"],
} as const;
