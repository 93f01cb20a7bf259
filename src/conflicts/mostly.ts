/** Fewer say nothing about a place. */
const LEAST = 8;

/**
 * Finds the places where most of what stands there is amiss: at least eight, and more than half. An item stands in
 * several places, each of which is named in any way. All items are asked for only where a place has enough.
 */
export function mostlyAmiss(
  amiss: readonly (readonly string[])[],
  listAll: () => Iterable<readonly string[]>,
): (places: readonly string[]) => boolean {
  const counts = new Map<string, number>();
  for (const places of amiss) count(places, counts);
  const many = new Map([...counts].filter(([, found]) => found >= LEAST));
  if (many.size === 0) return () => false;
  const all = new Map<string, number>();
  for (const places of listAll())
    count(
      places.filter((place) => many.has(place)),
      all,
    );
  return (places) => places.some((place) => (many.get(place) ?? 0) * 2 > (all.get(place) ?? 0));
}

function count(places: readonly string[], counts: Map<string, number>): void {
  for (const place of places) counts.set(place, (counts.get(place) ?? 0) + 1);
}
