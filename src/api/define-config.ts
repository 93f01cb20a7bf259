import type { ProjectConfigInput } from "../model/project-config.ts";

/** Gives the settings of `orchestra.config.ts` their type and nothing else. */
export function defineConfig(config: ProjectConfigInput): ProjectConfigInput {
  return config;
}
