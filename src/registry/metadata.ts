import type { JsonObject, JsonValue } from "../model/json.ts";
import type { ResourceDraft } from "../model/resource.ts";

/** The text that a draft's metadata holds under a key; empty where it holds none. */
export function metadataText(draft: ResourceDraft, key: string): string {
  const value = draft.metadata?.[key];
  return typeof value === "string" ? value : "";
}

/** The items of the lists that drafts hold under a key, one after the other. */
export function metadataItems(drafts: readonly ResourceDraft[], key: string): readonly JsonValue[] {
  return drafts.flatMap((draft) => {
    const value = draft.metadata?.[key];
    return Array.isArray(value) ? value : [];
  });
}

/** True for an object of JSON, which is no list. */
export function isJsonObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Drafts that belong together, in the order in which each group's first one came. */
export function groupDrafts(
  drafts: readonly ResourceDraft[],
  keyOf: (draft: ResourceDraft) => string,
): readonly (readonly [ResourceDraft, ...ResourceDraft[]])[] {
  const groups = new Map<string, [ResourceDraft, ...ResourceDraft[]]>();
  for (const draft of drafts) {
    const group = groups.get(keyOf(draft));
    if (group === undefined) groups.set(keyOf(draft), [draft]);
    else group.push(draft);
  }
  return [...groups.values()];
}
