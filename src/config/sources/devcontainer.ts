import { nodeAt } from "../../workspace/parsers/navigate.ts";
import { deploymentSource } from "./deployment.ts";
import { flatten } from "./flatten.ts";

/** `containerEnv` and `remoteEnv`. */
export const devcontainerSource = deploymentSource({
  kind: "devcontainer",
  accepts: (path) => /(^|\/)(\.devcontainer\/([^/]+\/)?|\.)devcontainer\.json$/i.test(path),
  read: (root) => [...flatten(nodeAt(root, "containerEnv")), ...flatten(nodeAt(root, "remoteEnv"))],
  scopeOf: (path) => path.replace(/(^|\/)\.devcontainer(\/.*|\.json)$/i, "") || ".",
});
