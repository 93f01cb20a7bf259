import { posix } from "node:path";
import type { ResourceDraft } from "../../../model/resource.ts";
import { readCompose, withDefaults, type ComposeService } from "../../../workspace/documents/compose.ts";
import { cleanIfUrl } from "../../clean-url.ts";
import type { Detection, SourceFile } from "../../types.ts";

/** The services that a compose file declares. */
export async function extractCompose(file: SourceFile): Promise<Detection> {
  const parsed = await file.parse("yaml");
  const read = (parsed?.documents ?? []).map(readCompose);
  const folder = posix.dirname(file.path);
  const includes = read.flatMap((one) => one.includes).map((path) => posix.join(folder, path));
  return {
    resources: read.flatMap(({ services }) =>
      services.map((service) => draftOf(service, file.path, includes)),
    ),
  };
}

function draftOf(service: ComposeService, path: string, includes: readonly string[]): ResourceDraft {
  const { name, line, image } = service;
  const buildContext = service.buildContext === undefined ? undefined : cleanIfUrl(service.buildContext);
  return {
    name,
    resourceType: "container",
    accessPattern: `docker compose -f ${path} up ${name}`,
    description:
      image === undefined
        ? `compose service built from ${buildContext ?? "nothing"}`
        : `compose service of ${image}`,
    version: tagOf(image),
    status: "unknown",
    statusReason: "it publishes no port by which it could be seen",
    dependencies: service.dependsOn,
    tags: ["compose", ...service.profiles.map((profile) => `profile:${profile}`)],
    metadata: {
      image,
      buildContext,
      folder: posix.dirname(path),
      profiles: service.profiles,
      envFiles: service.envFiles,
      ...(includes.length === 0 ? {} : { includes }),
      ports: service.ports.map(({ hostIp, hostPort, containerPort, protocol }) => ({
        hostIp,
        hostPort,
        containerPort,
        protocol,
      })),
    },
    file: path,
    line,
  };
}

/** The tag of an image, where it is written out: `postgres:15.4` → `15.4`; a digest is none. */
function tagOf(image: string | undefined): string | undefined {
  const resolved = image === undefined ? undefined : withDefaults(image);
  return /^[^@]*[^@/:]:([\w][\w.-]*)(?:@.*)?$/.exec(resolved ?? "")?.[1];
}
