import type { Machine } from "../support/command.ts";
import { writeTree, type Tree } from "../support/folders.ts";
import { FORMS, type Canaries } from "./canaries.ts";

/** Gives one text for each form of password. */
type Each = (toText: (secret: string, at: number) => string) => readonly string[];

/** Puts passwords with marks into every file of home and project in which one can stand. */
export function plantMarked(machine: Machine, canaries: Canaries): void {
  const each: Each = (toText) => FORMS.map((form, at) => toText(canaries.makeLike(form), at));
  writeTree(machine.home, { ...homeSettings(each), ...homeLogins(each) }, 0o600);
  writeTree(machine.root, { ...projectFiles(each), ...packageFiles(each), ...deployFiles(each) }, 0o644);
}

/** Variables whose addresses hold such passwords. */
export function markedVariables(canaries: Canaries): Record<string, string> {
  const pairs = FORMS.flatMap((form, at) => [
    [`OVEN_${at}_DATABASE_URL`, `postgres://baker:${canaries.makeLike(form)}@db.example.com:5432/d`],
    [`OVEN_${at}_PASSWORD`, canaries.makeLike(form)],
    [`CACHE_${at}_URL`, `redis://:${canaries.makeLike(form)}@cache.example.com:6379`],
  ]);
  const of = (form: string) => `http://proxy:${canaries.makeLike(form)}@proxy.example.com:3128`;
  return {
    ...Object.fromEntries(pairs),
    DATABASE_URL: of("_/_@_"),
    HTTPS_PROXY: of("_@_/_"),
    DOCKER_HOST: of("_ _"),
    OLLAMA_HOST: of("12/_"),
    AWS_ENDPOINT_URL: of("_?_@_"),
  };
}

/** What somebody registers: with user and password, with a password alone, with a token in the place of the user. */
export function markedAddresses(canaries: Canaries): readonly string[] {
  return FORMS.flatMap((form) => [
    `postgresql://baker:${canaries.makeLike(form)}@127.0.0.1:1/d?sslmode=off`,
    `redis://:${canaries.makeLike(form)}@127.0.0.1:1`,
    `https://${canaries.makeLike(form)}@db.example.com/x`,
    `psql -q 'postgres://baker:${canaries.makeLike(form)}@db.example.com/d' --echo`,
  ]);
}

const quote = (text: string) => JSON.stringify(text);

function lines(texts: readonly string[]): string {
  return `${texts.join("\n")}\n`;
}

function mcp(each: Each): Record<string, object> {
  const servers = each((secret) => secret).map((secret, at) => {
    const remote = `https://baker:${secret}@mcp.example.com/sse?token=${secret}`;
    const settings = [
      { url: remote, headers: { Authorization: `Bearer ${secret}` } },
      { command: "npx", args: [secret, `--key=${secret}`, remote], env: { KEY: secret } },
      { command: "uvx", args: ["oven", "--index", remote, secret] },
    ];
    return [`oven-${at}`, settings[at % settings.length] ?? {}] as const;
  });
  const tokens = each((secret) => secret).map(
    (secret, at) => [`t-${at}`, { url: `https://${secret}@x.com/` }] as const,
  );
  return Object.fromEntries([...servers, ...tokens]);
}

function homeSettings(each: Each): Tree {
  return {
    ".kube/config": lines([
      "apiVersion: v1\ncurrent-context: c0\ncontexts:",
      ...FORMS.map((_, at) => `- {name: c${at}, context: {cluster: c${at}, user: u${at}}}`),
      "clusters:",
      ...each(
        (secret, at) =>
          `- {name: c${at}, cluster: {server: ${quote(`https://a:${secret}@k8s.example.com:6443`)}}}`,
      ),
      "users:",
      ...each((secret, at) => `- {name: u${at}, user: {username: a, password: ${quote(secret)}, token: ""}}`),
    ]),
    ".aws/config": lines(
      each((secret, at) => `[profile p${at}]\nsso_start_url = https://a:${secret}@sso.example.com/start`),
    ),
    ".gitconfig": lines(
      each(
        (secret, at) =>
          `[url ${quote(`https://a:${secret}@git.example.com/`)}]\n\tinsteadOf = https://g${at}.example.com/`,
      ),
    ),
    ".claude.json": quote2({ mcpServers: mcp(each) }),
    ".cursor/mcp.json": quote2({ mcpServers: mcp(each) }),
    ".codex/config.toml": lines(
      each((secret, at) => `[mcp_servers.o${at}]\nurl = ${quote(`https://a:${secret}@x.example.com/`)}`),
    ),
  };
}

function homeLogins(each: Each): Tree {
  const address = (secret: string) => `https://baker:${secret}@pypi.example.com/simple`;
  return {
    ".docker/config.json": quote2({
      auths: Object.fromEntries([
        ...each((secret) => secret).map((secret, at) => [
          `r${at}.example.com`,
          { auth: Buffer.from(`baker:${secret}`).toString("base64"), password: secret },
        ]),
        ...each((secret) => `https://baker:${secret}@r.example.com/v1/`).map((key) => [
          key,
          { auth: "eA==" },
        ]),
      ]),
    }),
    ".netrc": lines([
      ...each((secret, at) => `machine q${at}.example.com login baker password ${quote(secret)}`),
      ...each((secret, at) => `machine h${at}.example.com login baker password ${secret}`),
    ]),
    ".npmrc": lines([
      ...each(
        (secret) => `//npm.example.com/:_password=${quote(secret)}\nregistry=${address(secret)}\n_auth=x`,
      ),
      ...each((secret) => `//baker:${secret}@npm.example.com/:_authToken=x`),
    ]),
    ".yarnrc.yml": lines([
      "npmRegistries:",
      ...each((secret) => `  ${quote(address(secret))}:\n    npmAuthToken: x`),
    ]),
    ".config/pip/pip.conf": lines([
      "[global]\nextra-index-url =",
      ...each((secret) => `    ${address(secret)}`),
      ...each((secret, at) => `[p${at}]\nindex-url = ${address(secret)}`),
    ]),
    ".pypirc": lines(
      each((secret, at) => `[p${at}]\nrepository = ${address(secret)}\nusername = b\npassword = ${secret}`),
    ),
    ".git-credentials": lines([
      ...each((secret) => `https://baker:${secret}@git.example.com/x`),
      ...each((secret) => `https://${secret}@git.example.com`),
    ]),
    ".cargo/credentials.toml": lines(each((secret, at) => `[registries.r${at}]\ntoken = ${quote(secret)}`)),
    ".config/gh/hosts.yml": lines(
      each((secret) => `${quote(address(secret))}:\n    oauth_token: ${quote(secret)}`),
    ),
  };
}

function quote2(value: object): string {
  return JSON.stringify(value, undefined, 2);
}

function projectFiles(each: Each): Tree {
  return {
    ".env": lines([
      ...each((secret, at) => `DATABASE_${at}_URL=postgres://u:${secret}@h/d`),
      ...each((secret, at) => `PASSWORD_${at}=${quote(secret)}`),
      ...each((secret) => `broken ${secret}`),
    ]),
    ".mcp.json": quote2({ mcpServers: mcp(each) }),
    ".vscode/mcp.json": quote2({ servers: mcp(each) }),
    ".gitmodules": lines(
      each(
        (secret, at) =>
          `[submodule "m${at}"]\n\tpath = m${at}\n\turl = ${quote(`https://u:${secret}@git.example.com/m.git`)}`,
      ),
    ),
    Procfile: lines(each((secret, at) => `p${at}: serve --db postgres://u:${secret}@h/d`)),
    "README.md": "# Bakery\n",
    "orchestra.config.json": quote2({
      detectors: each((secret) => secret).map((secret, at) => ({
        id: `x-${at}`,
        resourceType: "oven",
        command: { program: "sh", arguments: ["-c", `curl https://u:${secret}@h/`] },
      })),
    }),
  };
}

function packageFiles(each: Each): Tree {
  const named = (toText: (secret: string) => string) =>
    Object.fromEntries(each((secret) => toText(secret)).map((text, at) => [`oven-${at}`, text]));
  return {
    "package.json": quote2({
      name: "bakery",
      repository: { type: "git", url: each((secret) => `https://u:${secret}@git.example.com/b.git`)[0] },
      dependencies: {
        ...named((secret) => `git+https://u:${secret}@git.example.com/x.git#v1`),
        stripe: each((secret) => `https://u:${secret}@h/x.tgz`).at(0),
        openai: each((secret) => `https://u:${secret}@h/x.tgz`).at(3),
      },
    }),
    "requirements.txt": lines([
      ...each((secret) => `--index-url https://u:${secret}@pypi.example.com/simple`),
      ...each((secret) => `openai @ https://u:${secret}@pypi.example.com/o.whl`),
      ...each((secret) => `git+https://u:${secret}@git.example.com/boto3.git#egg=boto3`),
    ]),
    "pyproject.toml": lines([
      '[project]\nname = "bakery"\ndependencies = [',
      ...each((secret) => `${quote(`openai @ https://u:${secret}@pypi.example.com/o.whl`)},`),
      "]",
      ...each((secret) => `[[tool.uv.index]]\nurl = ${quote(`https://u:${secret}@pypi.example.com/`)}`),
    ]),
    ".npmrc": lines(each((secret) => `registry=https://u:${secret}@npm.example.com/\n_authToken=x`)),
  };
}

function deployFiles(each: Each): Tree {
  const address = (secret: string) => `https://u:${secret}@host.example.com/x.git`;
  const hcl = (text: string) => quote(text).replaceAll("${", "$${").replaceAll("%{", "%%{");
  return {
    "docker-compose.yml": lines([
      "services:",
      ...each(
        (secret, at) =>
          `  s${at}:\n    image: x:1\n    build: ${quote(address(secret))}\n    environment:\n      P_PASSWORD: ${quote(secret)}\n    command: ${quote(`serve ${address(secret)}`)}`,
      ),
      ...each(
        (secret, at) =>
          `  l${at}:\n    image: x:1\n    environment:\n      - ${quote(`P_PASSWORD=${secret}`)}\n    healthcheck: {test: [CMD, curl, ${quote(address(secret))}]}`,
      ),
    ]),
    "main.tf": lines([
      ...each((secret, at) => `module "g${at}" {\n  source = ${hcl(`git::${address(secret)}?ref=v1`)}\n}`),
      ...each(
        (secret, at) => `module "t${at}" {\n  source = ${hcl(`https://${secret}@h.example.com/m.zip`)}\n}`,
      ),
    ]),
    ...Object.fromEntries(
      each(
        (secret) => `terraform {\n  backend "http" {\n    address = ${hcl(address(secret))}\n  }\n}\n`,
      ).map((text, at) => [`state-${at}/main.tf`, text]),
    ),
    Dockerfile: lines([
      "FROM node:20",
      ...each((secret) => `ADD ${address(secret)} /x`),
      ...each((secret) => `ENV DATABASE_URL=${quote(address(secret))}`),
      ...each((secret, at) => `ARG REGISTRY_${at}=${quote(address(secret))}`),
    ]),
    ".devcontainer/devcontainer.json": quote2({
      image: "x",
      containerEnv: Object.fromEntries(each(address).map((text, at) => [`A${at}`, text])),
      features: Object.fromEntries(each(address).map((text) => [text, {}])),
    }),
    ".github/workflows/ci.yml": lines([
      "on: push\njobs:\n  b:\n    runs-on: x\n    steps:",
      ...each((secret) => `      - run: ${quote(`curl ${address(secret)}`)}`),
      ...each((secret) => `      - uses: a/b@v1\n        env: {U: ${quote(address(secret))}}`),
    ]),
  };
}
