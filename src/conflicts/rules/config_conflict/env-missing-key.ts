import type { ConfigEntry } from "../../../model/config-entry.ts";
import type { ConflictFinding } from "../../../model/conflict.ts";
import type { Snapshot, SnapshotUsage } from "../../../model/snapshot.ts";
import { folderOf, groupsBy, isFixture, isVendored } from "../../paths.ts";
import { fileOfFinding } from "../../causes.ts";
import type { ConflictRule } from "../../rule.ts";

/** Keys that a template names or that code reads without a default, and that nothing defines. */
export const envMissingKey: ConflictRule = {
  rule: "env_missing_key",
  conflictType: "config_conflict",
  severity: "medium",
  title: "A key that nothing defines",
  reads: ["configuration", "usages"],
  strategies: ["merge", "manual", "keep_all"],
  evidence: {
    key: "the key",
    files: "the real files beside the template",
    template: "the template that does not name it",
  },
  causeOf: fileOfFinding,
  find: (snapshot) => [...inTemplates(snapshot), ...inCode(snapshot)],
};

/** Of templates beside a real file: one is enough to keep the contract. */
function inTemplates({ entries }: Snapshot): readonly ConflictFinding[] {
  const dotenv = entries.filter(isKept);
  const real = dotenv.filter(({ layer }) => layer !== "dotenv_template");
  return groupsBy([...dotenv, ...dotenv], ({ scope }) => scope).flatMap((twice) => {
    const group = [...new Set(twice)];
    const { scope = "." } = group[0] ?? {};
    const files = [
      ...new Set(real.filter((entry) => entry.scope === scope).map(({ source }) => source.file ?? "")),
    ];
    const defined = new Set(
      real.filter((entry) => entry.scope === scope || isAbove(entry.scope, scope)).map(({ key }) => key),
    );
    if (!files.some((file) => /(^|\/)\.env$/.test(file))) return [];
    const absent = group.filter(
      ({ layer, key, environment, source }) =>
        layer === "dotenv_template" &&
        environment === "all" &&
        !VARIANT.test(source.file ?? "") &&
        !defined.has(key),
    );
    const asked = new Set(group.flatMap(({ layer, key }) => (layer === "dotenv_template" ? key : [])));
    const isOfAnother = asked.size >= STRANGERS && ![...asked].some((key) => defined.has(key));
    return absent.map(({ key, source: { file = "", line = 1 } }) => ({
      about: [file, key],
      message: `${key} is in ${file} and in no .env file beside it`,
      hint: "Set it there, or take it out of the template if nothing needs it.",
      places: [{ file, line, key }, ...files.map((kept) => ({ file: kept, key }))],
      evidence: { key, files },
      ...(isOfAnother ? { severity: "low" as const } : {}),
    }));
  });
}

/** A template of so many keys, none of which is set beside it, was left by another program. */
const STRANGERS = 4;

/** `.env.one-bucket-example`, `.example.edge.env`: for one way of running things among others. */
const VARIANT =
  /\.env[._-][\w-]+[._-](example|sample|template|dist|defaults?)$|\.(example|sample|template)[._-][\w-]+[._-]env$/i;

function isKept({ source: { kind, file = "" } }: ConfigEntry): boolean {
  return kind === "dotenv" && !isVendored(file) && !isFixture(file);
}

/**
 * Of code whose folder, or one above it, says in a template which variables there are, a name it does not know. A template
 * that knows few of the names that are read is no list of them.
 */
function inCode(snapshot: Snapshot): readonly ConflictFinding[] {
  return unnamedReads(snapshot)
    .filter(({ key }) => !snapshot.setElsewhere.has(key))
    .map(toUnknown);
}

/** Names that code reads and no configuration knows, beside the template that should: what is asked of the rest of the tree. */
export function unnamedKeys(snapshot: Pick<Snapshot, "usages" | "entries">): readonly string[] {
  return [...new Set(unnamedReads(snapshot).map(({ key }) => key))];
}

interface UnnamedRead {
  readonly key: string;
  readonly read: readonly [SnapshotUsage, ...SnapshotUsage[]];
  readonly template: string;
  /** True where the template lacks so many that it hardly was meant to name them. */
  readonly isOneOfMany: boolean;
}

function unnamedReads({ usages, entries }: Pick<Snapshot, "usages" | "entries">): readonly UnnamedRead[] {
  const known = new Set(entries.filter(({ source }) => source.kind !== "environment").map(({ key }) => key));
  const templates = entries.filter((entry) => entry.layer === "dotenv_template" && isKept(entry));
  const scopes = new Map(templates.map(({ scope, source }) => [scope, source.file ?? ""]));
  const wanted = usages.filter(
    ({ hasDefault, isTest, key, file }) =>
      !hasDefault && !isTest && !isGiven(key, file) && /[A-Z]/.test(key) && !isVendored(file),
  );
  return [...scopes].flatMap(([scope, template]) => {
    const read = wanted.filter((usage) => nearest(usage, scopes) === scope);
    const names = new Set(read.map(({ key }) => key));
    const unknown = [...names].filter((key) => !known.has(key));
    if (unknown.length > names.size * MOST_UNKNOWN) return [];
    return unknown.flatMap((key) => {
      const [first, ...others] = read.filter((usage) => usage.key === key);
      const isOneOfMany = unknown.length >= MANY;
      return first === undefined ? [] : [{ key, read: [first, ...others], template, isOneOfMany }];
    });
  });
}

/** Of the names that are read: beyond that share a template is not meant to name them all. */
const MOST_UNKNOWN = 0.4;

/** So many are not forgotten, but left to those who need them. */
const MANY = 8;

function toUnknown({ key, read, template, isOneOfMany }: UnnamedRead): ConflictFinding {
  // Of any other read nobody can tell whether the program does without.
  const isCertain = read.some(({ isNeeded }) => isNeeded);
  return {
    about: [template, key],
    message: `${key} is read by ${read[0].file} without a default, and no configuration names it`,
    hint: `Name it in ${template}, or give it a default.`,
    places: [...read.map(({ file, line }) => ({ file, line, key })), { file: template, key }],
    evidence: { key, template },
    ...(!isCertain || isOneOfMany ? { severity: "low" as const } : {}),
  };
}

/** What the system, a shell, a CI service or a runtime sets, and what a standard gives a default: OpenTelemetry's. */
const OF_SYSTEM =
  /^(HOME|PATH|PWD|USER|USERNAME|LOGNAME|SHELL|TERM|LANG|LC_\w+|TZ|TMPDIR|TEMP|TMP|HOSTNAME|EDITOR|DISPLAY|DEBUG|CI|NODE_\w+|npm_\w+|GITHUB_\w+|GITLAB_\w+|CIRCLE\w*|(NEXT_PUBLIC_|NUXT_PUBLIC_|PUBLIC_|VITE_|REACT_APP_)?VERCEL\w*|RUNNER_\w+|BUILD_\w+|K_\w+|PORT|PUBLIC_URL|EAS_BUILD\w*|XDG_\w+|OTEL_\w+|APPDATA|LOCALAPPDATA|ProgramFiles.*|SystemRoot|COLORTERM|NO_COLOR|FORCE_COLOR|VITEST\w*|JEST_\w+|PYTEST_\w+|PYTHON\w*|VIRTUAL_ENV|KUBERNETES_\w+|AWS_((LAMBDA|EXECUTION)_\w+|(DEFAULT_)?REGION|PROFILE|SESSION_TOKEN)|GCP_PROJECT|GCLOUD_PROJECT|GOOGLE_CLOUD_PROJECT|NEXT_RUNTIME|FLY_(APP_NAME|MACHINE_ID|ALLOC_ID|REGION|PUBLIC_IP|PRIVATE_IP|IMAGE_REF|PROCESS_GROUP|MACHINE_VERSION)|RAILWAY_\w+|RENDER(_\w+)?|DYNO|HEROKU_\w+|NETLIFY\w*|DEPLOY_(URL|PRIME_URL)|CF_PAGES\w*|WEBSITE_\w+|ECS_\w+|GAE_\w+|FUNCTION_\w+|CLOUD_RUN_\w+|BUILDKITE\w*|JENKINS_\w+|TRAVIS\w*|CODEBUILD_\w+|BITBUCKET_\w+|TEAMCITY_\w+)$/;

/** What Cargo sets when it compiles a crate or runs its build script. */
const OF_CARGO =
  /^(CARGO\w*|RUSTC\w*|RUSTDOC|RUSTFLAGS|OUT_DIR|TARGET|HOST|PROFILE|OPT_LEVEL|NUM_JOBS|DEP_\w+)$/;

function isGiven(key: string, file: string): boolean {
  return OF_SYSTEM.test(key) || (file.endsWith(".rs") && OF_CARGO.test(key));
}

function nearest({ file }: SnapshotUsage, scopes: ReadonlyMap<string, string>): string | undefined {
  for (let folder = folderOf(file); ; folder = folderOf(folder)) {
    if (scopes.has(folder)) return folder;
    if (folder === ".") return undefined;
  }
}

function isAbove(folder: string, scope: string): boolean {
  return folder === "." || scope.startsWith(`${folder}/`);
}
