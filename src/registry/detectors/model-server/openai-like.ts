import type { DocumentNode } from "../../../model/document.ts";
import { itemsOf, nodeAt, stringAt } from "../../../workspace/parsers/navigate.ts";
import type { Ask, JsonAnswer, ServerPlace } from "./http.ts";
import { parseBytes, type ModelServer, type ServedModel } from "./model.ts";

/** Many servers answer `/v1/models` alike; three have marks of their own, without which the answer is nobody's. */
export async function askOpenAiLike(place: ServerPlace, ask: Ask): Promise<ModelServer | undefined> {
  const answer = await ask(place, "/v1/models");
  const data = nodeAt(answer?.root, "data");
  if (answer === undefined || data?.kind !== "list" || stringAt(answer.root, "object") !== "list")
    return undefined;
  const owners = data.items.map((item) => stringAt(item, "owned_by"));
  const isAllOf = (owner: string) => owners.length > 0 && owners.every((found) => found === owner);
  const listed = { place, models: data.items.flatMap(readModel) };
  if (isLlamaCpp(answer) || isAllOf("llamacpp")) {
    const props = await ask(place, "/props");
    return { product: "llama.cpp", ...listed, version: stringAt(props?.root, "build_info") };
  }
  if (isAllOf("vllm")) {
    const version = await ask(place, "/version");
    return { product: "vllm", ...listed, version: stringAt(version?.root, "version") };
  }
  return owners.length === 0 || isAllOf("organization_owner") ? askLmStudio(listed, ask) : undefined;
}

/** cpp-httplib sends it with every answer: `Server: llama.cpp`. */
function isLlamaCpp({ server }: JsonAnswer): boolean {
  return server?.includes("llama.cpp") === true;
}

/** It greets its own clients (lmstudio-ai/lms, `createClient.ts`), and knows more of its models than `/v1/models` says. */
async function askLmStudio(
  listed: Pick<ModelServer, "place" | "models">,
  ask: Ask,
): Promise<ModelServer | undefined> {
  const [greeting, details] = await Promise.all([
    ask(listed.place, "/lmstudio-greeting"),
    ask(listed.place, "/api/v0/models"),
  ]);
  const items = itemsOf(nodeAt(details?.root, "data"));
  const isDetailed =
    items.length > 0 && items.every((item) => stringAt(item, "compatibility_type") !== undefined);
  if (stringAt(greeting?.root, "lmstudio") !== "true" && !isDetailed) return undefined;
  const families = new Map(items.map((item) => [stringAt(item, "id") ?? "", stringAt(item, "arch")]));
  const models = listed.models.map((model) => ({ ...model, family: families.get(model.name) }));
  return { product: "lm-studio", place: listed.place, models };
}

function readModel(item: DocumentNode): readonly ServedModel[] {
  const id = stringAt(item, "id") ?? "";
  return id === "" ? [] : [{ name: nameOf(id), bytes: parseBytes(stringAt(item, "meta", "size")) }];
}

/** Where a server was started with a path and no name, the id is that path; `owner/model` is a name. */
function nameOf(id: string): string {
  const isPath = /^(?:[/~\\]|\.{1,2}[/\\]|[a-z]:[/\\])|\.gguf$/i.test(id);
  return isPath ? (/[^/\\]+(?=[/\\]*$)/.exec(id)?.[0] ?? id) : id;
}
