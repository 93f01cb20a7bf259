import type { Tree } from "../support/folders.ts";

/** Apart, so that no scanner takes what is made up for a key. */
const KEY = "PRIVATE KEY";

/** Terraform, Google Cloud, GitHub, containers and keys, as a repository declares them. */
export const SERVICE_FILES: Tree = {
  "infra/versions.tf": `terraform {
  required_version = ">= 1.9"
  required_providers {
    google = {
      source  = "hashicorp/google"
      version = "~> 6.10"
    }
  }
  backend "gcs" {
    bucket = "bakery-state"
    prefix = "ovens"
  }
}
`,
  "infra/main.tf": `provider "google" {
  project = "bakery-infra-1"
  region  = "europe-west1"
}

resource "google_project_service" "run" {
  service = "run.googleapis.com"
}

resource "google_project_service" "more" {
  for_each = toset(["pubsub.googleapis.com", "secretmanager.googleapis.com"])
  service  = each.key
}

resource "google_storage_bucket" "flour" {
  name     = "bakery-flour"
  location = "EU"
}

module "oven" {
  source = "./modules/oven"
}
`,
  "infra/modules/oven/main.tf": '# An oven.\nresource "null_resource" "oven" {}\n',
  "infra/.terraform.lock.hcl":
    'provider "registry.terraform.io/hashicorp/google" {\n  version     = "6.10.0"\n  constraints = "~> 6.10"\n}\n',
  "infra/staging/main.tf": '# Staging.\nprovider "google" {\n  project = var.project_id\n}\n',
  "infra/staging/variables.tf": 'variable "project_id" {\n  type = string\n}\n',
  "infra/staging/terraform.tfvars": '# Values.\nproject_id = "bakery-staging-1"\n',
  "app.yaml": "# The shop.\nruntime: python312\nservice: shop\n",
  "cloudbuild.yaml":
    "steps:\n  - name: gcr.io/cloud-builders/docker\n    args: [build, .]\nsubstitutions:\n  _DEPLOY_PROJECT_ID: bakery-build-1\n",
  "service.yaml": `apiVersion: serving.knative.dev/v1
kind: Service
metadata:
  name: oven
spec:
  template:
    spec:
      serviceAccountName: oven@bakery-run-1.iam.gserviceaccount.com
      containers:
        - image: europe-docker.pkg.dev/bakery-run-1/ovens/oven:1.4
`,
  ".firebaserc": '{\n  "projects": {\n    "default": "bakery-fire-1"\n  }\n}\n',
  "skaffold.yaml":
    "apiVersion: skaffold/v4beta11\nkind: Config\nbuild:\n  googleCloudBuild:\n    projectId: bakery-skaffold-1\n",
  ".github/workflows/ci.yml": `# What runs on every change.
name: CI
on: [push, pull_request]
jobs:
  test:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - run: make test
        env:
          TOKEN: \${{ secrets.DEPLOY_TOKEN }}
`,
  ".github/workflows/deploy.yaml":
    "on:\n  workflow_dispatch: {}\njobs:\n  deploy:\n    runs-on: ubuntu-latest\n    steps: [{run: make deploy}]\n",
  ".github/workflows/idle.yml": "name: Idle\non: push\n",
  ".github/actions/bake/action.yml":
    "name: Bake\ndescription: Bakes.\nruns:\n  using: composite\n  steps:\n    - run: make bread\n      shell: bash\n",
  "compose.yaml": `services:
  web:
    image: bakery/web:2.3
    ports: ["{web}:80"]
  cache:
    image: redis:7.4
    ports:
      - "127.0.0.1:{closed}:6379"
  worker:
    build: ./worker
`,
  Dockerfile:
    "FROM node:22 AS build\nRUN make\n\nFROM gcr.io/distroless/nodejs22:latest\nCOPY --from=build /app /app\n",
  "worker/worker.Dockerfile": "FROM python:3.12-slim\n",
  ".devcontainer/devcontainer.json":
    '// Opens everywhere.\n{\n  "name": "Bakery",\n  "image": "mcr.microsoft.com/devcontainers/base:1.2"\n}\n',
  Procfile: "# Processes.\nweb: node server.js\nworker: python worker.py\n",
  "keys/ci.json": `{
  "type": "service_account",
  "project_id": "bakery-prod-1",
  "private_key": "-----BEGIN ${KEY}-----\\nTUFERS1VUA==\\n-----END ${KEY}-----\\n",
  "client_email": "ci@bakery-prod-1.iam.gserviceaccount.com"
}
`,
  "tls/server.key": `-----BEGIN RSA ${KEY}-----\nTUFERS1VUA==\n-----END RSA ${KEY}-----\n`,
  ".npmrc": "save-exact=true\n//npm.example.com/:_authToken=npm_madeup\n",
  ".env": "API_KEY=made-up\n",
  ".gitignore": "node_modules/\n.env.local\nkeys/local.json\n",
};

/** Files that git does not see, by `.gitignore`. */
export const IGNORED_FILES: Tree = {
  ".env.local": "API_KEY=made-up\n",
  "keys/local.json":
    '{"type": "service_account", "private_key": "TUFERS1VUA==", "client_email": "local@bakery-prod-1.iam.gserviceaccount.com"}\n',
  "node_modules/flour/package.json": '{"name": "flour", "dependencies": {"openai": "1.0.0"}}\n',
  "node_modules/flour/README.md": "# Flour\n",
};

/** Which of these files are configuration as well, without `.env`, whose being tracked is a fault. */
export const SERVICE_CONFIG =
  "infra/versions.tf infra/main.tf infra/modules/oven/main.tf infra/.terraform.lock.hcl infra/staging/main.tf infra/staging/variables.tf infra/staging/terraform.tfvars app.yaml cloudbuild.yaml service.yaml .firebaserc skaffold.yaml .github/workflows/ci.yml .github/workflows/deploy.yaml .github/workflows/idle.yml .github/actions/bake/action.yml compose.yaml Dockerfile worker/worker.Dockerfile .devcontainer/devcontainer.json Procfile .npmrc .env.local .gitignore".split(
    " ",
  );

export const DECLARED_SERVICES = `
terraform     | infra                        | available | >= 1.9 | infra/versions.tf:1
terraform     | infra/modules/oven           | available | -      | infra/modules/oven/main.tf:2
terraform     | infra/staging                | available | -      | infra/staging/main.tf:2
gcp_api       | run                          | unknown | - | infra/main.tf:7
gcp_api       | pubsub                       | unknown | - | infra/main.tf:11
gcp_api       | secretmanager                | unknown | - | infra/main.tf:11
gcp_service   | bucket:bakery-flour          | unknown | - | infra/main.tf:15
gcp_service   | project:bakery-infra-1       | unknown | - | infra/main.tf:2
gcp_service   | project:bakery-staging-1     | unknown | - | infra/staging/terraform.tfvars:2
gcp_service   | appengine:shop               | unknown | python312 | app.yaml:2
gcp_service   | build:cloudbuild.yaml        | unknown | - | cloudbuild.yaml:1
gcp_service   | project:bakery-build-1       | unknown | - | cloudbuild.yaml:5
gcp_service   | run:oven                     | unknown | - | service.yaml:4
gcp_service   | project:bakery-run-1         | unknown | - | service.yaml:8
gcp_service   | project:bakery-fire-1        | unknown | - | .firebaserc:3
gcp_service   | project:bakery-skaffold-1    | unknown | - | skaffold.yaml:5
github_action | bakery/ovens                 | available | - | .git/config:{originLine}
github_action | CI                           | available | - | .github/workflows/ci.yml:2
github_action | deploy.yaml                  | available | - | .github/workflows/deploy.yaml:1
github_action | Idle                         | degraded  | - | .github/workflows/idle.yml:1
github_action | Bake                         | available | - | .github/actions/bake/action.yml:1
container     | web                          | available   | 2.3 | compose.yaml:2
container     | cache                        | unavailable | 7.4 | compose.yaml:5
container     | worker                       | unknown     | -   | compose.yaml:9
container     | Dockerfile                   | available   | -   | Dockerfile:4
container     | worker/worker.Dockerfile     | available   | -   | worker/worker.Dockerfile:1
codespace     | Bakery                       | available   | 1.2 | .devcontainer/devcontainer.json:2
local_service | process:web                  | unknown | - | Procfile:2
local_service | process:worker               | unknown | - | Procfile:3
service_account | ci@bakery-prod-1.iam.gserviceaccount.com    | degraded  | - | keys/ci.json:5
service_account | local@bakery-prod-1.iam.gserviceaccount.com | available | - | keys/local.json:1
credential    | private-key:server.key       | degraded | - | tls/server.key:1
access_token  | npm:npm.example.com          | degraded | - | .npmrc:2
config        | .env                         | degraded | - | .env
`;
