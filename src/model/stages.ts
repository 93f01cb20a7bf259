/** Names of stages and what they are also called. The table in docs/configuration.md is made of it. */
const STAGE_ALIASES: Readonly<Record<string, readonly string[]>> = {
  development: ["development", "develop", "dev"],
  staging: ["staging", "stage", "stg"],
  production: ["production", "prod", "prd", "live"],
  test: ["test", "testing", "ci", "e2e"],
  preview: ["preview"],
  qa: ["qa"],
  uat: ["uat"],
  sandbox: ["sandbox"],
};

const STAGES: ReadonlyMap<string, string> = new Map(
  Object.entries(STAGE_ALIASES).flatMap(([stage, aliases]) =>
    aliases.map((alias) => [alias, stage] as const),
  ),
);

/** Folders below which the next folder names a stage. */
const STAGE_FOLDERS = new Set(["environments", "environment", "envs", "env", "overlays", "stages", "stage"]);

/** Names of stages by the words for them, in lower case. */
export type StageAliases = ReadonlyMap<string, string>;

/** The stage that a word names, by its name or an alias; undefined for any other word. */
export function stageOf(word: string, aliases: StageAliases = STAGES): string | undefined {
  const lower = word.toLowerCase();
  return aliases.get(lower) ?? STAGES.get(lower);
}

/**
 * The stage that a configuration file is for, told by its path alone: `.env.production`, `prod.tfvars`,
 * `config/staging.yaml`, `environments/dev/main.tf`, `overlays/prod/kustomization.yaml`.
 */
export function stageOfPath(path: string, aliases: StageAliases = STAGES): string | undefined {
  const folders = path.toLowerCase().split("/");
  const name = folders.pop() ?? "";
  const folder = folders.find(
    (_, index) => STAGE_FOLDERS.has(folders[index - 1] ?? "") && stageOf(folders[index] ?? "", aliases),
  );
  const ofFolder = folder === undefined ? undefined : stageOf(folder, aliases);
  return stageOfName(name, folders, aliases) ?? ofFolder;
}

function stageOfName(name: string, folders: readonly string[], aliases: StageAliases): string | undefined {
  const firstStage = (candidates: readonly string[]) =>
    candidates.map((word) => stageOf(word, aliases)).find((stage) => stage !== undefined);
  const parts = name.split(".");
  if (name.startsWith(".env.")) return firstStage(parts.slice(2));
  if (name.endsWith(".tfvars") || name.endsWith(".tfvars.json") || name.endsWith(".env"))
    return firstStage(parts.slice(0, -1).flatMap(words));
  if (/^(docker-)?compose[.-]/.test(name)) return firstStage(parts.slice(0, -1).flatMap(words));
  const isSettings = /^(config|settings|appsettings|application|values)[.-]/.test(name);
  if (isSettings) return firstStage(parts.slice(0, -1).flatMap(words).slice(1));
  const isInConfig = /^(config|configs|conf|settings)$/.test(folders.at(-1) ?? "");
  return isInConfig && parts.length === 2 ? stageOf(parts[0] ?? "", aliases) : undefined;
}

function words(part: string): readonly string[] {
  return part.split(/[-_]/);
}
