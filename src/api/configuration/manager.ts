import { OrchestraError } from "../../model/errors.ts";
import type { ConfigEntry } from "../../model/config-entry.ts";
import type { JsonValue } from "../../model/json.ts";
import type { EnvironmentName } from "../../model/resource-values.ts";
import type { ConfigValidation } from "../../config/validation/types.ts";
import type { ConfigExport, ConfigImport, ExportOptions, Orchestra, SetOptions } from "../types.ts";

/** The guide's configuration manager: the same configuration as the API's, under the guide's names. */
export interface ConfigurationManager {
  /** Where the program runs. */
  readonly environment: EnvironmentName;
  /** How many values there are. */
  discoverConfiguration(): Promise<number>;
  /** The value that holds, or the default. Throws `SECRET_NOT_SHOWN` for a secret, `CONFIG_AMBIGUOUS` for a tie. */
  get(key: string): Promise<JsonValue | undefined>;
  get<T extends JsonValue>(key: string, defaultValue: T): Promise<JsonValue | T>;
  set(key: string, value: JsonValue, options?: SetOptions): Promise<void>;
  /** The value that holds, with its place; of a secret its fingerprint. */
  getEntry(key: string): Promise<ConfigEntry | undefined>;
  /** What holds here, by key; secrets are left out. */
  getAll(prefix?: string): Promise<Readonly<Record<string, JsonValue>>>;
  /** Forgets what was set, for all environments when none is given; false when nothing was. */
  delete(key: string, environment?: EnvironmentName): Promise<boolean>;
  validate(): Promise<{ readonly valid: boolean; readonly errors: ConfigValidation["errors"] }>;
  exportToFile(path: string, options?: ExportOptions): Promise<ConfigExport>;
  importFromFile(path: string, options?: SetOptions): Promise<ConfigImport>;
}

/** Gives an `Orchestra` the guide's configuration face. */
export function createConfigurationManager(orchestra: Orchestra): ConfigurationManager {
  return {
    environment: orchestra.environment,
    discoverConfiguration: async () => (await orchestra.listConfiguration()).length,
    get: (key: string, defaultValue?: JsonValue) => getValue(orchestra, key, defaultValue),
    set: async (key, value, options) => {
      await orchestra.setConfiguration(key, value, options);
    },
    getEntry: (key) => orchestra.getConfiguration(key),
    getAll: (prefix) => orchestra.getAllConfiguration(prefix),
    delete: async (key, environment) => {
      const place = environment === undefined ? {} : { environment };
      return (await orchestra.unsetConfiguration(key, place)) > 0;
    },
    validate: async () => {
      const { isValid, errors } = await orchestra.validateConfiguration();
      return { valid: isValid, errors };
    },
    exportToFile: (path, options) => orchestra.exportConfiguration(path, options),
    importFromFile: (path, options) => orchestra.importConfiguration(path, options),
  };
}

async function getValue(
  orchestra: Orchestra,
  key: string,
  defaultValue: JsonValue | undefined,
): Promise<JsonValue | undefined> {
  try {
    const { entry, expandedValue, needsSecret } = await orchestra.readConfiguration(key);
    if (!entry.isSecret && needsSecret !== true) return expandedValue ?? entry.value;
  } catch (error) {
    if (error instanceof OrchestraError && error.code === "CONFIG_KEY_NOT_FOUND") return defaultValue;
    throw error;
  }
  throw new OrchestraError("SECRET_NOT_SHOWN", `${JSON.stringify(key)} is a secret`, {
    hint: "getEntry gives its place and fingerprint; readConfiguration with `reveal` its value.",
  });
}
