import { settingsSource } from "./settings-files.ts";

/** YAML settings, of every document in the file. */
export const yamlSource = settingsSource({ kind: "yaml", suffix: /\.ya?ml$/i, format: "yaml" });
