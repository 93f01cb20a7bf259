import { posix } from "node:path";
import type { JsonObject, JsonValue } from "../../../model/json.ts";
import type { ResourceDraft } from "../../../model/resource.ts";
import { groupDrafts, isJsonObject, metadataItems, metadataText } from "../../metadata.ts";
import type { DeclaredApi } from "./apis.ts";

/** An API, said to be enabled at one place. */
export function apiDraft({ name, line, isConditional, by }: DeclaredApi, file: string): ResourceDraft {
  const place = { file, line, by, ...(isConditional ? { isConditional } : {}) };
  return {
    name: name.slice(0, name.indexOf(".")),
    resourceType: "gcp_api",
    accessPattern: `gcloud services enable ${name}`,
    description: `Google Cloud API ${name}`,
    status: "unknown",
    statusReason: "the repository enables it; Google Cloud was not asked",
    tags: ["gcp", "api"],
    metadata: { service: name, places: [place] },
    file,
    line,
  };
}

/** Stands for the list among the locals of a folder, until the drafts of all its files are combined. */
export function listDraft(name: string, apis: readonly DeclaredApi[], file: string): ResourceDraft {
  const items = apis.map((api) => ({ name: api.name, line: api.line, isConditional: api.isConditional }));
  return partDraft({ list: name, folder: posix.dirname(file), file, apis: items }, file);
}

/** Stands for a block that names a list of another file. */
export function referenceDraft({ name, isConditional, by }: DeclaredApi, file: string): ResourceDraft {
  return partDraft({ reference: name, folder: posix.dirname(file), isConditional, by }, file);
}

function partDraft(metadata: JsonObject, file: string): ResourceDraft {
  return {
    name: "part",
    resourceType: "gcp_api",
    accessPattern: file,
    description: "",
    status: "unknown",
    metadata,
  };
}

/** One resource for each thing that is declared, with every place that declares it, the first by path in front. */
export function combineDeclared(drafts: readonly ResourceDraft[]): readonly ResourceDraft[] {
  const lists = drafts.filter((draft) => metadataText(draft, "list") !== "");
  const references = drafts.filter((draft) => metadataText(draft, "reference") !== "");
  const whole = drafts.filter((draft) => !lists.includes(draft) && !references.includes(draft));
  const found = references.flatMap((reference) => followReference(reference, lists));
  return groupDrafts([...whole, ...found].toSorted(comparePlaces), keyOf).map((group) => {
    const places = uniquePlaces(metadataItems(group, "places"));
    const isConditional = places.every((place) => isJsonObject(place) && place["isConditional"] === true);
    const metadata = { ...group[0].metadata, places, ...(isConditional ? { isConditional } : {}) };
    return { ...group[0], metadata };
  });
}

function followReference(
  reference: ResourceDraft,
  lists: readonly ResourceDraft[],
): readonly ResourceDraft[] {
  const list = lists.find(
    (draft) =>
      metadataText(draft, "list") === metadataText(reference, "reference") &&
      metadataText(draft, "folder") === metadataText(reference, "folder"),
  );
  if (list === undefined) return [];
  return metadataItems([list], "apis").flatMap((api) => {
    if (!isJsonObject(api) || typeof api["name"] !== "string" || typeof api["line"] !== "number") return [];
    const isConditional = api["isConditional"] === true || reference.metadata?.["isConditional"] === true;
    const facts = { kind: "api" as const, name: api["name"], line: api["line"], isConditional };
    return [apiDraft({ ...facts, by: metadataText(reference, "by") }, metadataText(list, "file"))];
  });
}

/** Two APIs may begin alike, so they are told apart by their full names. */
function keyOf(draft: ResourceDraft): string {
  const service = metadataText(draft, "service");
  return draft.resourceType === "gcp_api" ? `api ${service}` : `service ${draft.name}`;
}

function comparePlaces(a: ResourceDraft, b: ResourceDraft): number {
  const [one, other] = [a.file ?? "", b.file ?? ""];
  if (one !== other) return one < other ? -1 : 1;
  return (a.line ?? 0) - (b.line ?? 0);
}

function uniquePlaces(places: readonly JsonValue[]): readonly JsonValue[] {
  return [...new Map(places.map((place) => [JSON.stringify(place), place])).values()];
}
