import { generateKeyPairSync } from "node:crypto";
import { writeTree, type Tree } from "../support/folders.ts";
import type { Machine } from "../support/command.ts";
import type { Canaries } from "./canaries.ts";

/** Variables under which secrets usually stand. */
export function secretVariables(canaries: Canaries): Record<string, string> {
  const make = () => canaries.make();
  const names =
    "GITHUB_TOKEN GH_TOKEN NPM_TOKEN OPENAI_API_KEY ANTHROPIC_API_KEY AWS_SECRET_ACCESS_KEY AWS_SESSION_TOKEN AZURE_CLIENT_SECRET STRIPE_SECRET_KEY OVEN_PASSWORD BAKERY_API_KEY GEMINI_API_KEY HF_TOKEN SLACK_BOT_TOKEN";
  return {
    ...Object.fromEntries(names.split(" ").map((name) => [name, make()])),
    DATABASE_URL: `postgresql://baker:${make()}@db.internal:5432/bakery`,
    HTTPS_PROXY: `http://proxy:${make()}@proxy.internal:3128`,
    REDIS_URL: `redis://:${make()}@cache.internal:6379`,
  };
}

/** Puts secrets into every file of home and project in which one can stand. */
export function plant(machine: Machine, canaries: Canaries): void {
  const make = () => canaries.make();
  writeTree(machine.home, homeFiles(make, canaries), 0o600);
  writeTree(machine.root, projectFiles(make), 0o644);
}

function privateKey({ all }: Canaries): string {
  const { privateKey: key } = generateKeyPairSync("ed25519", {
    privateKeyEncoding: { type: "pkcs8", format: "pem" },
    publicKeyEncoding: { type: "spki", format: "pem" },
  });
  const body = key.split("\n")[1] ?? "";
  all.push(body);
  return key;
}

function pem(label: string, body: string): string {
  return `-----BEGIN ${label}-----\n${body}\n-----END ${label}-----\n`;
}

function serviceAccount(make: () => string, name: string): string {
  return JSON.stringify({
    type: "service_account",
    project_id: "bakery-prod-1",
    private_key_id: make(),
    private_key: pem("PRIVATE KEY", make()),
    client_email: `${name}@bakery-prod-1.iam.gserviceaccount.com`,
    client_id: "1",
    token_uri: "https://oauth2.googleapis.com/token",
  });
}

function mcp(make: () => string, key: string): string {
  return JSON.stringify({
    [key]: {
      oven: {
        command: "npx",
        args: ["-y", "oven-mcp", "--token", make(), `--key=${make()}`, `https://u:${make()}@h/`],
        env: { OVEN_TOKEN: make() },
      },
      first: { command: "node", args: [make()] },
      remote: {
        url: `https://baker:${make()}@mcp.example.com/sse?token=${make()}`,
        headers: { Authorization: `Bearer ${make()}` },
      },
    },
  });
}

function homeFiles(make: () => string, canaries: Canaries): Tree {
  return {
    ".config/gcloud/application_default_credentials.json": JSON.stringify({
      type: "authorized_user",
      client_id: "x",
      client_secret: make(),
      refresh_token: make(),
      quota_project_id: "bakery-prod-1",
    }),
    ".config/gcloud/active_config": "default",
    ".config/gcloud/configurations/config_default":
      "[core]\naccount = baker@example.com\nproject = bakery-prod-1\n[proxy]\npassword = " + make() + "\n",
    ".config/gcloud/credentials.db": make(),
    ".config/gcloud/access_tokens.db": make(),
    ".config/gcloud/legacy_credentials/baker@example.com/adc.json": JSON.stringify({
      type: "authorized_user",
      refresh_token: make(),
    }),
    ".aws/credentials": `[default]\naws_access_key_id = ${make()}\naws_secret_access_key = ${make()}\naws_session_token = ${make()}\n`,
    ".aws/config": `[default]\nregion = eu-west-1\n[profile run]\ncredential_process = /bin/get --secret ${make()}\n`,
    ".kube/config": `apiVersion: v1\ncurrent-context: prod\ncontexts:\n- {name: prod, context: {cluster: c, user: u}}\nclusters:\n- {name: c, cluster: {server: "https://a:${make()}@k8s.example.com", certificate-authority-data: ${make()}}}\nusers:\n- {name: u, user: {token: ${make()}, password: ${make()}, client-key-data: ${make()}}}\n`,
    ".docker/config.json": JSON.stringify({
      auths: {
        "ghcr.io": { auth: Buffer.from(`baker:${make()}`).toString("base64"), identitytoken: make() },
        "r.example.com": { username: "b", password: make() },
      },
    }),
    ".npmrc": `//registry.npmjs.org/:_authToken=${make()}\n_auth=${make()}\nregistry=https://u:${make()}@npm.example.com/\n`,
    ".yarnrc.yml": `npmAuthToken: ${make()}\nnpmRegistries:\n  "//npm.example.com":\n    npmAuthToken: ${make()}\n`,
    ".pypirc": `[pypi]\nusername = __token__\npassword = ${make()}\n`,
    ".config/pip/pip.conf": `[global]\nindex-url = https://u:${make()}@pypi.example.com/simple\n`,
    ".cargo/credentials.toml": `[registry]\ntoken = "${make()}"\n`,
    ".gem/credentials": `---\n:rubygems_api_key: ${make()}\n`,
    ".config/gh/hosts.yml": `github.com:\n    user: baker\n    oauth_token: ${make()}\n    git_protocol: https\n`,
    ".config/glab-cli/config.yml": `hosts:\n  gitlab.com:\n    token: ${make()}\n`,
    ".netrc": `machine api.example.com login baker password ${make()}\nmacdef init\n${make()}\n\n`,
    ".git-credentials": `https://baker:${make()}@github.com\nhttps://${make()}@gitlab.com\n`,
    ".ssh/id_ed25519": privateKey(canaries),
    ".claude.json": mcp(make, "mcpServers"),
    ".codex/config.toml": `model = "gpt"\n[mcp_servers.oven]\ncommand = "npx"\nargs = ["oven", "${make()}"]\n[mcp_servers.oven.env]\nK = "${make()}"\n`,
    ".codex/auth.json": JSON.stringify({ OPENAI_API_KEY: make() }),
    ".cursor/mcp.json": mcp(make, "mcpServers"),
    ".config/opencode/opencode.json": JSON.stringify({
      mcp: { o: { type: "local", command: ["x", make()], environment: { A: make() } } },
    }),
    ".config/goose/config.yaml": `key: ${make()}\n`,
  };
}

function projectFiles(make: () => string): Tree {
  return {
    ".env": `API_KEY=${make()}\nDATABASE_URL=postgres://u:${make()}@h/d\nbroken ${make()}\n`,
    ".env.production": `SECRET="${make()}"\n`,
    "keys/ci.json": serviceAccount(make, "ci"),
    "keys/broken.json": `{"type": "service_account", "private_key": "${make()}",`,
    "tls/server.pem": pem("RSA PRIVATE KEY", make()),
    ".npmrc": `//npm.pkg.github.com/:_authToken=${make()}\n`,
    ".mcp.json": mcp(make, "mcpServers"),
    ".vscode/mcp.json": mcp(make, "servers"),
    ".codex/config.toml": `[mcp_servers.h]\nurl = "https://x"\n[mcp_servers.h.http_headers]\nA = "${make()}"\n`,
    "docker-compose.yml": `services:\n  db:\n    image: "r.example.com/x:1"\n    environment:\n      POSTGRES_PASSWORD: ${make()}\n    command: serve --password ${make()}\n`,
    Dockerfile: `FROM node:20\nENV TOKEN=${make()}\nRUN curl -H "Authorization: ${make()}" https://x\n`,
    Procfile: `web: TOKEN=${make()} node server.js --key ${make()}\n`,
    ".devcontainer/devcontainer.json": JSON.stringify({
      image: "x",
      containerEnv: { A_TOKEN: make() },
      remoteEnv: { B_TOKEN: make() },
    }),
    ".github/workflows/ci.yml": `on: push\nenv:\n  T_TOKEN: ${make()}\njobs:\n  b:\n    runs-on: x\n    steps:\n      - run: deploy --token ${make()}\n      - uses: a/b@v1\n        with: {key: "${make()}"}\n`,
    "main.tf": `terraform {\n  backend "s3" {\n    bucket = "b"\n    secret_key = "${make()}"\n    access_key = "${make()}"\n  }\n}\nprovider "google" {\n  credentials = "${make()}"\n  project = "bakery-prod-1"\n}\nmodule "m" {\n  source = "git::https://u:${make()}@h/x.git"\n}\n`,
    "prod.tfvars": `db_password = "${make()}"\n`,
    "app.yaml": `runtime: python311\nenv_variables:\n  API_KEY: ${make()}\n`,
    "service.yaml": `apiVersion: serving.knative.dev/v1\nkind: Service\nmetadata: {name: oven}\nspec: {template: {spec: {containers: [{image: i, env: [{name: K_SECRET, value: ${make()}}]}]}}}\n`,
    "package.json": JSON.stringify({
      name: "bakery",
      dependencies: { stripe: `git+https://u:${make()}@h/x.git`, openai: `https://h/x.tgz?token=${make()}` },
    }),
    "requirements.txt": `--index-url https://u:${make()}@pypi/simple\nopenai @ https://u:${make()}@h/o.whl\nboto3==1.0\n`,
    "README.md": "# Bakery\n",
    "broken.yaml": `key: ${make()}\n  bad: [`,
    "orchestra.config.json": JSON.stringify({
      detectors: [{ id: "x", resourceType: "oven", command: { program: "sh", arguments: ["-c", make()] } }],
    }),
  };
}
