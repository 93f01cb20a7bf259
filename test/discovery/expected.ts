import type { Listeners } from "./listeners.ts";

/** `type name version status place`, one planted thing a line; `-` for none, `*` for whatever stands on the machine. */
const TABLE = `
access_token GITHUB_TOKEN - available -
access_token github:github.com - available ~/.config/gh/hosts.yml:1
access_token npm:registry.npmjs.org - available ~/.npmrc:1
ai_tool claude-code - available CLAUDE.md
ai_tool codex - available ~/.codex/config.toml
ai_tool cursor - unknown ~/.cursor/mcp.json
ai_tool gemini-cli - available ~/.gemini/settings.json
ai_tool vscode - unknown .vscode/mcp.json
ai_tool mcp:dough_(vscode) - missing .vscode/mcp.json:1
ai_tool mcp:flour_(codex) - missing ~/.codex/config.toml:1
ai_tool mcp:pantry_(claude-code) - available ~/.claude.json:1
ai_tool mcp:rye_(claude-code) - missing .mcp.json:1
ai_tool mcp:salt_(gemini-cli) - missing ~/.gemini/settings.json:1
ai_tool mcp:yeast_(cursor) - unknown ~/.cursor/mcp.json:1
ai_tool provider:openai - available -
api_client @anthropic-ai/sdk 0.30.1 available package.json:1
api_client @google-cloud/storage 7.14.0 available package.json:1
api_client openai 4.68.0 available package.json:1
api_client Google.Cloud.Storage.V1 4.10.0 available oven.csproj:1
api_client aws-sdk-s3 1.57.0 available Cargo.toml:5
api_client cloud.google.com/go/storage v1.46.0 available go.mod:3
api_client com.google.cloud:google-cloud-storage 2.44.1 available pom.xml:1
api_client google-cloud-storage_(pypi) 2.18.2 available requirements.txt:1
api_client google-cloud-storage_(rubygems) 1.52.0 available Gemfile:2
api_client google/cloud-storage 1.43.0 available composer.json:1
sdk boto3 1.35.50 available pyproject.toml:4
cli_tool ansible 2.17.5 available BIN/ansible
cli_tool aws 2.17.5 available BIN/aws
cli_tool az 2.65.0 available BIN/az
cli_tool bun 1.1.33 available BIN/bun
cli_tool cargo 1.82.0 available BIN/cargo
cli_tool claude 2.0.14 available BIN/claude
cli_tool codex 0.46.0 available BIN/codex
cli_tool curl 8.10.1 available BIN/curl
cli_tool deno 2.0.3 available BIN/deno
cli_tool docker 27.3.1 available BIN/docker
cli_tool dotnet 8.0.403 available BIN/dotnet
cli_tool gcloud 500.0.1 available BIN/gcloud
cli_tool gemini 0.9.0 available BIN/gemini
cli_tool gh 2.60.1 available BIN/gh
cli_tool git * available BIN/git
cli_tool go 1.23.2 available BIN/go
cli_tool helm 3.16.2 available BIN/helm
cli_tool java 21.0.5 available BIN/java
cli_tool jq 1.7.1 available BIN/jq
cli_tool kubectl 1.31.2 available BIN/kubectl
cli_tool kustomize 5.5.0 available BIN/kustomize
cli_tool make 4.4.1 available BIN/make
cli_tool mongosh 2.3.2 available BIN/mongosh
cli_tool mysql 8.4.3 available BIN/mysql
cli_tool node 20.18.0 available ~/.nvm/versions/node/v20.18.0/bin/node
cli_tool npm 10.9.0 available BIN/npm
cli_tool ollama 0.4.1 available BIN/ollama
cli_tool php 8.3.12 available BIN/php
cli_tool pip 24.2 available BIN/pip
cli_tool pnpm 9.12.2 available BIN/pnpm
cli_tool podman 5.2.3 available BIN/podman
cli_tool poetry 1.8.4 available BIN/poetry
cli_tool psql 16.4 available BIN/psql
cli_tool pulumi 3.137.0 available BIN/pulumi
cli_tool python 3.12.7 available BIN/python3
cli_tool redis-cli 7.4.1 available BIN/redis-cli
cli_tool ruby 3.3.5 available BIN/ruby
cli_tool ruff 0.7.1 available BIN/ruff
cli_tool rustc 1.82.0 available BIN/rustc
cli_tool shellcheck 0.10.0 available BIN/shellcheck
cli_tool sqlite3 3.46.1 available BIN/sqlite3
cli_tool terraform 1.9.8 available BIN/terraform
cli_tool tofu 1.8.4 available BIN/tofu
cli_tool uv 0.4.27 available BIN/uv
cli_tool yarn 1.22.22 available BIN/yarn
codespace oven ubuntu available .devcontainer/devcontainer.json:1
container cache 7 available compose.yaml:5
container shelf 16 unavailable compose.yaml:8
container web - available compose.yaml:2
container docker - unavailable BIN/docker
container svc/Dockerfile - available svc/Dockerfile:1
credential OPENAI_API_KEY - available -
credential aws:default - degraded ~/.aws/credentials:1
credential aws:oven - degraded ~/.aws/credentials:4
credential aws:sso-bakery - available ~/.aws/config:3
credential docker:europe-docker.pkg.dev - available ~/.docker/config.json:1
credential docker:ghcr.io - available ~/.docker/config.json:1
credential gcloud:baker@example.com - unknown ~/.config/gcloud/configurations/config_default:2
credential google-adc - available ~/.config/gcloud/application_default_credentials.json:1
credential kube:cellar - available ~/.kube/config:7
credential kube:oven - available ~/.kube/config:5
credential netrc:git.bakery.example - available ~/.netrc:1
credential ssh:id_locked - available ~/.ssh/id_locked:1
credential ssh:id_rsa - available ~/.ssh/id_rsa:1
service_account oven@bakery-prod.iam.gserviceaccount.com - degraded key.json:1
document AGENTS.md - available AGENTS.md
document CLAUDE.md - available CLAUDE.md
document CONTRIBUTING.md - available CONTRIBUTING.md
document README.md - available README.md
document docs/adr/0001-use-rye.md - available docs/adr/0001-use-rye.md
document docs/runbooks/fire.md - available docs/runbooks/fire.md
gcp_api run - unknown infra/main.tf:12
gcp_service appengine:oven nodejs20 unknown app.yaml:1
gcp_service build:cloudbuild.yaml - unknown cloudbuild.yaml:1
gcp_service run:oven - unknown service.yaml:4
gcp_service gcloud:default - available ~/.config/gcloud/configurations/config_default:3
gcp_service project:bakery-dev - unknown -
gcp_service project:bakery-prod - unknown ~/.config/gcloud/configurations/config_default:3
gcp_service project:bakery-quota - unknown ~/.config/gcloud/application_default_credentials.json:1
github_action CI - available .github/workflows/ci.yml:1
github_action Release - available .github/workflows/release.yaml:1
github_action bakery/oven - available .git/config:*
local_service http:HTTP - available -
local_service redis:REDIS - available -
local_service postgresql:POSTGRESQL - available -
local_service process:web - unknown Procfile:1
local_service process:worker - unknown Procfile:2
terraform infra >=_1.5 available infra/main.tf:1
`;

/** Files that configure something; each is found under its own path. */
const CONFIGURATION = `.devcontainer/devcontainer.json .env .env.example .github/workflows/ci.yml
.github/workflows/release.yaml .gitignore .mcp.json .nvmrc .vscode/mcp.json Cargo.toml Gemfile Makefile Procfile app.yaml
cloudbuild.yaml compose.yaml composer.json go.mod infra/main.tf oven.csproj package.json pom.xml pyproject.toml
requirements.txt service.yaml svc/Dockerfile tsconfig.json`;

/** Everything that was planted, a line each, sorted. */
export function expectedLines(listeners: Listeners, programs: string): readonly string[] {
  const written = TABLE.trim()
    .replaceAll("BIN/", `${programs}/`)
    .replace("http:HTTP", `http:${listeners.http}`)
    .replace("redis:REDIS", `redis:${listeners.redis}`)
    .replace("postgresql:POSTGRESQL", `postgresql:${listeners.postgresql}`)
    .split("\n");
  const files = CONFIGURATION.split(/\s+/).map((path) => `config ${path} - available ${path}`);
  return [...written, ...files].toSorted();
}
