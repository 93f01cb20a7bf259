import type { DocumentMember, DocumentNode } from "../../model/document.ts";
import type { JsonValue } from "../../model/json.ts";

/** The node at a path of keys and indexes; of a key that stands twice, the last. */
export function nodeAt(
  node: DocumentNode | undefined,
  ...path: readonly (string | number)[]
): DocumentNode | undefined {
  return path.reduce<DocumentNode | undefined>(childOf, node);
}

/** The text at a path; a number or boolean is spelt out; undefined for null, lists, objects and expressions. */
export function stringAt(
  node: DocumentNode | undefined,
  ...path: readonly (string | number)[]
): string | undefined {
  const found = nodeAt(node, ...path);
  if (found?.kind !== "scalar" || found.value === null || found.isExpression === true) return undefined;
  return String(found.value);
}

/** The members of an object; none of anything else. */
export function membersOf(node: DocumentNode | undefined): readonly DocumentMember[] {
  return node?.kind === "object" ? node.members : [];
}

/** The items of a list; none of anything else. */
export function itemsOf(node: DocumentNode | undefined): readonly DocumentNode[] {
  return node?.kind === "list" ? node.items : [];
}

/** The value without its places; of a key that stands twice, the last. */
export function toPlain(node: DocumentNode): JsonValue {
  if (node.kind === "scalar") return node.value;
  if (node.kind === "list") return node.items.map(toPlain);
  return Object.fromEntries(node.members.map((member) => [member.key, toPlain(member.value)]));
}

function childOf(node: DocumentNode | undefined, step: string | number): DocumentNode | undefined {
  if (typeof step === "number") return itemsOf(node)[step];
  return membersOf(node).findLast((member) => member.key === step)?.value;
}
