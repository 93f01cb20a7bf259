/** A format whose values are read with their places. */
export type StructuredFormat = "json" | "jsonc" | "yaml" | "toml" | "ini" | "dotenv" | "hcl";

/** A place in a text, both 1-based; the column counts UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** One value of a parsed document with its place. */
export type DocumentNode = ObjectNode | ListNode | ScalarNode;

export interface ObjectNode {
  readonly kind: "object";
  /** In the order of the text; a key that stands twice is here twice. */
  readonly members: readonly DocumentMember[];
  readonly position: Position;
}

export interface DocumentMember {
  readonly key: string;
  readonly keyPosition: Position;
  /** Of dotenv values and HCL blocks: the last line. */
  readonly endLine?: number;
  readonly value: DocumentNode;
  /** HCL only: the labels of a block, as `["aws_instance", "web"]`. */
  readonly labels?: readonly string[];
}

interface ListNode {
  readonly kind: "list";
  readonly items: readonly DocumentNode[];
  readonly position: Position;
}

interface ScalarNode {
  readonly kind: "scalar";
  readonly value: string | number | boolean | null;
  readonly position: Position;
  /** True where the text is an expression that only its own tool can evaluate (HCL `var.x`). */
  readonly isExpression?: boolean;
}

/** What the parsers of structured formats return. Never throws for a broken text. */
export interface ParsedDocument {
  /** One a document; YAML files may hold several, every other format gives at most one. */
  readonly documents: readonly DocumentNode[];
  readonly problems: readonly ParseProblem[];
}

/** Why a text, or a part of it, could not be parsed; the reader turns it into a diagnostic of its file. */
export interface ParseProblem {
  /** Says what is wrong, never quotes a value. */
  readonly message: string;
  readonly line: number;
  readonly column: number;
}
