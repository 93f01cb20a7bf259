import { join } from "node:path";
import { z } from "zod";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { JsonValue } from "../model/json.ts";
import { resourcePrioritySchema } from "../model/resource.ts";
import type { EnvironmentName, ResourcePriority } from "../model/resource-values.ts";
import { readDocument, writeDocument } from "./documents.ts";
import { withLock } from "./lock.ts";
import { shownPath, type StateFolder } from "./state-folder.ts";

const PLAIN = "configuration.json";

/** Below the user's own configuration folder: no secret stands in a project's `.orchestra/`. */
const SECRETS_FOLDER = "secrets";

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

/** What `config set` kept; secrets stand apart, in a file of this user for this project. */
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
  const secretsPlace = placeOfSecrets(state);
  const plain = readDocument(state, PLAIN, documentSchema);
  const secrets = readDocument(secretsPlace.folder, secretsPlace.name, documentSchema);
  const file = join(secretsPlace.folder.path, secretsPlace.name);
  return {
    plain: plain.data?.values ?? [],
    secrets: secrets.data?.values ?? [],
    diagnostics: [
      ...plain.diagnostics.map((broken) => ({ ...broken, hint: LOST })),
      ...secrets.diagnostics.map((broken) => ({ ...broken, file, hint: LOST })),
    ],
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
    const { folder, name } = placeOfSecrets(state);
    if (!isSame(before.secrets, after.secrets)) writeDocument(folder, name, { values: after.secrets });
    if (!isSame(before.plain, after.plain)) writeDocument(state, PLAIN, { values: after.plain });
  });
}

/** Where plain values stand, relative to the root. */
export const PLAIN_VALUES_FILE = shownPath(PLAIN);

/** A file for each project, told by where it is. */
function placeOfSecrets({ platform, path }: StateFolder): {
  readonly folder: StateFolder;
  readonly name: string;
} {
  const folder = { platform, path: join(platform.host.configFolder, SECRETS_FOLDER) };
  return { folder, name: `${platform.hash.sha256(path).slice(0, 24)}.json` };
}

function isSame(a: readonly StoredValue[], b: readonly StoredValue[]): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
