import type { JsonObject } from "../../../model/json.ts";
import type { ResourceDraft } from "../../../model/resource.ts";

/** What a file says of a service that is deployed from it. */
export interface ServiceFacts {
  /** `run`, `bucket`: the name begins with it. */
  readonly kind: string;
  readonly name: string;
  readonly what: string;
  readonly file: string;
  readonly line: number;
  readonly metadata: JsonObject;
}

/** A service of Google Cloud that the repository declares. */
export function serviceDraft({ kind, name, what, file, line, metadata }: ServiceFacts): ResourceDraft {
  return {
    name: `${kind}:${name}`,
    resourceType: "gcp_service",
    accessPattern: file,
    description: what,
    status: "unknown",
    statusReason: "the repository declares it; Google Cloud was not asked",
    tags: ["gcp", "declared", kind],
    metadata: { ...metadata, places: [{ file, line }] },
    file,
    line,
  };
}

/** True for a name that is written out, not left to a template. */
export function isWrittenOut(name: string): boolean {
  return /^[A-Za-z0-9][\w.-]*$/.test(name);
}
