/**
 * The form under which keys are compared: `DATABASE_URL`, `database.url`, `databaseUrl` and `TF_VAR_database_url` are
 * one key. Idempotent.
 */
export function normalKey(key: string): string {
  return key
    .replace(/^TF_VAR_/, "")
    .replaceAll(/([a-z0-9])([A-Z])/g, "$1.$2")
    .replaceAll(/([A-Z])([A-Z][a-z])/g, "$1.$2")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ".")
    .replaceAll(/^\.|\.$/g, "");
}
