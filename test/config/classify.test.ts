import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { classifySecret } from "../../src/config/secrets/classify.ts";

const base62 = (length: number) =>
  Array.from(
    randomBytes(length),
    (byte) => "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"[byte % 62],
  ).join("");
const hex = (length: number) => randomBytes(length).toString("hex").slice(0, length);
const upper = (length: number) =>
  Array.from(randomBytes(length), (byte) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"[byte % 32]).join("");

/** One of each provider's shape, put together here and valid nowhere, under a name that says nothing. */
test.each([
  ["aws_access_key_id", `AKIA${upper(16)}`],
  ["github_token", `ghp_${base62(36)}`],
  ["github_token", `github_pat_${base62(82)}`],
  ["gitlab_token", `glpat-${base62(20)}`],
  ["slack_token", `xoxb-${hex(12)}-${base62(24)}`],
  ["slack_webhook", `https://hooks.slack.com/services/T0000/B0000/${base62(24)}`],
  ["stripe_key", `sk_live_${base62(24)}`],
  ["anthropic_key", `sk-ant-api03-${base62(80)}`],
  ["openai_key", `sk-proj-${base62(48)}`],
  ["gcp_api_key", `AIza${base62(35)}`],
  ["gcp_api_key", `AIza${base62(34)}-`],
  ["google_oauth_secret", `GOCSPX-${base62(28)}`],
  ["google_access_token", `ya29.${base62(60)}`],
  ["sendgrid_key", `SG.${base62(22)}.${base62(43)}`],
  ["twilio_key", `SK${hex(32)}`],
  ["mailgun_key", `key-${hex(32)}`],
  ["mailchimp_key", `${hex(32)}-us12`],
  ["npm_token", `npm_${base62(36)}`],
  ["pypi_token", `pypi-${base62(90)}`],
  ["docker_token", `dckr_pat_${base62(27)}`],
  ["hugging_face_token", `hf_${base62(34)}`],
  ["databricks_token", `dapi${hex(32)}`],
  ["digitalocean_token", `dop_v1_${hex(64)}`],
  ["shopify_token", `shpat_${hex(32)}`],
  ["linear_key", `lin_api_${base62(40)}`],
  ["vault_token", `hvs.${base62(24)}`],
  ["new_relic_key", `NRAK-${base62(27)}`],
  ["grafana_token", `glsa_${base62(32)}_${hex(8)}`],
  ["postman_key", `PMAK-${hex(24)}-${hex(34)}`],
  ["telegram_token", `123456789:AA${base62(33)}`],
  ["azure_account_key", `DefaultEndpointsProtocol=https;AccountName=a;AccountKey=${base62(86)}==`],
  ["json_web_token", `eyJhbGciOiJIUzI1NiJ9.eyJ${base62(20)}.${base62(43)}`],
  ["private_key", ["BEGIN", "END"].map((word) => `-----${word} RSA PRIVATE KEY-----`).join("\nabc\n")],
  ["url_password", "postgresql://baker:rye#1@db.internal:5432/bakery"],
  ["url_password", "${DB:-postgresql://baker:crumb@db/bakery}"],
  ["url_password", "postgresql://baker:crumb and rye@db/bakery"],
  ["url_password", "postgresql://baker:crumb"],
  ["url_password", "redis://:crumb@cache:6379"],
  ["url_password", "jdbc:postgresql://db:5432/bakery?user=baker&password=crumb"],
])("%s", (kind, value) => {
  expect(classifySecret("OVEN_SETTING", value, false)).toBe(kind);
});

test.each([
  ["POSTGRES_PASSWORD", "crumb"],
  ["database.password", "crumb"],
  ["apiKey", "crumb-1"],
  ["SESSION_SECRET", "${SESSION_SECRET:-crumb}"],
  ["aws.secretAccessKey", "crumb/1+2"],
  ["PGPASSWORD", "crumb"],
  ["LDAP_UID_PASSWORD", "crumb"],
  ["FINGERPRINT_SECRET", "crumb-1"],
  ["DB_PASSWORD_2", "/crumb"],
  ["PASSWORD_PROD", "a://b"],
  ["DB_PASSWORD", "12345"],
  ["AWS_SECRET_ACCESS_KEY", `/wJ${base62(36)}1aB`],
])("%s is a secret by its name", (key, value) => {
  expect(classifySecret(key, value, false)).toBe("name");
});

test.each([
  ["POSTGRES_PASSWORD", "changeme"],
  ["POSTGRES_PASSWORD", ""],
  ["API_KEY", "<your-key>"],
  ["API_KEY", "xxx"],
  ["API_KEY", "$OVEN_KEY"],
  ["API_KEY", "${{ secrets.OVEN_KEY }}"],
  ["API_KEY", "$(cat key)"],
  ["OPENAI_API_KEY", "sk-xxxxxxxxxxxxxxxxxxxxxxxxxxxx"],
  ["TOKEN_LIMIT", "4096"],
  ["MAX_TOKENS", "200"],
  ["AUTH_TOKEN_URL", "https://login.example.com/token"],
  ["TLS_PRIVATE_KEY", "/etc/tls/private.pem"],
  ["NEXT_PUBLIC_API_KEY", "pk_bread"],
  ["USE_AUTH", "true"],
  ["AUTH", "oauth2"],
  ["GIT_SHA", "0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c"],
  ["IMAGE", "gcr.io/bakery/oven:v1.2.3"],
  ["OVEN_ID", "3f2504e0-4f89-11d3-9a0c-0305e82c3301"],
  ["DATABASE_URL", "postgresql://db.internal:5432/bakery"],
  ["ORIGIN", "http://localhost:3000/@baker"],
  ["ORIGIN", "http://localhost:${PORT}/x"],
  ["MODULE", "git::https://git.example.com/bakery/oven.git?ref=v1@2"],
  ["IMAGE", "docker://alpine:3.8"],
  ["MIN_PASSWORD", "8"],
  ["OVEN_GPG_KEY_UID", "A2AC7132B5DA7C273A7A147665F4A8CA9769ECD7"],
  ["DATABASE_URL", "postgresql://baker:${PASSWORD}@db/bakery"],
])("%s=%s is no secret", (key, value) => {
  expect(classifySecret(key, value, false)).toBeUndefined();
});

test("a number is a password too", () => {
  expect(classifySecret("db.password", 12_345, false)).toBe("name");
  expect(classifySecret("db.port", 5_432, false)).toBeUndefined();
});

test("what its own file calls sensitive is a secret, and so is a list with one in it", () => {
  expect(classifySecret("oven", "crumb", true)).toBe("declared_sensitive");
  expect(classifySecret("ovens", [{ password: "crumb" }], false)).toBe("name");
});
