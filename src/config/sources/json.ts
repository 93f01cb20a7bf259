import { settingsSource } from "./settings-files.ts";

/** JSON settings, with comments or without. */
export const jsonSource = settingsSource({ kind: "json", suffix: /\.jsonc?$/i, format: "jsonc" });
