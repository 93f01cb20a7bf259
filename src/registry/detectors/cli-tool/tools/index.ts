import type { Tool, ToolCategory, ToolEntry } from "../tool.ts";
import { AI_ASSISTANT_TOOLS } from "./ai-assistants.ts";
import { BUILD_TOOLS } from "./build.ts";
import { CLOUD_TOOLS } from "./clouds.ts";
import { CONTAINER_TOOLS } from "./containers.ts";
import { DATABASE_TOOLS } from "./databases.ts";
import { EDITOR_TOOLS } from "./editors.ts";
import { INFRASTRUCTURE_TOOLS } from "./infrastructure.ts";
import { KUBERNETES_TOOLS } from "./kubernetes.ts";
import { LANGUAGE_TOOLS } from "./languages.ts";
import { NETWORK_TOOLS } from "./network.ts";
import { PACKAGE_MANAGERS } from "./package-managers.ts";
import { QUALITY_TOOLS } from "./quality.ts";
import { SECURITY_TOOLS } from "./security.ts";
import { TEXT_TOOLS } from "./text.ts";
import { VERSION_CONTROL_TOOLS } from "./version-control.ts";
import { VERSION_MANAGERS } from "./version-managers.ts";

/** Every tool that is looked for. */
export const TOOLS: readonly Tool[] = [
  ...inCategory("clouds", CLOUD_TOOLS),
  ...inCategory("containers", CONTAINER_TOOLS),
  ...inCategory("kubernetes", KUBERNETES_TOOLS),
  ...inCategory("infrastructure", INFRASTRUCTURE_TOOLS),
  ...inCategory("languages", LANGUAGE_TOOLS),
  ...inCategory("build", BUILD_TOOLS),
  ...inCategory("package-managers", PACKAGE_MANAGERS),
  ...inCategory("version-managers", VERSION_MANAGERS),
  ...inCategory("version-control", VERSION_CONTROL_TOOLS),
  ...inCategory("databases", DATABASE_TOOLS),
  ...inCategory("quality", QUALITY_TOOLS),
  ...inCategory("security", SECURITY_TOOLS),
  ...inCategory("network", NETWORK_TOOLS),
  ...inCategory("text", TEXT_TOOLS),
  ...inCategory("editors", EDITOR_TOOLS),
  ...inCategory("ai-assistants", AI_ASSISTANT_TOOLS),
];

/** The names that a tool is started by. */
export function commandsOf(tool: ToolEntry): readonly string[] {
  return tool.commands ?? [tool.name];
}

function inCategory(category: ToolCategory, entries: readonly ToolEntry[]): readonly Tool[] {
  return entries.map((entry) => ({ ...entry, category }));
}
