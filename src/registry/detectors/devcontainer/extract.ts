import { posix } from "node:path";
import type { DocumentNode } from "../../../model/document.ts";
import { itemsOf, membersOf, nodeAt, stringAt } from "../../../workspace/parsers/navigate.ts";
import { cleanIfUrl } from "../../clean-url.ts";
import type { DetectContext, Detection, SourceFile } from "../../types.ts";

/** The development container that a file describes. Values of variables are not taken. */
export async function extractDevcontainer(file: SourceFile): Promise<Detection> {
  const parsed = await file.parse("jsonc");
  const [root] = parsed?.documents ?? [];
  if (root?.kind !== "object") return { resources: [] };
  const image = stringAt(root, "image");
  return {
    resources: [
      {
        name: stringAt(root, "name") ?? nameByPlace(file.path),
        resourceType: "codespace",
        accessPattern: `devcontainer up --workspace-folder . --config ${file.path}`,
        description: image === undefined ? "development container" : `development container of ${image}`,
        version: /:([\w][\w.-]*)$/.exec(image ?? "")?.[1],
        status: "available",
        tags: ["devcontainer"],
        metadata: {
          image,
          dockerfile: stringAt(root, "build", "dockerfile") ?? stringAt(root, "dockerFile"),
          composeFiles: composeFiles(nodeAt(root, "dockerComposeFile")),
          service: stringAt(root, "service"),
          features: membersOf(nodeAt(root, "features")).map(({ key }) => cleanIfUrl(key)),
          forwardPorts: itemsOf(nodeAt(root, "forwardPorts")).flatMap((port) => stringAt(port) ?? []),
          environmentNames: ["containerEnv", "remoteEnv"].flatMap((key) =>
            membersOf(nodeAt(root, key)).map((member) => member.key),
          ),
          secretNames: membersOf(nodeAt(root, "secrets")).map(({ key }) => key),
        },
        file: file.path,
        line: root.position.line,
      },
    ],
  };
}

/** The codespace that the program runs in, if it does. */
export function detectCodespace({ platform }: DetectContext): Detection {
  const { env } = platform.host;
  if ((env["CODESPACES"] ?? "").toLowerCase() !== "true") return { resources: [] };
  const name = env["CODESPACE_NAME"] ?? "codespace";
  return {
    resources: [
      {
        name,
        resourceType: "codespace",
        environment: "machine",
        accessPattern: `https://${name}.github.dev`,
        description: "the codespace that this runs in",
        status: "available",
        priority: 1,
        tags: ["codespace"],
        metadata: {
          repository: env["GITHUB_REPOSITORY"],
          forwardingDomain: env["GITHUB_CODESPACES_PORT_FORWARDING_DOMAIN"],
        },
      },
    ],
  };
}

function composeFiles(node: DocumentNode | undefined): readonly string[] {
  const single = stringAt(node);
  return single === undefined ? itemsOf(node).flatMap((item) => stringAt(item) ?? []) : [single];
}

function nameByPlace(path: string): string {
  const folder = posix.basename(posix.dirname(path));
  return folder === ".devcontainer" || folder === "." ? "devcontainer" : `devcontainer/${folder}`;
}
