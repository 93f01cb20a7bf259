import { LANGUAGE_FILES } from "./catalogue/languages.ts";
import { OPERATION_FILES } from "./catalogue/operations.ts";
import { SERVER_FILES } from "./catalogue/servers.ts";
import { WORKBENCH_FILES } from "./catalogue/workbench.ts";
import type { CatalogueEntry } from "./catalogue/entry.ts";

/** Everything that counts as configuration. */
export const CATALOGUE: readonly CatalogueEntry[] = [
  ...OPERATION_FILES,
  ...LANGUAGE_FILES,
  ...WORKBENCH_FILES,
  ...SERVER_FILES,
];

const BY_NAME = index((entry) => entry.names);
const BY_STEM = index((entry) => entry.stems);
const BY_SUFFIX = index((entry) => entry.suffixes);

/** Folders whose files are examples of some other project, often wrong on purpose. */
const FIXTURES = /(^|\/)(fixtures?|__fixtures__|testdata|test-data|__mocks__|__snapshots__)\//;

/** The entry that a path belongs to: one that names the place before one that does not, a name before an extension. */
export function matchCatalogue(path: string): CatalogueEntry | undefined {
  const lower = path.toLowerCase();
  const name = lower.slice(lower.lastIndexOf("/") + 1);
  const dot = name.indexOf(".", 1);
  const lists = [
    BY_NAME.get(name),
    BY_STEM.get(dot === -1 ? name : name.slice(0, dot)),
    BY_SUFFIX.get(name.slice(name.lastIndexOf("."))),
  ];
  let unplaced: CatalogueEntry | undefined;
  for (const list of lists) {
    for (const entry of list ?? []) {
      if (entry.path === undefined) unplaced ??= entry;
      else if (entry.path.test(lower)) return entry;
    }
  }
  return unplaced;
}

/** True for files below a folder of test fixtures. */
export function isFixture(path: string): boolean {
  return FIXTURES.test(path.toLowerCase());
}

function index(
  keysOf: (entry: CatalogueEntry) => readonly string[],
): ReadonlyMap<string, readonly CatalogueEntry[]> {
  const table = new Map<string, CatalogueEntry[]>();
  for (const entry of CATALOGUE) {
    for (const key of keysOf(entry)) table.set(key, [...(table.get(key) ?? []), entry]);
  }
  return table;
}
