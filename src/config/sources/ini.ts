import { settingsSource } from "./settings-files.ts";

/** INI and properties. */
export const iniSource = settingsSource({ kind: "ini", suffix: /\.(ini|cfg|properties)$/i, format: "ini" });
