import type { DocumentNode } from "../../../model/document.ts";
import type { JsonObject } from "../../../model/json.ts";
import { literalAt, nestedBlocks, type TerraformBlock } from "../../../workspace/documents/terraform.ts";
import { membersOf } from "../../../workspace/parsers/navigate.ts";

/** The providers that `terraform { required_providers … }` asks for. */
export function requiredProviders(body: DocumentNode, file: string): readonly JsonObject[] {
  return nestedBlocks(body, "required_providers", 0).flatMap((block) =>
    membersOf(block.body).map(({ key, keyPosition, value }) => ({
      name: key,
      source: literalAt(value, "source"),
      version: literalAt(value, "version") ?? literalAt(value),
      file,
      line: keyPosition.line,
    })),
  );
}

/** A `provider "google" {…}`: of its settings only those that hold no secret. */
export function configuredProvider({ labels, body, line }: TerraformBlock, file: string): JsonObject {
  return {
    name: labels[0],
    alias: literalAt(body, "alias"),
    version: literalAt(body, "version"),
    isConfigured: true,
    file,
    line,
  };
}

/** What `.terraform.lock.hcl` holds fast. */
export function lockedProviders(blocks: readonly TerraformBlock[], file: string): readonly JsonObject[] {
  return blocks
    .filter(({ type }) => type === "provider")
    .map(({ labels, body, line }) => ({
      source: labels[0],
      version: literalAt(body, "version"),
      constraints: literalAt(body, "constraints"),
      file,
      line,
    }));
}
