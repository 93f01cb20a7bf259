import { commitAll, git, writeTree, type Tree } from "../support/folders.ts";
import type { Listeners } from "./listeners.ts";

function filesWith({ http, redis }: Listeners): Tree {
  return {
    ".github/workflows/ci.yml":
      "name: CI\non: {push: {branches: [main]}}\njobs:\n  test:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: actions/checkout@v4\n",
    ".github/workflows/release.yaml":
      "name: Release\non: workflow_dispatch\njobs:\n  call:\n    uses: bakery/shared/.github/workflows/release.yml@v1\n",
    ".devcontainer/devcontainer.json": JSON.stringify({
      name: "oven",
      image: "mcr.microsoft.com/devcontainers/base:ubuntu",
    }),
    "compose.yaml": `services:\n  web:\n    build: ./svc\n    ports: ["${http}:80"]\n  cache:\n    image: redis:7\n    ports: ["${redis}:6379"]\n  shelf:\n    image: postgres:16\n    ports: ["1:5432"]\n`,
    "svc/Dockerfile": 'FROM node:20-alpine\nEXPOSE 80\nCMD ["node", "server.js"]\n',
    Procfile: "web: node server.js\nworker: node worker.js\n",
    "infra/main.tf": `terraform {
  required_version = ">= 1.5"
  backend "gcs" {
    bucket = "bakery-state"
  }
}
provider "google" {
  project = "bakery-prod"
}
resource "google_project_service" "run" {
  project = "bakery-prod"
  service = "run.googleapis.com"
}
module "net" {
  source  = "terraform-google-modules/network/google"
  version = "9.3.0"
}
`,
    "app.yaml": "runtime: nodejs20\nservice: oven\n",
    "cloudbuild.yaml": "steps:\n- name: gcr.io/cloud-builders/docker\n  args: [build, .]\n",
    "service.yaml":
      "apiVersion: serving.knative.dev/v1\nkind: Service\nmetadata:\n  name: oven\nspec:\n  template:\n    spec:\n      containers:\n      - image: gcr.io/bakery-prod/oven\n",
    "package.json": JSON.stringify({
      name: "oven",
      dependencies: { "@google-cloud/storage": "7.14.0", openai: "4.68.0", "@anthropic-ai/sdk": "0.30.1" },
    }),
    "pyproject.toml": '[project]\nname = "oven"\nversion = "1"\ndependencies = ["boto3==1.35.50"]\n',
    "requirements.txt": "google-cloud-storage==2.18.2\n",
    "go.mod": "module bakery/oven\ngo 1.23\nrequire cloud.google.com/go/storage v1.46.0\n",
    "Cargo.toml": '[package]\nname = "oven"\nversion = "0.1.0"\n[dependencies]\naws-sdk-s3 = "1.57.0"\n',
    Gemfile: "source 'https://rubygems.org'\ngem 'google-cloud-storage', '1.52.0'\n",
    "pom.xml":
      "<project><dependencies><dependency><groupId>com.google.cloud</groupId><artifactId>google-cloud-storage</artifactId><version>2.44.1</version></dependency></dependencies></project>",
    "composer.json": JSON.stringify({ require: { "google/cloud-storage": "1.43.0" } }),
    "oven.csproj":
      '<Project Sdk="Microsoft.NET.Sdk"><ItemGroup><PackageReference Include="Google.Cloud.Storage.V1" Version="4.10.0" /></ItemGroup></Project>',
    ".mcp.json": JSON.stringify({ mcpServers: { rye: { command: "rye-mcp", env: { RYE_TOKEN: "z" } } } }),
    ".vscode/mcp.json": JSON.stringify({ servers: { dough: { type: "stdio", command: "dough" } } }),
    "AGENTS.md": "# Agents\n",
    "CLAUDE.md": "# Claude\n",
    "README.md": "# Oven\n",
    "CONTRIBUTING.md": "# How\n",
    "docs/adr/0001-use-rye.md": "# 1. Use rye\n",
    "docs/runbooks/fire.md": "# Fire\n",
    "docs/notes.txt": "not a document that an assistant should know\n",
    "src/server.js": "export {};\n",
    ".env": "PORT=1\n",
    ".gitignore": ".env\n",
    ".env.example": "PORT=\n",
    ".nvmrc": "20\n",
    "tsconfig.json": "{}\n",
    Makefile: "all:\n\techo\n",
    "key.json": JSON.stringify({
      type: "service_account",
      project_id: "bakery-prod",
      private_key: ["BEGIN", "END"].map((word) => `-----${word} PRIVATE KEY-----\n`).join("x\n"),
      client_email: "oven@bakery-prod.iam.gserviceaccount.com",
    }),
  };
}

/** Makes a real repository with one of each thing, committed, with two remotes. */
export function plantRepository(root: string, listeners: Listeners): void {
  writeTree(root, filesWith(listeners));
  commitAll(root);
  git(root, "remote", "add", "origin", "https://baker:tok3n@github.com/bakery/oven.git");
  git(root, "remote", "add", "upstream", "git@github.com:upstream/oven.git");
}
