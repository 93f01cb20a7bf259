import type { DocumentNode } from "../../../model/document.ts";
import { expressionAt, literalAt, type TerraformBlock } from "../../../workspace/documents/terraform.ts";
import { readListParts, type ListPart } from "../../../workspace/documents/terraform-list.ts";
import { membersOf, nodeAt } from "../../../workspace/parsers/navigate.ts";

/** An API that a file says is enabled, or the name of a list of them that stands in another file of the folder. */
export interface DeclaredApi {
  readonly kind: "api" | "list";
  /** `run.googleapis.com`; of a list its name among the locals. */
  readonly name: string;
  readonly line: number;
  /** True when the configuration decides whether it is enabled. */
  readonly isConditional: boolean;
  /** The block that enables it: `google_project_service.apis`. */
  readonly by: string;
}

/** Inputs of modules under which lists of APIs are given: the project factory's and the fabric's. */
const MODULE_INPUTS = ["activate_apis", "services", "apis", "enable_apis", "project_services"];

const SUFFIX = ".googleapis.com";

const DEEPEST = 5;

/** The APIs that the blocks of one file enable; lists that stand in `locals` of the same file are followed. */
export function declaredApis(blocks: readonly TerraformBlock[]): readonly DeclaredApi[] {
  const locals = localsOf(blocks);
  return blocks.flatMap((block) => usesOf(block).flatMap((use) => resolveUse(use, locals)));
}

/** The APIs in the lists among the locals of one file, by the list's name. */
export function listedApis(blocks: readonly TerraformBlock[]): ReadonlyMap<string, readonly DeclaredApi[]> {
  const locals = localsOf(blocks);
  const lists = [...locals].map(([name, node]) => {
    const use = { parts: readListParts(node), suffix: "", isConditional: false, by: `local.${name}` };
    return [name, resolveUse(use, locals).filter(({ kind }) => kind === "api")] as const;
  });
  return new Map(lists.filter(([, apis]) => apis.length > 0));
}

function localsOf(blocks: readonly TerraformBlock[]): ReadonlyMap<string, DocumentNode> {
  return new Map(
    blocks
      .filter(({ type }) => type === "locals")
      .flatMap(({ body }) => membersOf(body).map(({ key, value }) => [key, value] as const)),
  );
}

/** One block's list of names, each still without what the block puts behind it. */
interface ApiUse {
  readonly parts: readonly ListPart[];
  readonly suffix: string;
  readonly isConditional: boolean;
  readonly by: string;
}

function usesOf(block: TerraformBlock): readonly ApiUse[] {
  const { type, labels, body } = block;
  const [kind] = labels;
  const isConditional = expressionAt(body, "count")?.includes("?") === true;
  const use = { suffix: "", isConditional, by: (type === "module" ? [type, ...labels] : labels).join(".") };
  if (type === "module") {
    return MODULE_INPUTS.map((name) => ({ ...use, parts: readListParts(nodeAt(body, name)) }));
  }
  if (type !== "resource") return [];
  if (kind === "google_project_services") return [{ ...use, parts: readListParts(nodeAt(body, "services")) }];
  if (kind !== "google_project_service") return [];
  if (literalAt(body, "service") !== undefined) {
    return [{ ...use, parts: readListParts(nodeAt(body, "service")) }];
  }
  return [{ ...use, ...repeatedService(body) }];
}

/** `for_each` with `each.key` or `each.value`, or `count` with a place in a list. */
function repeatedService(body: DocumentNode): Pick<ApiUse, "parts" | "suffix"> {
  const service = expressionAt(body, "service") ?? "";
  const [, each, suffix = ""] =
    /^(?:\$\{\s*)?each\.(key|value)(?:\s*\}(\.googleapis\.com))?$/.exec(service) ?? [];
  const source = nodeAt(body, "for_each");
  if (each === "key" && source?.kind === "object") return { parts: keysOf(source), suffix };
  if (each !== undefined) return { parts: readListParts(source), suffix };
  const [, indexed, inElement] =
    /^local\.([\w-]+)\[count\.index\]$|^element\(local\.([\w-]+),\s*count\.index\)$/.exec(service) ?? [];
  const value = indexed ?? inElement;
  const line = nodeAt(body, "service")?.position.line ?? 1;
  return { parts: value === undefined ? [] : [{ kind: "local", value, line, isConditional: false }], suffix };
}

function keysOf(node: DocumentNode): readonly ListPart[] {
  return membersOf(node).map(({ key, keyPosition }) => ({
    kind: "text",
    value: key,
    line: keyPosition.line,
    isConditional: false,
  }));
}

function resolveUse(
  use: ApiUse,
  locals: ReadonlyMap<string, DocumentNode>,
  depth = 0,
): readonly DeclaredApi[] {
  return use.parts.flatMap((part) => {
    const isConditional = use.isConditional || part.isConditional;
    const found = { name: part.value + use.suffix, line: part.line, isConditional, by: use.by };
    if (part.kind === "text") return isService(found.name) ? [{ ...found, kind: "api" as const }] : [];
    const list = locals.get(part.value);
    if (list === undefined) return use.suffix === "" ? [{ ...found, kind: "list" as const }] : [];
    if (depth > DEEPEST) return [];
    return resolveUse({ ...use, isConditional, parts: readListParts(list) }, locals, depth + 1);
  });
}

/** True for the full name of an API. */
export function isService(text: string): boolean {
  return text.endsWith(SUFFIX) && /^[a-z][a-z0-9-]*(\.[a-z0-9-]+)*$/.test(text);
}
