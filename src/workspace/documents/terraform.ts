import type { DocumentMember, DocumentNode } from "../../model/document.ts";
import { itemsOf, membersOf, nodeAt } from "../parsers/navigate.ts";

/** A block of a Terraform configuration: `resource "google_redis_instance" "cache" {…}`. */
export interface TerraformBlock {
  readonly type: string;
  readonly labels: readonly string[];
  /** Where the block begins, 1-based. */
  readonly line: number;
  readonly body: DocumentNode;
}

/** How many labels the blocks at the top have: `.tf.json` spells them as nested objects. */
const LABEL_COUNTS: Readonly<Record<string, number | undefined>> = {
  resource: 2,
  data: 2,
  provider: 1,
  module: 1,
  variable: 1,
  output: 1,
};

/** The format of a Terraform file by its name. */
export function terraformFormat(path: string): "hcl" | "json" {
  return path.toLowerCase().endsWith(".json") ? "json" : "hcl";
}

/** The blocks at the top of a `.tf` or `.tf.json` document, in the order of the text. */
export function readTerraformBlocks(root: DocumentNode | undefined): readonly TerraformBlock[] {
  return membersOf(root).flatMap((member) => toBlocks(member, labelCount(member.key)));
}

/** The blocks of one name inside another: `nestedBlocks(terraform.body, "backend", 1)`. */
export function nestedBlocks(
  body: DocumentNode | undefined,
  type: string,
  labels: number,
): readonly TerraformBlock[] {
  return membersOf(body)
    .filter((member) => member.key === type)
    .flatMap((member) => toBlocks(member, labels));
}

/** The text at a path when it is written out; undefined for everything that only Terraform can evaluate. */
export function literalAt(node: DocumentNode | undefined, ...path: readonly string[]): string | undefined {
  const found = nodeAt(node, ...path);
  if (found?.kind !== "scalar" || found.value === null || found.isExpression === true) return undefined;
  const text = String(found.value);
  return /[$%]\{/.test(text) ? undefined : text;
}

/** The source of an expression at a path, `"${…}"` around a whole one taken off; undefined for a literal. */
export function expressionAt(node: DocumentNode | undefined, ...path: readonly string[]): string | undefined {
  const found = nodeAt(node, ...path);
  if (found?.kind !== "scalar" || typeof found.value !== "string") return undefined;
  if (found.isExpression !== true && !/[$%]\{/.test(found.value)) return undefined;
  const bare = found.value.trim().replace(/^"([\s\S]*)"$/, "$1");
  return /^\$\{([^{}]*)\}$/.exec(bare)?.[1]?.trim() ?? bare;
}

function labelCount(type: string): number {
  return Object.hasOwn(LABEL_COUNTS, type) ? (LABEL_COUNTS[type] ?? 0) : 0;
}

function toBlocks(member: DocumentMember, labels: number): readonly TerraformBlock[] {
  const found = { type: member.key, line: member.keyPosition.line };
  const written = member.labels ?? [];
  if (written.length > 0 || labels === 0) {
    return bodiesOf(member.value).map((body) => ({ ...found, labels: written, body }));
  }
  return expand(member.value, labels).map((entry) => ({ ...found, ...entry }));
}

interface LabelledBody {
  readonly labels: readonly string[];
  readonly line: number;
  readonly body: DocumentNode;
}

/** `{"google": {"project": …}}` → the body labelled `google`; a list stands for several blocks. */
function expand(node: DocumentNode, depth: number): readonly LabelledBody[] {
  if (depth === 0) {
    return bodiesOf(node).map((body) => ({ labels: [], line: body.position.line, body }));
  }
  return bodiesOf(node)
    .flatMap(membersOf)
    .flatMap((member) =>
      expand(member.value, depth - 1).map((inner) => ({
        labels: [member.key, ...inner.labels],
        line: depth === 1 ? member.keyPosition.line : inner.line,
        body: inner.body,
      })),
    );
}

function bodiesOf(node: DocumentNode): readonly DocumentNode[] {
  if (node.kind === "object") return [node];
  return itemsOf(node).filter((item) => item.kind === "object");
}
