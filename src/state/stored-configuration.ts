import { z } from "zod";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { JsonValue } from "../model/json.ts";
import { resourcePrioritySchema } from "../model/resource.ts";
import type { EnvironmentName, ResourcePriority } from "../model/resource-values.ts";
import { readDocument, writeDocument } from "./documents.ts";
import { withLock } from "./lock.ts";
import { hasFolder, shownPath, type StateFolder } from "./state-folder.ts";

const PLAIN = "configuration.json";
const SECRETS = "secrets.json";

const LOST =
  "It held what `orchestra config set` kept: look into the file that was set aside, and set it again.";

/** A value that a person or a program set. */
export interface StoredValue {
  readonly key: string;
  readonly value: JsonValue;
  readonly environment: EnvironmentName;
  readonly scope: string;
  readonly priority: ResourcePriority;
  /** ISO 8601, UTC. */
  readonly setAt: string;
}

/** What `config set` kept; secrets stand in a file of their own. */
export interface StoredConfiguration {
  readonly plain: readonly StoredValue[];
  readonly secrets: readonly StoredValue[];
}

const valueSchema: z.ZodType<StoredValue> = z.object({
  key: z.string().min(1),
  value: z.json(),
  environment: z.string().min(1),
  scope: z.string().min(1),
  priority: resourcePrioritySchema,
  setAt: z.iso.datetime(),
});

const documentSchema = z.object({ schemaVersion: z.literal(1), values: z.array(valueSchema) });

/** Reads both files. Throws `STATE_TOO_NEW`. */
export function readStoredConfiguration(
  state: StateFolder,
): StoredConfiguration & { readonly diagnostics: readonly Diagnostic[] } {
  if (!hasFolder(state)) return { plain: [], secrets: [], diagnostics: [] };
  const [plain, secrets] = [PLAIN, SECRETS].map((name) => readDocument(state, name, documentSchema));
  const diagnostics = [...(plain?.diagnostics ?? []), ...(secrets?.diagnostics ?? [])];
  return {
    plain: plain?.data?.values ?? [],
    secrets: secrets?.data?.values ?? [],
    diagnostics: diagnostics.map((broken) => ({ ...broken, hint: LOST })),
  };
}

/** Changes what is kept, one process at a time; secrets are written first, so that none is lost on the way. */
export async function updateStoredConfiguration(
  state: StateFolder,
  change: (stored: StoredConfiguration) => StoredConfiguration,
): Promise<void> {
  await withLock(state, () => {
    const before = readStoredConfiguration(state);
    const after = change(before);
    if (!isSame(before.secrets, after.secrets)) writeDocument(state, SECRETS, { values: after.secrets });
    if (!isSame(before.plain, after.plain)) writeDocument(state, PLAIN, { values: after.plain });
  });
}

/** Where a value stands, relative to the root. */
export function storedPath(isSecret: boolean): string {
  return shownPath(isSecret ? SECRETS : PLAIN);
}

function isSame(a: readonly StoredValue[], b: readonly StoredValue[]): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
