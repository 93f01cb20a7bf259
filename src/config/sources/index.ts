import { appEngineSource } from "./app-engine.ts";
import { composeSource } from "./compose.ts";
import { devcontainerSource } from "./devcontainer.ts";
import { dotenvSource } from "./dotenv.ts";
import { githubWorkflowSource } from "./github-workflow.ts";
import { iniSource } from "./ini.ts";
import { jsonSource } from "./json.ts";
import { kubernetesSource } from "./kubernetes.ts";
import { terraformSource } from "./terraform.ts";
import { tomlSource } from "./toml.ts";
import type { FileSource } from "./types.ts";
import { yamlSource } from "./yaml.ts";

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
