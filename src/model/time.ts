/** ISO 8601 in UTC with milliseconds, as every document and every `--json` answer writes a time. */
export function toTimestamp(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}

/** True when what was observed then may no longer be relied on. */
export function isStale(
  fact: { readonly observedAt: string; readonly ttlSeconds: number },
  nowMs: number,
): boolean {
  return Date.parse(fact.observedAt) + fact.ttlSeconds * 1_000 < nowMs;
}
