import { generateKeyPairSync } from "node:crypto";
import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

const KEY = generateKeyPairSync("rsa", {
  modulusLength: 2048,
  publicKeyEncoding: { type: "spki", format: "pem" },
  privateKeyEncoding: { type: "pkcs8", format: "pem" },
}).privateKey;

const LOCKED_KEY = generateKeyPairSync("rsa", {
  modulusLength: 2048,
  publicKeyEncoding: { type: "spki", format: "pem" },
  privateKeyEncoding: { type: "pkcs8", format: "pem", cipher: "aes-256-cbc", passphrase: "sourdough" },
}).privateKey;

const FILES: Readonly<Record<string, string>> = {
  ".config/gcloud/active_config": "default",
  ".config/gcloud/configurations/config_default":
    "[core]\naccount = baker@example.com\nproject = bakery-prod\n[compute]\nregion = europe-west1\n",
  ".config/gcloud/application_default_credentials.json": JSON.stringify({
    type: "authorized_user",
    client_id: "1.apps.googleusercontent.com",
    client_secret: "secret",
    refresh_token: "refresh",
    quota_project_id: "bakery-quota",
  }),
  ".aws/credentials":
    "[default]\naws_access_key_id = A\naws_secret_access_key = x\n[oven]\naws_access_key_id = B\n",
  ".aws/config":
    "[default]\nregion = eu-west-1\n[profile sso-bakery]\nsso_start_url = https://bakery.awsapps.com/start\nsso_region = eu-west-1\nsso_account_id = 123456789012\nsso_role_name = Baker\n",
  ".kube/config": `apiVersion: v1
kind: Config
current-context: oven
contexts:
- name: oven
  context: {cluster: oven, user: baker}
- name: cellar
  context: {cluster: cellar, user: baker}
clusters:
- name: oven
  cluster: {server: "https://10.0.0.1"}
- name: cellar
  cluster: {server: "https://10.0.0.2"}
users:
- name: baker
  user: {token: abc}
`,
  ".docker/config.json": JSON.stringify({
    auths: { "ghcr.io": { auth: "YWJjOmRlZg==" } },
    credHelpers: { "europe-docker.pkg.dev": "gcloud" },
  }),
  ".npmrc": "//registry.npmjs.org/:_authToken=npm_abc\n@bakery:registry=https://npm.bakery.example/\n",
  ".config/gh/hosts.yml": "github.com:\n    user: baker\n    oauth_token: gho_x\n    git_protocol: https\n",
  ".netrc": "machine git.bakery.example login baker password pw\n",
  ".ssh/id_rsa": KEY,
  ".ssh/id_locked": LOCKED_KEY,
  ".claude.json": JSON.stringify({ mcpServers: { pantry: { command: "uv", args: ["run", "pantry"] } } }),
  ".codex/config.toml": '[mcp_servers.flour]\ncommand = "flour"\nargs = ["--serve"]\n',
  ".cursor/mcp.json": JSON.stringify({ mcpServers: { yeast: { url: "https://mcp.yeast.example/mcp" } } }),
  ".gemini/settings.json": JSON.stringify({ mcpServers: { salt: { command: "salt" } } }),
};

/** The file that every user of the machine may read. */
const READABLE = ".aws/credentials";

/** Fills a home folder; each file but one is for its owner alone. */
export function plantHome(home: string): void {
  for (const [path, text] of Object.entries(FILES)) {
    const absolute = join(home, path);
    mkdirSync(dirname(absolute), { recursive: true, mode: 0o700 });
    writeFileSync(absolute, text);
    chmodSync(absolute, path === READABLE ? 0o644 : 0o600);
  }
}
