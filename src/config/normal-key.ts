interface Keyed {
  readonly key: string;
}

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

/** Everything by the normal form of its key, in the order in which it came. */
export function groupByKey<T extends Keyed>(items: readonly T[]): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const name = normalKey(item.key);
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [item]);
    else group.push(item);
  }
  return groups;
}
