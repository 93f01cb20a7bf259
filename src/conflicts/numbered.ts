/** Each of some things with its number, from 1, among those that share its key. */
export function numbered<T>(
  items: readonly T[],
  keyOf: (item: T) => string,
): readonly { readonly item: T; readonly number: number }[] {
  const counts = new Map<string, number>();
  return items.map((item) => {
    const key = keyOf(item);
    const number = (counts.get(key) ?? 0) + 1;
    counts.set(key, number);
    return { item, number };
  });
}
