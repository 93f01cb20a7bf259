import type { DocumentNode } from "../../../model/document.ts";
import { stringAt } from "../../../workspace/parsers/navigate.ts";

/** An action or workflow that is used, and how firmly it is pinned. */
export interface UsedAction {
  readonly uses: string;
  /** `sha` cannot change; `tag` and `branch` can; `local` and `docker` come from elsewhere. */
  readonly pinned: "sha" | "tag" | "branch" | "local" | "docker" | "none";
  readonly line: number;
}

/** What a `uses:` says; nothing where there is none. */
export function describeUses(node: DocumentNode | undefined): readonly UsedAction[] {
  const uses = stringAt(node)?.trim();
  if (uses === undefined || uses === "" || node === undefined) return [];
  return [{ uses, pinned: pinOf(uses), line: node.position.line }];
}

function pinOf(uses: string): UsedAction["pinned"] {
  if (uses.startsWith("./") || uses.startsWith("../")) return "local";
  if (uses.startsWith("docker://")) return "docker";
  const reference = /@([^@]+)$/.exec(uses)?.[1];
  if (reference === undefined) return "none";
  if (/^[0-9a-f]{40}([0-9a-f]{24})?$/i.test(reference)) return "sha";
  return /^(refs\/tags\/|[\w.-]*[-_@])?v?\d+(\.\d+)*([-+.][\w.+-]+)?$/.test(reference) ? "tag" : "branch";
}
