import type { DocumentNode } from "../../../model/document.ts";
import { itemsOf, membersOf } from "../../../workspace/parsers/navigate.ts";

/** What the expressions of a document ask GitHub for, by name. */
export interface NamedInputs {
  readonly secrets: readonly string[];
  readonly variables: readonly string[];
}

/**
 * Names in `${{ secrets.X }}`, `secrets['X']` and `vars.X`, wherever an expression may stand; an `if` is one without
 * the braces. Comments, and words such as `secrets.yaml` in a script, are none.
 */
export function namedInputs(root: DocumentNode): NamedInputs {
  const expressions = expressionsIn(root, false);
  return { secrets: namesOf("secrets", expressions), variables: namesOf("vars", expressions) };
}

function expressionsIn(node: DocumentNode, isExpression: boolean): readonly string[] {
  if (node.kind === "list") return itemsOf(node).flatMap((item) => expressionsIn(item, false));
  if (node.kind === "object") {
    return membersOf(node).flatMap(({ key, value }) => expressionsIn(value, key === "if"));
  }
  if (typeof node.value !== "string") return [];
  if (isExpression && !node.value.includes("${{")) return [node.value];
  return node.value.includes("${{") ? braced(node.value) : [];
}

/** The text between `${{` and the next `}}`, found without looking back. */
function braced(text: string): readonly string[] {
  return text
    .split("${{")
    .slice(1)
    .flatMap((part) => (part.includes("}}") ? [part.slice(0, part.indexOf("}}"))] : []));
}

function namesOf(context: string, expressions: readonly string[]): readonly string[] {
  const quoted = new RegExp(`(?<![\\w.-])${context}\\s*\\[\\s*['"]([A-Za-z_]\\w*)['"]\\s*\\]`, "gi");
  const dotted = new RegExp(`(?<![\\w.-])${context}\\s*\\.\\s*([A-Za-z_]\\w*)`, "gi");
  const names = expressions.flatMap((expression) => [
    ...expression.matchAll(quoted),
    ...expression.replaceAll(/'[^']*'/g, "''").matchAll(dotted),
  ]);
  return [...new Set(names.flatMap(([, name]) => name ?? []))].toSorted();
}
