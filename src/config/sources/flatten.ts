import type { DocumentNode } from "../../model/document.ts";
import { toPlain } from "../../workspace/parsers/navigate.ts";
import type { FoundValue } from "./types.ts";

/** The leaves of a document: nested keys joined by dots, lists kept whole, each at the place of its key. */
export function flatten(node: DocumentNode | undefined, prefix = ""): readonly FoundValue[] {
  if (node?.kind !== "object") return [];
  return node.members.flatMap(({ key, keyPosition, endLine, value }) => {
    const name = prefix === "" ? key : `${prefix}.${key}`;
    if (value.kind === "object" && value.members.length > 0) return flatten(value, name);
    const span = endLine === undefined || endLine === keyPosition.line ? {} : { endLine };
    const found = { key: name, value: toPlain(value), ...keyPosition, ...span };
    return [
      value.kind === "scalar" && value.isExpression === true ? { ...found, isExpression: true } : found,
    ];
  });
}

/** `NAME: value` members, or a list of `NAME=value` texts, as compose and Kubernetes' relatives write variables. */
export function variablesOf(node: DocumentNode | undefined): readonly FoundValue[] {
  if (node?.kind === "object") return flatten(node);
  if (node?.kind !== "list") return [];
  return node.items.flatMap((item) => {
    const text = item.kind === "scalar" && typeof item.value === "string" ? item.value : undefined;
    const equals = text?.indexOf("=") ?? -1;
    if (text === undefined || equals < 1) return [];
    return [{ key: text.slice(0, equals), value: text.slice(equals + 1), ...item.position }];
  });
}

/** `[{name, value}]`, as Kubernetes writes the variables of a container; one that refers elsewhere has no value here. */
export function namedValuesOf(node: DocumentNode | undefined): readonly FoundValue[] {
  if (node?.kind !== "list") return [];
  return node.items.flatMap((item) => {
    if (item.kind !== "object") return [];
    const name = item.members.find(({ key }) => key === "name")?.value;
    const value = item.members.find(({ key }) => key === "value");
    if (name?.kind !== "scalar" || typeof name.value !== "string" || value === undefined) return [];
    return [{ key: name.value, value: toPlain(value.value), ...value.keyPosition }];
  });
}
