import { randomBytes, randomInt } from "node:crypto";
import { expect, test } from "vitest";
import type { ConfigEntry } from "../../src/model/config-entry.ts";
import { createMachine } from "../support/command.ts";
import { writeTree } from "../support/folders.ts";

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

function letters(length: number, alphabet = LETTERS): string {
  return Array.from({ length }, () => alphabet.charAt(randomInt(alphabet.length))).join("");
}

function hex(length: number): string {
  return randomBytes(length).toString("hex").slice(0, length);
}

/** A part of a token that would tell it: kept apart, so that nothing in this file looks like one. */
function mark(text: string): string {
  return text;
}

const UPPER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/** Put together at run time, by the published form of each provider's tokens. */
const SHAPES: readonly (readonly [provider: string, make: () => string])[] = [
  ["aws", () => `AK${mark("IA")}${letters(16, UPPER)}`],
  ["github", () => `gh${mark("p_")}${letters(36)}`],
  ["github fine", () => `github${mark("_pat_")}${letters(22)}_${letters(59)}`],
  ["gitlab", () => `gl${mark("pat-")}${letters(20)}`],
  ["slack", () => `xo${mark("xb-")}${randomInt(1e11)}-${randomInt(1e11)}-${letters(24)}`],
  [
    "slack webhook",
    () => `https://hooks.slack.com/services/T${letters(8, UPPER)}/B${letters(8, UPPER)}/${letters(24)}`,
  ],
  ["stripe", () => `sk${mark("_live_")}${letters(24)}`],
  ["anthropic", () => `sk-${mark("ant-api03-")}${letters(93)}-${letters(6)}AA`],
  ["openai", () => `sk-${mark("proj-")}${letters(20)}T3Bl${letters(20)}`],
  ["google api", () => `AI${mark("za")}${letters(35)}`],
  ["google oauth", () => `GOC${mark("SPX-")}${letters(28)}`],
  ["sendgrid", () => `SG${mark(".")}${letters(22)}.${letters(43)}`],
  ["twilio", () => `S${mark("K")}${hex(32)}`],
  ["mailgun", () => `ke${mark("y-")}${hex(32)}`],
  ["mailchimp", () => `${hex(32)}-us${randomInt(1, 20)}`],
  ["npm", () => `np${mark("m_")}${letters(36)}`],
  ["pypi", () => `py${mark("pi-")}AgEIcHlwaS5vcmc${letters(70)}`],
  ["hugging face", () => `h${mark("f_")}${letters(34, LETTERS.slice(0, 52))}`],
  ["databricks", () => `da${mark("pi")}${hex(32)}`],
  ["digitalocean", () => `do${mark("p_v1_")}${hex(64)}`],
  ["shopify", () => `sh${mark("pat_")}${hex(32)}`],
  ["linear", () => `lin${mark("_api_")}${letters(40)}`],
  ["vault", () => `hv${mark("s.")}${letters(24)}`],
  ["new relic", () => `NR${mark("AK-")}${letters(27, UPPER)}`],
  ["grafana", () => `gl${mark("sa_")}${letters(32)}_${hex(8)}`],
  ["doppler", () => `dp${mark(".pt.")}${letters(43)}`],
  ["postman", () => `PM${mark("AK-")}${hex(24)}-${hex(34)}`],
  ["telegram", () => `${randomInt(1e9, 9e9)}:A${mark("A")}${letters(33)}`],
  [
    "azure storage",
    () =>
      `DefaultEndpointsProtocol=https;AccountName=a;Account${mark("Key=")}${randomBytes(64).toString("base64")}`,
  ],
  ["azure ad", () => `${letters(3)}8${mark("Q~")}${letters(34)}`],
  ["supabase", () => `sb${mark("p_")}${hex(40)}`],
  ["groq", () => `gs${mark("k_")}${letters(52)}`],
  ["jwt", () => `ey${mark("J")}${letters(30)}.ey${mark("J")}${letters(60)}.${letters(43)}`],
  [
    "private key",
    () => `-----BEGIN RSA PRIVATE${mark(" KEY")}-----${letters(64)}-----END RSA PRIVATE KEY-----`,
  ],
  ["atlassian", () => `ATA${mark("TT3")}xFfGF0${letters(60)}=${hex(8).toUpperCase()}`],
  ["figma", () => `fig${mark("d_")}${letters(40)}`],
  ["notion", () => `nt${mark("n_")}${randomInt(1e10, 9e10)}${letters(35)}`],
  ["airtable", () => `pa${mark("t")}${letters(14)}.${hex(64)}`],
  ["netlify", () => `nf${mark("p_")}${letters(36)}`],
  ["pulumi", () => `pu${mark("l-")}${hex(40)}`],
  ["planetscale", () => `psc${mark("ale_tkn_")}${letters(40)}`],
  ["age", () => `AGE-SECRET${mark("-KEY-1")}${letters(58, "QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L")}`],
  ["xai", () => `xa${mark("i-")}${letters(80)}`],
  ["discord webhook", () => `https://discord.com/api/webhooks/${randomInt(1e14)}/${letters(68)}`],
  ["url password", () => `postgres://baker:${letters(12)}@db.test/bakery`],
];

const SOURCES = [
  "environment",
  ".env",
  "config/a.json",
  "config/b.yaml",
  "config/c.toml",
  "config/d.ini",
  "infra/terraform.tfvars",
  "infra/main.tf",
  "compose.yaml",
  "k8s/map.yaml",
  "app.yaml",
  ".github/workflows/ci.yml",
  ".devcontainer/devcontainer.json",
] as const;

interface Planted {
  readonly key: string;
  readonly secret: string;
  readonly provider: string;
  readonly source: (typeof SOURCES)[number];
}

function plantAll(): readonly Planted[] {
  return Array.from({ length: Math.max(100, SHAPES.length * 2) }, (_, at) => {
    const [provider, make] = SHAPES[at % SHAPES.length] ?? ["", () => ""];
    const source = SOURCES[(at + Math.floor(at / SHAPES.length)) % SOURCES.length] ?? ".env";
    return { key: `SETTING_${at}`, secret: make(), provider, source };
  });
}

function textOf(source: Planted["source"], planted: readonly Planted[]): string {
  const lines = (write: (key: string, value: string) => string) =>
    planted.map(({ key, secret }) => `${write(key, JSON.stringify(secret))}\n`).join("");
  const object = JSON.stringify(
    Object.fromEntries(planted.map(({ key, secret }) => [key, secret])),
    undefined,
    1,
  );
  switch (source) {
    case "config/a.json":
      return object;
    case ".devcontainer/devcontainer.json":
      return `{"containerEnv": ${object}}`;
    case "config/b.yaml":
      return lines((key, value) => `${key}: ${value}`);
    case "app.yaml":
      return `runtime: x\nenv_variables:\n${lines((key, value) => `  ${key}: ${value}`)}`;
    case "k8s/map.yaml":
      return `apiVersion: v1\nkind: ConfigMap\ndata:\n${lines((key, value) => `  ${key}: ${value}`)}`;
    case "compose.yaml":
      return `services:\n  web:\n    environment:\n${lines((key, value) => `      ${key}: ${value}`)}`;
    case ".github/workflows/ci.yml":
      return `on: push\nenv:\n${lines((key, value) => `  ${key}: ${value}`)}`;
    case "infra/main.tf":
      return lines((key, value) => `variable "${key}" {\n  default = ${value}\n}`);
    case "config/d.ini":
      return planted.map(({ key, secret }) => `${key} = ${secret}\n`).join("");
    case "config/c.toml":
    case "infra/terraform.tfvars":
      return lines((key, value) => `${key} = ${value}`);
    case ".env":
    case "environment":
      return lines((key, value) => `${key}=${value}`);
  }
}

test("a hundred secrets of forty providers, under names that say nothing, are all told and none is shown", async () => {
  const planted = plantAll();
  const of = (source: string) => planted.filter((one) => one.source === source);
  const machine = createMachine(
    Object.fromEntries(of("environment").map(({ key, secret }) => [key, secret])),
  );
  const files = SOURCES.filter((source) => source !== "environment" && source !== "infra/main.tf");
  writeTree(
    machine.root,
    Object.fromEntries([...files, "infra/main.tf" as const].map((path) => [path, textOf(path, of(path))])),
  );
  const { stdout, stderr } = await machine.run("setup", "--config", "--json");
  const entries: readonly ConfigEntry[] = JSON.parse(stdout).data.config.entries;
  const told = new Set(entries.filter(({ isSecret }) => isSecret).map(({ key }) => key));
  const missed = planted
    .filter(({ key }) => !told.has(key))
    .map(({ provider, source }) => `${provider} in ${source}`);
  expect(missed).toEqual([]);
  const output = stdout + stderr + (await machine.run("config", "list")).stdout;
  const shown = planted.filter(({ secret }) => {
    const parts = [secret.slice(-10), secret.slice(0, 10).length === 10 ? secret.slice(4, 16) : secret];
    return parts.some((part) => output.includes(part));
  });
  expect(shown.map(({ provider, source }) => `${provider} in ${source}`)).toEqual([]);
  expect(new Set(planted.map(({ provider }) => provider)).size).toBeGreaterThanOrEqual(40);
});
