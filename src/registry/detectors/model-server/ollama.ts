import type { DocumentNode } from "../../../model/document.ts";
import { nodeAt, stringAt } from "../../../workspace/parsers/navigate.ts";
import type { Ask, ServerPlace } from "./http.ts";
import { parseBytes, type ModelServer, type ServedModel } from "./model.ts";

/** Others answer `/api/tags` as Ollama does (llama.cpp for one), but not `/api/version` beside it. */
export async function askOllama(place: ServerPlace, ask: Ask): Promise<ModelServer | undefined> {
  const [tags, version] = await Promise.all([ask(place, "/api/tags"), ask(place, "/api/version")]);
  const models = nodeAt(tags?.root, "models");
  const number = stringAt(version?.root, "version");
  if (models?.kind !== "list" || number === undefined || tags?.server?.includes("llama.cpp") === true)
    return undefined;
  return { product: "ollama", place, version: number, models: models.items.flatMap(readModel) };
}

/** `127.0.0.1:11434`, `http://localhost:11434`, `:11500`, `0.0.0.0`; undefined for another machine. */
export function ollamaPlace(variable: string | undefined): ServerPlace | undefined {
  const text = (variable ?? "")
    .trim()
    .replace(/^https?:\/\//, "")
    .replace(/\/.*$/, "");
  const match = /^(\[[^\]]+\]|[^:]*)(?::(\d+))?$/.exec(text);
  if (match === null) return undefined;
  const host = match[1]?.replaceAll(/[[\]]/g, "") ?? "";
  const port = Number(match[2] ?? 11_434);
  if (host === "" || host === "0.0.0.0" || host === "localhost" || host === "::")
    return { host: "127.0.0.1", port };
  return host === "::1" || host.startsWith("127.") ? { host, port } : undefined;
}

function readModel(node: DocumentNode): readonly ServedModel[] {
  const name = stringAt(node, "name") ?? stringAt(node, "model") ?? "";
  if (name === "") return [];
  return [{ name, bytes: parseBytes(stringAt(node, "size")), family: stringAt(node, "details", "family") }];
}
