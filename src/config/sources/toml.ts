import { settingsSource } from "./settings-files.ts";

/** TOML settings. */
export const tomlSource = settingsSource({ kind: "toml", suffix: /\.toml$/i, format: "toml" });
