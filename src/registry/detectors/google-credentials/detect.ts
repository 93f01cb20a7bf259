import type { DetectContext, Detection } from "../../types.ts";
import { detectApplicationDefault } from "./application-default.ts";
import { detectAccounts } from "./gcloud-accounts.ts";

/** Google's credentials outside the tree: Application Default Credentials and the accounts of gcloud. */
export async function detectGoogle(context: DetectContext): Promise<Detection> {
  const { resources, diagnostics } = await detectApplicationDefault(context);
  return { resources: [...resources, ...detectAccounts(context)], diagnostics: diagnostics ?? [] };
}
