import {
  CLOUD_TOOLS,
  CONTAINER_TOOLS,
  DATABASE_TOOLS,
  INFRASTRUCTURE_TOOLS,
  KUBERNETES_TOOLS,
} from "./tables/platforms.ts";
import { LANGUAGE_TOOLS, PACKAGE_TOOLS, VERSION_MANAGER_TOOLS } from "./tables/languages.ts";
import { ASSISTANT_TOOLS, QUALITY_TOOLS, SHELL_TOOLS, VERSION_CONTROL_TOOLS } from "./tables/workbench.ts";
import type { ToolTable } from "./definition.ts";

/** Every program that is looked for, by category. */
export const TOOL_TABLES: readonly ToolTable[] = [
  CLOUD_TOOLS,
  CONTAINER_TOOLS,
  KUBERNETES_TOOLS,
  INFRASTRUCTURE_TOOLS,
  DATABASE_TOOLS,
  LANGUAGE_TOOLS,
  PACKAGE_TOOLS,
  VERSION_MANAGER_TOOLS,
  VERSION_CONTROL_TOOLS,
  QUALITY_TOOLS,
  SHELL_TOOLS,
  ASSISTANT_TOOLS,
];
