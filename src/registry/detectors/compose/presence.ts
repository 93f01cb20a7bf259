import type { ResourceDraft } from "../../../model/resource.ts";
import { isJsonObject, metadataItems, metadataText } from "../../metadata.ts";

/** Names of the same service in several folders are told apart by the folder. */
export function withFolders(drafts: readonly ResourceDraft[]): readonly ResourceDraft[] {
  const folders = new Map<string, Set<string>>();
  for (const draft of drafts)
    folders.set(draft.name, (folders.get(draft.name) ?? new Set()).add(folderOf(draft)));
  return drafts.map((draft) => {
    const isShared = (folders.get(draft.name)?.size ?? 0) > 1;
    return isShared ? { ...draft, name: `${folderOf(draft)}/${draft.name}` } : draft;
  });
}

/** Says of a declared service whether it can be up: only when something listens on every port that it publishes. */
export function withPresence(draft: ResourceDraft, listening: ReadonlySet<number>): ResourceDraft {
  const ports = publishedPorts(draft);
  if (ports.length === 0) return draft;
  const silent = ports.filter((port) => !listening.has(port));
  const { statusReason: _before, ...rest } = draft;
  if (silent.length === 0) return { ...rest, status: "available" };
  const statusReason = `nothing listens on port ${silent.join(", ")}`;
  return { ...rest, status: "unavailable", statusReason };
}

function folderOf(draft: ResourceDraft): string {
  return metadataText(draft, "folder");
}

function publishedPorts(draft: ResourceDraft): readonly number[] {
  return metadataItems([draft], "ports").flatMap((port) => {
    if (!isJsonObject(port) || typeof port["hostPort"] !== "number") return [];
    return port["protocol"] === "udp" ? [] : [port["hostPort"]];
  });
}
