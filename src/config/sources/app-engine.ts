import { posix } from "node:path";
import { nodeAt } from "../../workspace/parsers/navigate.ts";
import { deploymentSource, hasText } from "./deployment.ts";
import { flatten } from "./flatten.ts";

/** `env_variables` of App Engine. */
export const appEngineSource = deploymentSource({
  kind: "app_engine",
  accepts: (path) => /^app([.-][\w-]+)?\.ya?ml$/i.test(posix.basename(path)),
  read: (root) => (hasText(root, "runtime") ? flatten(nodeAt(root, "env_variables")) : []),
});
