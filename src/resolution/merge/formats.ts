import { posix } from "node:path";
import type { DocumentNode, StructuredFormat } from "../../model/document.ts";
import type { JsonValue } from "../../model/json.ts";
import { parseStructured } from "../../workspace/parsers/index.ts";
import { toPlain } from "../../workspace/parsers/navigate.ts";

/** A text as what its format makes of it. */
export interface ParsedText {
  readonly isRight: boolean;
  /** One member a document. */
  readonly value: JsonValue;
  /** True where some key stands twice in one object. */
  readonly hasDuplicates: boolean;
}

/** Formats whose values can be compared; undefined for any other text. */
export function structuredFormat(path: string): StructuredFormat | undefined {
  const name = posix.basename(path).toLowerCase();
  if (/^\.?[\w.-]*\.env(\.|$)|^\.env([.-]|$)/.test(name)) return "dotenv";
  if (/\.(jsonc|json5)$|^[tj]sconfig[\w.-]*\.json$|^\.(eslintrc|babelrc|swcrc)/.test(name)) return "jsonc";
  if (name.endsWith(".json")) return "json";
  if (/\.ya?ml$/.test(name)) return "yaml";
  if (/\.toml$|^(pipfile|poetry\.lock|cargo\.lock)$/.test(name)) return "toml";
  return /\.(tf|tfvars|hcl|tofu)$/.test(name) ? "hcl" : undefined;
}

/** True for lists of patterns, one a line, such as `.gitignore`. */
export function isPatternList(path: string): boolean {
  return /(^|\/)\.(git|docker|npm|prettier|eslint|gcloud|helm|vscode)ignore$/.test(path);
}

export async function parseText(format: StructuredFormat, text: string): Promise<ParsedText> {
  const { documents, problems } = await parseStructured(format, text);
  return {
    isRight: problems.length === 0,
    value: Object.fromEntries(documents.map((document, index) => [String(index), toPlain(document)])),
    hasDuplicates: documents.some(hasDuplicates),
  };
}

/** Blocks of HCL may well be called the same. */
function hasDuplicates(node: DocumentNode): boolean {
  if (node.kind === "list") return node.items.some(hasDuplicates);
  if (node.kind === "scalar") return false;
  const keys = node.members.map(({ key, labels }) => JSON.stringify([key, labels ?? []]));
  return new Set(keys).size < keys.length || node.members.some(({ value }) => hasDuplicates(value));
}
