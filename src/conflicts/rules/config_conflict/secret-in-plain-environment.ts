import type { ConfigEntry } from "../../../model/config-entry.ts";
import { isFixture, isVendored } from "../../paths.ts";
import type { ConflictRule } from "../../rule.ts";

/** Secrets that a manifest hands to a process in the open, where the platform has a place for them. */
export const secretInPlainEnvironment: ConflictRule = {
  rule: "secret_in_plain_environment",
  conflictType: "config_conflict",
  severity: "medium",
  title: "A secret in the open environment of a deployment",
  reads: ["configuration", "facts"],
  strategies: ["manual", "keep_all"],
  evidence: { key: "the variable", kind: "what told it; never the value" },
  find: ({ entries, committedSecrets }) => {
    const told = new Set(committedSecrets.map(({ file, line }) => `${file}:${line}`));
    return entries.flatMap((entry) => {
      const { key, secret, source } = entry;
      const { file = "", line = 1 } = source;
      // The text of a key begins on the line after its name.
      const isTold = [line, line + 1].some((at) => told.has(`${file}:${at}`));
      if (secret === undefined || !isOpen(entry) || isTold) return [];
      // What is random may be the name of something, or what every visitor gets.
      const isGuess = secret.kind === "entropy";
      return [
        {
          about: [file, key, String(entry.environment)],
          message: `${file} hands the secret ${key} to a process in the open`,
          hint: "Keep it where the platform keeps secrets (secretKeyRef, secrets.*, Secret Manager, `secrets:` of compose) and refer to it.",
          places: [{ file, line, key }],
          evidence: { key, kind: secret.kind },
          ...(FOR_TRIALS.test(file) || isGuess ? { severity: "low" as const } : {}),
        },
      ];
    });
  },
};

/** Everybody has what tests and developers' machines run with. */
const FOR_TRIALS =
  /[._-](example|sample)(\.\w+)?$|(^|\/)\.env\.(dev|development|local|tests?|ci)(\.\w+)?$|(^|\/)tests?[-_.][^/]*$|(^|\/)\.github\/(?!workflows\/)|[._-](tests?|ci|e2e|integration|cypress|playwright|puppeteer)(\.[\w-]+){1,2}$|(^|\/)(\.?(ci|dev|local|development)|([\w-]+-)?e2e(-[\w-]+)?)\/|(^|\/)\.github\/workflows\/([\w-]*[._-])?(tests?|ci|e2e|integration|unit|checks?|lint|build|pr|pull[-_]request|cypress|playwright)([._-][\w-]*)*\.ya?ml$/i;

/** Told by a name alone, a short one is a development password that everybody knows, and a long one a document. */
const LEAST_BY_NAME = 16;
const MOST_BY_NAME = 400;

function isOpen({
  source: { kind, file = "" },
  key,
  secret,
  isPlaceholder,
  isExpression,
}: ConfigEntry): boolean {
  if (isVendored(file) || isFixture(file) || isPlaceholder === true || isExpression === true) return false;
  if (/(^|\/)(examples?|samples?|docs?|demos?|tutorials?|quickstarts?)\//i.test(file)) return false;
  const isGuessed = secret?.kind === "name" || secret?.kind === "url_password" || secret?.kind === "entropy";
  if (!isGuessed) return IN_MANIFESTS.has(kind);
  const isCalledSecret =
    /key|secret|token|passw|credential/i.test(key) && !/public|(site|cache)_?key|known_hosts|cert/i.test(key);
  if (secret.kind === "entropy") return isCalledSecret && IN_MANIFESTS.has(kind);
  const mayBeOne = secret.length >= LEAST_BY_NAME && secret.length <= MOST_BY_NAME;
  return isCalledSecret && (kind === "kubernetes" || kind === "app_engine") && mayBeOne;
}

const IN_MANIFESTS: ReadonlySet<string> = new Set([
  "kubernetes",
  "app_engine",
  "compose",
  "devcontainer",
  "github_workflow",
]);
