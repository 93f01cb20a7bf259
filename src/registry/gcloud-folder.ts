import type { DocumentNode } from "../model/document.ts";
import type { Platform } from "../platform/types.ts";
import { parseIni } from "../workspace/parsers/ini.ts";
import { homePath, joinPath } from "./home-path.ts";

const MAX_BYTES = 262_144;

/** Where gcloud keeps its settings: `$CLOUDSDK_CONFIG`, else the folder of the system. */
export function gcloudFolder(platform: Platform): string {
  const { env, os } = platform.host;
  const chosen = env["CLOUDSDK_CONFIG"];
  if (chosen !== undefined && chosen !== "") return chosen;
  if (os !== "windows") return homePath(platform, ".config", "gcloud");
  const appData = env["APPDATA"];
  return joinPath(platform, appData ?? homePath(platform, "AppData", "Roaming"), "gcloud");
}

/** The name of the configuration that gcloud uses, and what says so. */
export interface ActiveConfiguration {
  readonly name: string;
  readonly decidedBy: "CLOUDSDK_ACTIVE_CONFIG_NAME" | "active_config" | "default";
}

/** Undefined when the user turned configurations off with the name `NONE`. */
export function activeConfiguration(platform: Platform, folder: string): ActiveConfiguration | undefined {
  const chosen = platform.host.env["CLOUDSDK_ACTIVE_CONFIG_NAME"]?.trim();
  if (chosen === "NONE") return undefined;
  if (chosen !== undefined && isConfigurationName(chosen)) {
    return { name: chosen, decidedBy: "CLOUDSDK_ACTIVE_CONFIG_NAME" };
  }
  const read = platform.files.readText(joinPath(platform, folder, "active_config"), { maxBytes: 1_024 });
  const kept = read.isRead ? read.text.trim() : "";
  if (kept === "NONE") return undefined;
  return isConfigurationName(kept)
    ? { name: kept, decidedBy: "active_config" }
    : { name: "default", decidedBy: "default" };
}

/** Names as gcloud itself allows them: nothing that could leave the folder. */
export function isConfigurationName(text: string): boolean {
  return /^[a-z][-a-z0-9]*$/.test(text) && text.length <= 100;
}

/** Absolute path of a configuration's file. */
export function configurationFile(platform: Platform, folder: string, name: string): string {
  return joinPath(platform, folder, "configurations", `config_${name}`);
}

/** What an INI file says; why it could not be read otherwise. */
export type GcloudFile =
  | {
      readonly isRead: true;
      readonly root: DocumentNode | undefined;
      readonly brokenLine: number | undefined;
    }
  | { readonly isRead: false; readonly reason: string };

/** Reads a configuration; about half a millisecond, no process. */
export function readConfiguration(platform: Platform, path: string): GcloudFile {
  const read = platform.files.readText(path, { maxBytes: MAX_BYTES });
  if (!read.isRead) return read;
  const parsed = parseIni(read.text);
  return { isRead: true, root: parsed.documents[0], brokenLine: parsed.problems[0]?.line };
}
