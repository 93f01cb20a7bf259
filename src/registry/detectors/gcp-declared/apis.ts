import type { DocumentNode } from "../../../model/document.ts";
import { literalAt, type TerraformBlock } from "../../../workspace/documents/terraform.ts";
import { readListParts, type ListPart } from "../../../workspace/documents/terraform-list.ts";
import { membersOf, nodeAt } from "../../../workspace/parsers/navigate.ts";

/** An API that a file says is enabled. */
export interface DeclaredApi {
  /** `run.googleapis.com` */
  readonly service: string;
  readonly line: number;
  readonly isConditional: boolean;
}

/** Inputs of modules under which lists of APIs are given: the project factory's and the fabric's. */
const MODULE_INPUTS = ["activate_apis", "services", "apis", "enable_apis", "project_services"];

const DEEPEST = 5;

/** The APIs of the blocks of one file; a list that stands in `locals` of the same file is followed. */
export function declaredApis(blocks: readonly TerraformBlock[]): readonly DeclaredApi[] {
  const locals = new Map(
    blocks
      .filter(({ type }) => type === "locals")
      .flatMap(({ body }) => membersOf(body).map(({ key, value }) => [key, value] as const)),
  );
  return blocks.flatMap((block) =>
    apiNodes(block).flatMap((node) => servicesIn(readListParts(node), locals, 0)),
  );
}

function apiNodes({ type, labels, body }: TerraformBlock): readonly (DocumentNode | undefined)[] {
  if (type === "module") return MODULE_INPUTS.map((name) => nodeAt(body, name));
  if (type !== "resource") return [];
  if (labels[0] === "google_project_services") return [nodeAt(body, "services")];
  if (labels[0] !== "google_project_service") return [];
  const service = nodeAt(body, "service");
  return literalAt(body, "service") === undefined ? [nodeAt(body, "for_each")] : [service];
}

function servicesIn(
  parts: readonly ListPart[],
  locals: ReadonlyMap<string, DocumentNode>,
  depth: number,
): readonly DeclaredApi[] {
  return parts.flatMap((part) => {
    if (part.kind === "local")
      return depth > DEEPEST ? [] : servicesIn(readListParts(locals.get(part.value)), locals, depth + 1);
    const isService = /^[a-z][a-z0-9-]*(\.[a-z0-9-]+)*\.googleapis\.com$/.test(part.value);
    return isService ? [{ service: part.value, line: part.line, isConditional: part.isConditional }] : [];
  });
}
