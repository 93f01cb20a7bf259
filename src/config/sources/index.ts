import {
  appEngineSource,
  composeSource,
  devcontainerSource,
  githubWorkflowSource,
  kubernetesSource,
} from "./deployment.ts";
import { dotenvSource } from "./dotenv.ts";
import { iniSource, jsonSource, tomlSource, yamlSource } from "./files.ts";
import { terraformSource } from "./terraform.ts";
import type { FileSource } from "./types.ts";

/** Every kind of file that configures something; of a path, the first that accepts it. */
export const FILE_SOURCES: readonly FileSource[] = [
  dotenvSource,
  terraformSource,
  composeSource,
  githubWorkflowSource,
  devcontainerSource,
  appEngineSource,
  kubernetesSource,
  jsonSource,
  yamlSource,
  tomlSource,
  iniSource,
];
