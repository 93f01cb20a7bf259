import type { JsonObject } from "../../model/json.ts";
import type { ResourceDraft } from "../../model/resource.ts";

export interface CredentialDraft extends Pick<
  ResourceDraft,
  "name" | "accessPattern" | "description" | "status" | "statusReason" | "file" | "line"
> {
  /** `credential` when not given. */
  readonly resourceType?: "credential" | "access_token" | "service_account";
  /** Who accepts it: `aws`, `github`. */
  readonly provider: string;
  readonly metadata: JsonObject;
}

/** A credential that this machine holds, with what all of them share. No service was asked whether it works. */
export function machineCredential({ provider, ...draft }: CredentialDraft): ResourceDraft {
  return { ...treeCredential({ provider, ...draft }), environment: "machine" };
}

/** The same of a credential that stands in the tree. */
export function treeCredential({
  provider,
  metadata,
  resourceType,
  ...draft
}: CredentialDraft): ResourceDraft {
  return {
    ...draft,
    resourceType: resourceType ?? "credential",
    priority: 1,
    tags: ["credential", provider],
    metadata: { ...metadata, isVerified: false },
  };
}
