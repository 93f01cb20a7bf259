import { posix } from "node:path";
import type { ConfigSourceKind } from "../../model/config-entry.ts";
import type { StructuredFormat } from "../../model/document.ts";
import { stageOf } from "../../model/stages.ts";
import { flatten } from "./flatten.ts";
import type { FileSource } from "./types.ts";

/** Names of files that hold an application's own settings; `config.production.json` and `settings-dev.toml` are meant too. */
const NAMES =
  /^(config|configuration|settings|appsettings|app[-_]?config|application|local[-_]settings|parameters|env)([.-][\w-]+)*$/;

/** Folders all of whose structured files are settings. */
const FOLDERS = /(^|\/)(config|configs|conf|settings)\/[^/]+$/;

/** Files of tools that stand in such folders or have such names. */
const OF_TOOLS =
  /(^|\/)(\.[^/]+\/|_config\.ya?ml$)|(^|\/)(package|tsconfig|jsconfig|webpack|babel|eslint|jest|vite|vitest|rollup|tailwind)[\w.-]*$|[.-](lock|schema|test|spec)\.|(^|\/)(test|tests|__tests__|fixtures?|examples?|testdata|node_modules)\//;

interface SettingsFormat {
  readonly kind: ConfigSourceKind;
  readonly suffix: RegExp;
  readonly format: StructuredFormat;
}

/** Makes the source of a format in which applications keep their settings. */
export function settingsSource({ kind, suffix, format }: SettingsFormat): FileSource {
  return {
    kind,
    accepts: (path) => suffix.test(path) && isSettings(path),
    canRead: (path) => suffix.test(path),
    layerOf: (_, stage) => (stage === undefined ? "file" : "file_stage"),
    extract: async (file) => ({
      values: (await file.parse(format))?.documents.flatMap((root) => flatten(root)) ?? [],
    }),
  };
}

function isSettings(path: string): boolean {
  const lower = path.toLowerCase();
  if (OF_TOOLS.test(lower)) return false;
  const stem = posix.basename(lower).replace(/\.[^.]+$/, "");
  return NAMES.test(stem) || FOLDERS.test(lower) || stageOf(stem) !== undefined;
}
