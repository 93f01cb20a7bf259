import type { Resource } from "../model/resource.ts";
import type { DetectContext, Verification } from "./types.ts";

/**
 * What a file of the tree declares is as true as the file is there: the answer of discovery stands as long as it is.
 * Nothing is asked of the service that the declaration is about.
 */
export function verifyDeclared(resource: Resource, context: DetectContext): Verification {
  const { file } = resource.source;
  if (file !== undefined && context.workspace.stat(file) === undefined) {
    return { status: "missing", reason: `${file} is gone` };
  }
  if (resource.status !== "missing") return { status: resource.status, reason: resource.statusReason };
  return { status: "unknown", reason: `${file ?? "the file"} is back: run discovery again` };
}
