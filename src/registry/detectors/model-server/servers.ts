import type { DocumentNode } from "../../../model/document.ts";
import { itemsOf, nodeAt, stringAt } from "../../../workspace/parsers/navigate.ts";
import type { DetectContext } from "../../types.ts";
import { getJson, type ServerPlace } from "./http.ts";

/** A model that a local server offers. */
export interface ServedModel {
  readonly name: string;
  readonly bytes?: number;
  readonly family?: string;
}

/** A local model server that answered as such. */
export interface ModelServer {
  readonly product: "ollama" | "lm-studio" | "llama.cpp" | "vllm";
  readonly place: ServerPlace;
  readonly version?: string | undefined;
  readonly models: readonly ServedModel[];
}

/** Asks the ports on which model servers usually listen, and OLLAMA_HOST where it is on this machine. */
export async function findModelServers(context: DetectContext): Promise<readonly ModelServer[]> {
  const asked = await Promise.all([
    askOllama(ollamaPlace(context.platform.host.env["OLLAMA_HOST"]), context),
    askOpenAiLike("lm-studio", 1_234, context),
    askOpenAiLike("llama.cpp", 8_080, context),
    askOpenAiLike("vllm", 8_000, context),
  ]);
  return asked.filter((server) => server !== undefined);
}

async function askOllama(
  place: ServerPlace | undefined,
  context: DetectContext,
): Promise<ModelServer | undefined> {
  if (place === undefined) return undefined;
  const [tags, version] = await Promise.all([
    getJson(place, "/api/tags", context),
    getJson(place, "/api/version", context),
  ]);
  const models = nodeAt(tags?.root, "models");
  if (models?.kind !== "list") return undefined;
  return {
    product: "ollama",
    place,
    version: stringAt(version?.root, "version"),
    models: models.items.flatMap(ollamaModel),
  };
}

function ollamaModel(node: DocumentNode): readonly ServedModel[] {
  const name = stringAt(node, "name") ?? stringAt(node, "model");
  const bytes = Number(stringAt(node, "size"));
  const family = stringAt(node, "details", "family");
  if (name === undefined) return [];
  return [
    { name, ...(Number.isFinite(bytes) ? { bytes } : {}), ...(family === undefined ? {} : { family }) },
  ];
}

/** Three servers answer `/v1/models` alike; each has a mark of its own, without which the answer is nobody's. */
async function askOpenAiLike(
  product: "lm-studio" | "llama.cpp" | "vllm",
  port: number,
  context: DetectContext,
): Promise<ModelServer | undefined> {
  const place = { host: "127.0.0.1", port };
  const answer = await getJson(place, "/v1/models", context);
  const data = nodeAt(answer?.root, "data");
  if (answer === undefined || data?.kind !== "list" || stringAt(answer.root, "object") !== "list")
    return undefined;
  const owners = itemsOf(data).map((item) => stringAt(item, "owned_by") ?? "");
  if (!isMarked(product, owners, answer.server)) return undefined;
  const version = product === "vllm" ? await getJson(place, "/version", context) : undefined;
  return {
    product,
    place,
    version: stringAt(version?.root, "version"),
    models: itemsOf(data).flatMap((item) => namedModel(stringAt(item, "id"))),
  };
}

function isMarked(
  product: ModelServer["product"],
  owners: readonly string[],
  server: string | undefined,
): boolean {
  const areAll = (mark: string) => owners.length > 0 && owners.every((owner) => owner === mark);
  if (product === "lm-studio") return areAll("organization_owner");
  if (product === "vllm") return areAll("vllm");
  return server?.includes("llama.cpp") === true || areAll("llamacpp");
}

function namedModel(id: string | undefined): readonly ServedModel[] {
  return id === undefined || id === "" ? [] : [{ name: id.split("/").at(-1) ?? id }];
}

/** `127.0.0.1:11434`, `http://localhost:11434`, `:11500`, `0.0.0.0`; undefined for another machine. */
export function ollamaPlace(variable: string | undefined): ServerPlace | undefined {
  const text = (variable ?? "")
    .trim()
    .replace(/^https?:\/\//, "")
    .replace(/\/.*$/, "");
  const match = /^(\[[^\]]+\]|[^:]*)(?::(\d+))?$/.exec(text);
  const host = match?.[1]?.replaceAll(/[[\]]/g, "") ?? "";
  const port = Number(match?.[2] ?? 11_434);
  if (host === "" || host === "0.0.0.0" || host === "localhost" || host === "::")
    return { host: "127.0.0.1", port };
  return host === "::1" || host.startsWith("127.") ? { host, port } : undefined;
}
