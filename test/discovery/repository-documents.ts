import type { Tree } from "../support/folders.ts";

/** Names of the catalogue that need no content of their own: one of each. */
const CONFIG_PATHS = `
package-lock.json pnpm-workspace.yaml yarn.lock bunfig.toml poetry.lock Pipfile.lock uv.lock setup.cfg
.python-version runtime.txt Gemfile.lock .ruby-version go.sum Cargo.lock rust-toolchain.toml .cargo/config.toml
gradle.properties settings.gradle .nvmrc tsconfig.json .tool-versions mise.toml renovate.json .github/dependabot.yml
global.json build.sbt flake.nix stack.yaml .sdkmanrc
.gitlab-ci.yml .circleci/config.yml Jenkinsfile .travis.yml azure-pipelines.yml bitbucket-pipelines.yml
.buildkite/pipeline.yml codecov.yml .goreleaser.yaml .releaserc.json
.dockerignore Tiltfile k8s/deployment.yaml overlays/prod/kustomization.yaml chart/Chart.yaml chart/values.yaml
.terraform-version .tflint.hcl terragrunt.hcl Pulumi.yaml ansible.cfg serverless.yml Vagrantfile
.gcloudignore firebase.json samconfig.toml cdk.json vercel.json netlify.toml fly.toml wrangler.toml render.yaml nginx.conf
prisma/schema.prisma drizzle.config.ts alembic.ini sqlc.yaml dbt_project.yml
.env.example .envrc config/config.yaml
eslint.config.js .prettierrc .prettierignore biome.json knip.json ruff.toml .flake8 .pylintrc mypy.ini .rubocop.yml
.golangci.yml .shellcheckrc .yamllint .markdownlint.json .hadolint.yaml .pre-commit-config.yaml lefthook.yml
commitlint.config.js sonar-project.properties .gitleaks.toml .editorconfig .clang-format
vite.config.ts webpack.config.js rollup.config.mjs babel.config.json .swcrc tailwind.config.js next.config.mjs
angular.json nx.json turbo.json lerna.json Makefile justfile Taskfile.yml CMakeLists.txt meson.build MODULE.bazel buf.yaml
vitest.config.ts jest.config.js playwright.config.ts cypress.config.ts .mocharc.json pytest.ini conftest.py tox.ini
.coveragerc phpunit.xml .rspec
.vscode/settings.json .idea/misc.xml .gitattributes .github/CODEOWNERS
ops/Pulumi.dev.yaml chart/values-prod.yaml template.yml buildspec.yaml ops/Caddyfile ops/traefik.yml ops/haproxy.cfg
ops/prometheus.yml ops/otel-collector-config.yaml ops/redis.conf ops/nginx/default.conf ecosystem.config.js
conanfile.txt vcpkg.json Brewfile devbox.json deps.edn .browserslistrc gulpfile.js nest-cli.json .storybook/main.ts
cspell.json .vale.ini .trivyignore .secrets.baseline phpstan.neon .swiftlint.yml deny.toml Earthfile .air.toml
hardhat.config.ts foundry.toml dvc.yaml book.toml asyncapi.yaml .clinerules rails/config/database.yml
Properties/launchSettings.json wdio.conf.js capacitor.config.ts .semaphore/semaphore.yml .versionrc .sequelizerc
mkdocs.yml .readthedocs.yaml docusaurus.config.js typedoc.json openapi.yaml .graphqlrc
`;

/** What a file of a name must hold so that it chooses nothing else than the machine has. */
const CONTENTS: Tree = {
  ".python-version": "3.12.7\n",
  ".ruby-version": "3.3.5\n",
  ".tool-versions": "ruby 3.3.5\n",
  "rust-toolchain.toml": '[toolchain]\nchannel = "stable"\n',
  "mise.toml": '[env]\nOVEN = "hot"\n',
};

const PATHS = CONFIG_PATHS.trim().split(/\s+/);

const DOCUMENTS: Tree = {
  "AGENTS.md": "# Instructions\n",
  "CLAUDE.md": "# For Claude\n",
  "GEMINI.md": "# For Gemini\n",
  ".github/copilot-instructions.md": "# For Copilot\n",
  ".cursor/rules/style.mdc": "# Style\n",
  "llms.txt": "# Bakery\n",
  "README.md": "# Bakery\n",
  "CONTRIBUTING.md": "# How to help\n",
  "SECURITY.md": "# Security\n",
  "CHANGELOG.md": "# Changes\n",
  LICENSE: "MIT License\n",
  "CODE_OF_CONDUCT.md": "# Be kind\n",
  "docs/architecture.md": "# Architecture\n",
  "docs/adr/0001-ovens.md": "# Ovens are electric\n",
  "docs/runbooks/fire.md": "# Fire\n",
  "docs/decisions/0002-flour.rst": "Flour\n=====\n",
  "docs/postmortems/burnt.md": "# Burnt\n",
  "docs/oncall.md": "# On call\n",
  ".github/prompts/bake.prompt.md": "# Bake\n",
  "docs/deployment.md": "# Deployment\n",
  "ovens/README.md": "# Ovens\n",
};

/** Files that look like something and are nothing. */
const DECOYS: Tree = {
  "src/main.ts": "export const bread = 1;\n",
  "docs/recipes.md": "# Rye\n",
  "data/sales.json": '{"type": "service_account", "note": "a kind of customer"}',
  "data/example-key.json":
    '{"type": "service_account", "private_key": "<your key>", "client_email": "me@p.iam.gserviceaccount.com"}',
  "tls/server.pem": "-----BEGIN CERTIFICATE-----\nTUFERS1VUA==\n-----END CERTIFICATE-----\n",
  "notes/requirements.md": "boto3\n",
};

/** Configuration files, documents and what only looks like one. */
export const DOCUMENT_FILES: Tree = {
  ...Object.fromEntries(PATHS.map((path) => [path, CONTENTS[path] ?? placeholder(path)])),
  ...DOCUMENTS,
  ...DECOYS,
};

/** Rows for these, and for files that other tables plant and that are configuration as well. */
export function documentRows(otherConfig: readonly string[]): string {
  const rows = [
    ...[...PATHS, ...otherConfig].map((path) => `config | ${path} | available | - | ${path}`),
    ...Object.keys(DOCUMENTS).map((path) => `document | ${path} | available | - | ${path}`),
  ];
  return rows.join("\n");
}

function placeholder(path: string): string {
  if (path.endsWith(".json")) return "{}\n";
  return /\.[cm]?[jt]s$/.test(path) ? "// made up\n" : "# made up\n";
}
