import { posix } from "node:path";
import type { ResourceDraft } from "../../../model/resource.ts";
import { showPath } from "../../place.ts";
import type { DetectContext, Detection } from "../../types.ts";
import { authorityOf } from "./http.ts";
import type { ModelServer, ServedModel } from "./model.ts";
import { findModelServers } from "./servers.ts";

const DEEPEST = 4;

/** Local model servers with their models, and models that lie on the disk while no server runs. */
export async function detectModels(context: DetectContext): Promise<Detection> {
  const servers = await findModelServers(context);
  const served = servers.flatMap((server) => [
    serverDraft(server),
    ...server.models.map((model) => modelDraft(model, server)),
  ]);
  const isServed = new Set(served.map(({ name }) => name));
  const stored = storedModels(context).filter(({ name }) => !isServed.has(name));
  return { resources: [...served, ...stored] };
}

function serverDraft({ product, place, version, models }: ModelServer): ResourceDraft {
  return {
    name: `${product}:${place.port}`,
    resourceType: "ai_tool",
    environment: "machine",
    accessPattern: `http://${authorityOf(place)}`,
    description: `${product} model server`,
    version,
    status: "available",
    tags: ["model-server", product],
    metadata: { product, models: models.map(({ name }) => name) },
  };
}

function modelDraft({ name, bytes, family }: ServedModel, { product, place }: ModelServer): ResourceDraft {
  return {
    name,
    resourceType: "ai_model",
    environment: "machine",
    accessPattern: product === "ollama" ? `ollama run ${name}` : `http://${authorityOf(place)}/v1`,
    description: `model served by ${product}`,
    version: product === "ollama" ? /:(.+)$/.exec(name)?.[1] : undefined,
    status: "available",
    dependencies: [`${product}:${place.port}`],
    tags: ["model", product],
    metadata: { server: product, bytes, family },
  };
}

/** Ollama keeps a manifest for each model: `manifests/<registry>/<owner>/<model>/<tag>`. */
function storedModels({ platform }: DetectContext): readonly ResourceDraft[] {
  const chosen = platform.host.env["OLLAMA_MODELS"];
  const base = posix.join(chosen ?? posix.join(platform.host.homeFolder, ".ollama/models"), "manifests");
  return listFiles(base, platform, DEEPEST).flatMap((path) => {
    const [registry, owner, model, tag] = path.slice(base.length + 1).split("/");
    if (model === undefined || tag === undefined || registry === undefined) return [];
    const name = owner === "library" ? `${model}:${tag}` : `${owner ?? ""}/${model}:${tag}`;
    return [
      {
        name,
        resourceType: "ai_model",
        environment: "machine",
        accessPattern: `ollama run ${name}`,
        description: "model kept by Ollama",
        version: tag,
        status: "unavailable" as const,
        statusReason: "its files are here, but Ollama is not running",
        tags: ["model", "ollama"],
        metadata: { server: "ollama" },
        file: showPath(path, platform),
      },
    ];
  });
}

function listFiles(folder: string, platform: DetectContext["platform"], depth: number): readonly string[] {
  const listing = depth === 0 ? undefined : platform.files.readFolder(folder);
  if (listing?.isRead !== true) return [];
  const entries = listing.entries.flatMap(({ name, kind }) =>
    typeof name === "string" ? [{ path: `${folder}/${name}`, kind }] : [],
  );
  return entries
    .flatMap(({ path, kind }) => (kind === "folder" ? listFiles(path, platform, depth - 1) : [path]))
    .toSorted();
}
