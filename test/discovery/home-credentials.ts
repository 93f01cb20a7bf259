import { execFileSync } from "node:child_process";
import { chmodSync } from "node:fs";
import { join } from "node:path";
import { writeTree, type Tree } from "../support/folders.ts";

/** Put together when it runs, so that nobody takes it for a key. */
const keyId = (start: string) => `${start}MADEUPMADEUP0001`;

/** Apart, so that no scanner takes what is made up for a key. */
const KEY = "PRIVATE KEY";

const FILES: Tree = {
  ".config/gcloud/active_config": "bakery",
  ".config/gcloud/configurations/config_bakery":
    "[core]\naccount = baker@example.com\nproject = bakery-prod-1\n\n[compute]\nregion = europe-west1\nzone = europe-west1-b\n",
  ".config/gcloud/configurations/config_default": "[core]\naccount = helper@example.com\n",
  ".config/gcloud/credentials.db": "SQLite format 3",
  ".config/gcloud/legacy_credentials/baker@example.com/adc.json":
    '{"type": "authorized_user", "refresh_token": "made-up"}',
  ".config/gcloud/application_default_credentials.json":
    '{\n  "client_id": "1",\n  "client_secret": "made-up",\n  "quota_project_id": "bakery-quota-1",\n  "refresh_token": "made-up",\n  "type": "authorized_user"\n}\n',
  "keys/deployer.json": `{
  "type": "service_account",
  "project_id": "bakery-prod-1",
  "private_key_id": "made-up",
  "private_key": "-----BEGIN ${KEY}-----\\nTUFERS1VUA==\\n-----END ${KEY}-----\\n",
  "client_email": "deployer@bakery-prod-1.iam.gserviceaccount.com"
}
`,
  ".aws/config": `[default]
region = eu-west-1

[profile sso]
sso_start_url = https://bakery.awsapps.com/start
sso_region = eu-west-1
sso_account_id = 123456789012
sso_role_name = Baker

[profile deploy]
role_arn = arn:aws:iam::123456789012:role/deploy
source_profile = default

[profile "night shift"]
credential_process = "/opt/bakery/get keys" --secret made-up

[profile session]
sso_session = bakery
sso_account_id = 123456789012
sso_role_name = Baker

[sso-session bakery]
sso_start_url = https://night.awsapps.com/start
sso_region = eu-west-1

[profile region-only]
region = eu-north-1
`,
  ".aws/credentials": `[default]
aws_access_key_id = ${keyId("AKIA")}
aws_secret_access_key = made-up

[old]
aws_access_key_id = ${keyId("ASIA")}
aws_secret_access_key = made-up
aws_session_token = made-up
aws_expiration = 2020-01-01T00:00:00Z
`,
  ".aws/sso/cache/1.json":
    '{"startUrl": "https://bakery.awsapps.com/start", "expiresAt": "2999-01-01T00:00:00Z", "accessToken": "made-up"}',
  ".kube/config": `apiVersion: v1
kind: Config
current-context: prod
contexts:
  - context: {cluster: ovens, user: gke}
    name: prod
  - name: dev
    context: {cluster: kitchen, user: cook}
  - name: gone
    context: {cluster: nowhere, user: cook}
clusters:
  - name: ovens
    cluster: {server: "https://10.0.0.1"}
  - name: kitchen
    cluster: {server: "https://127.0.0.1:6443"}
users:
  - name: gke
    user: {exec: {apiVersion: client.authentication.k8s.io/v1, command: gke-gcloud-auth-plugin}}
  - name: cook
    user: {token: made-up}
`,
  ".kube/more": `apiVersion: v1
contexts:
- context:
    cluster: bare
    user: old
  name: bare
clusters:
- {name: bare, cluster: {server: "https://10.0.0.2"}}
users:
- name: old
  user:
    username: cook
    password: made-up
`,
  ".docker/config.json": `{
  "auths": {
    "ghcr.io": {"auth": "YmFrZXI6bWFkZS11cA=="},
    "https://index.docker.io/v1/": {"auth": "YmFrZXI6bWFkZS11cA=="},
    "quay.io": {}
  },
  "credHelpers": {
    "europe-docker.pkg.dev": "gcloud"
  }
}
`,
  ".npmrc": `registry=https://registry.npmjs.org/
//registry.npmjs.org/:_authToken=npm_madeup
//npm.pkg.github.com/:_authToken=\${GH_PACKAGES_TOKEN}
`,
  ".yarnrc.yml":
    'nodeLinker: node-modules\nnpmScopes:\n  bakery:\n    npmRegistryServer: "https://yarn.example.com"\n    npmAuthToken: made-up\n',
  ".config/gh/hosts.yml":
    "github.com:\n    user: baker\n    oauth_token: gho_madeup\n    git_protocol: ssh\ngithub.example.com:\n    users:\n        baker:\n    user: baker\n",
  ".config/glab-cli/config.yml":
    "git_protocol: ssh\nhosts:\n    gitlab.com:\n        token: made-up\n        user: baker\n",
  ".netrc":
    "machine api.example.com\n  login baker\n  password made-up\n\nmachine files.example.com login baker password made-up\ndefault login anonymous password made-up\n",
  ".git-credentials": "https://baker:made-up@git.example.com\n",
  ".pypirc": "[distutils]\nindex-servers = pypi\n\n[pypi]\nusername = __token__\npassword = pypi-madeup\n",
  ".config/pip/pip.conf":
    "[global]\ntimeout = 10\nindex-url = https://baker:made-up@pypi.example.com/simple\n",
  ".cargo/credentials.toml": '[registry]\ntoken = "made-up"\n',
  ".gem/credentials": "---\n:rubygems_api_key: made-up\n",
  ".terraform.d/credentials.tfrc.json":
    '{\n  "credentials": {\n    "app.terraform.io": {\n      "token": "made-up"\n    }\n  }\n}\n',
  ".config/composer/auth.json": '{\n  "github-oauth": {\n    "github.com": "made-up"\n  }\n}\n',
  ".ssh/config": "Host oven\n  User baker\n",
  ".ssh/known_hosts": "oven ssh-ed25519 AAAA\n",
};

/** Files that other users of the machine may read. */
const EXPOSED = [".npmrc", ".ssh/id_ed25519_shared"];

/** Writes credentials of every kind; none of them is real. */
export function plantCredentials(home: string): void {
  writeTree(home, FILES, 0o600);
  makeKey(join(home, ".ssh/id_ed25519"), "");
  makeKey(join(home, ".ssh/id_ed25519_shared"), "");
  makeKey(join(home, ".ssh/id_ed25519_protected"), "a made-up passphrase");
  for (const path of EXPOSED) chmodSync(join(home, path), 0o644);
}

function makeKey(path: string, passphrase: string): void {
  execFileSync("ssh-keygen", ["-q", "-t", "ed25519", "-C", "baker@oven", "-N", passphrase, "-f", path]);
}

/** Variables of the process: the values are made up. */
export function credentialVariables(home: string): Readonly<Record<string, string>> {
  return {
    GOOGLE_APPLICATION_CREDENTIALS: join(home, "keys/deployer.json"),
    GOOGLE_CLOUD_PROJECT: "bakery-env-1",
    KUBECONFIG: [".kube/config", ".kube/more", ".kube/none"].map((path) => join(home, path)).join(":"),
    AWS_PROFILE: "lost",
    GITHUB_TOKEN: "ghp_madeup",
    OPENAI_API_KEY: "sk-madeup",
    ANTHROPIC_API_KEY: "sk-ant-madeup",
    VAULT_TOKEN: "hvs.madeup",
    STRIPE_SECRET_KEY: "sk_test_madeup",
    PGPASSWORD: "made-up",
    DATABASE_URL: "postgresql://baker:made-up@db.example.com:5432/bakery",
    BAKERY_API_KEY: "made-up",
    // None of these holds a credential.
    REDIS_URL: "redis://cache.example.com:6379",
    SLACK_BOT_TOKEN: "",
    USE_OVEN_TOKEN: "false",
    OVEN_COLOUR: "black",
  };
}

export const CREDENTIALS = `
credential      | google-adc                                     | available | - | ~/.config/gcloud/application_default_credentials.json:6
service_account | deployer@bakery-prod-1.iam.gserviceaccount.com | available | - | ~/keys/deployer.json:6
credential      | gcloud:baker@example.com  | available | - | ~/.config/gcloud/legacy_credentials/baker@example.com/adc.json
credential      | gcloud:helper@example.com | available | - | ~/.config/gcloud/configurations/config_default:2
gcp_service     | gcloud:bakery             | available | - | ~/.config/gcloud/configurations/config_bakery:3
gcp_service     | gcloud:default            | available | - | ~/.config/gcloud/configurations/config_default:2
gcp_service     | project:bakery-prod-1     | unknown   | - | ~/.config/gcloud/configurations/config_bakery:3
gcp_service     | project:bakery-env-1      | unknown
credential   | aws:default                  | available    | - | ~/.aws/credentials:1
credential   | aws:sso                      | available    | - | ~/.aws/config:4
credential   | aws:deploy                   | available    | - | ~/.aws/config:10
credential   | aws:old                      | unauthorized | - | ~/.aws/credentials:5
credential   | aws:night shift              | available    | - | ~/.aws/config:14
credential   | aws:session                  | available    | - | ~/.aws/config:17
credential   | aws:region-only              | unknown      | - | ~/.aws/config:26
credential   | aws:lost                     | missing      | - | ~/.aws/config
credential   | kube:prod                    | available    | - | ~/.kube/config:6
credential   | kube:dev                     | available    | - | ~/.kube/config:7
credential   | kube:gone                    | degraded     | - | ~/.kube/config:9
credential   | kube:bare                    | available    | - | ~/.kube/more:6
credential   | docker:ghcr.io               | available    | - | ~/.docker/config.json:3
credential   | docker:index.docker.io       | available    | - | ~/.docker/config.json:4
credential   | docker:quay.io               | unknown      | - | ~/.docker/config.json:5
credential   | docker:europe-docker.pkg.dev | available    | - | ~/.docker/config.json:8
access_token | npm:registry.npmjs.org       | degraded     | - | ~/.npmrc:2
access_token | npm:npm.pkg.github.com       | unknown      | - | ~/.npmrc:3
access_token | npm:yarn.example.com         | available    | - | ~/.yarnrc.yml:5
access_token | github:github.com            | available    | - | ~/.config/gh/hosts.yml:1
access_token | github:github.example.com    | available    | - | ~/.config/gh/hosts.yml:5
access_token | gitlab:gitlab.com            | available    | - | ~/.config/glab-cli/config.yml:3
credential   | netrc:api.example.com        | available    | - | ~/.netrc:1
credential   | netrc:files.example.com      | available    | - | ~/.netrc:5
credential   | netrc:default                | available    | - | ~/.netrc:6
credential   | git:git.example.com          | available    | - | ~/.git-credentials:1
access_token | pypi:pypi                    | available    | - | ~/.pypirc:4
credential   | pip:pypi.example.com/simple  | available    | - | ~/.config/pip/pip.conf:3
access_token | cargo:crates.io              | available    | - | ~/.cargo/credentials.toml:2
access_token | gem:rubygems.org             | available    | - | ~/.gem/credentials:2
access_token | terraform:app.terraform.io   | available    | - | ~/.terraform.d/credentials.tfrc.json:3
access_token | composer:github.com          | available    | - | ~/.config/composer/auth.json:3
credential   | ssh:id_ed25519               | available    | - | ~/.ssh/id_ed25519:1
credential   | ssh:id_ed25519_shared        | degraded     | - | ~/.ssh/id_ed25519_shared:1
credential   | ssh:id_ed25519_protected     | available    | - | ~/.ssh/id_ed25519_protected:1
credential   | GOOGLE_APPLICATION_CREDENTIALS | available
access_token | GITHUB_TOKEN                 | available
credential   | OPENAI_API_KEY               | available
credential   | ANTHROPIC_API_KEY            | available
access_token | VAULT_TOKEN                  | available
credential   | STRIPE_SECRET_KEY            | available
credential   | PGPASSWORD                   | available
credential   | DATABASE_URL                 | available
credential   | BAKERY_API_KEY               | available
ai_tool      | provider:openai              | available
ai_tool      | provider:anthropic           | available
`;
