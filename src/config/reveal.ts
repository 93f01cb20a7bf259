import type { ConfigEntry } from "../model/config-entry.ts";
import type { JsonValue } from "../model/json.ts";
import type { Workspace } from "../workspace/types.ts";
import { dotenvSource } from "./sources/dotenv.ts";
import { FILE_SOURCES } from "./sources/index.ts";

export interface RevealOptions {
  readonly workspace: Workspace;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** Reads the value of an entry of the process or of a file again, a secret's too; undefined where it has gone. */
export async function readValue(
  entry: ConfigEntry,
  { workspace, env }: RevealOptions,
): Promise<JsonValue | undefined> {
  if (entry.value !== undefined) return entry.value;
  const { kind, file, line, column } = entry.source;
  if (kind === "environment") return env[entry.key];
  const source =
    entry.layer === "deployment_env_file" ? dotenvSource : FILE_SOURCES.find((known) => known.kind === kind);
  if (file === undefined || source === undefined) return undefined;
  const { values } = await source.extract({ path: file, parse: (format) => workspace.parse(file, format) });
  return values.find((found) => found.key === entry.key && found.line === line && found.column === column)
    ?.value;
}
