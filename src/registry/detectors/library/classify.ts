import {
  GO_LIBRARIES,
  MAVEN_LIBRARIES,
  NUGET_LIBRARIES,
  OTHER_LIBRARIES,
  RUST_LIBRARIES,
} from "./tables/compiled.ts";
import type { LibraryFamily } from "./tables/family.ts";
import { NPM_LIBRARIES, PHP_LIBRARIES, PYPI_LIBRARIES, RUBY_LIBRARIES } from "./tables/scripting.ts";

/** Registries of packages. */
export type Ecosystem =
  "npm" | "pypi" | "rubygems" | "packagist" | "go" | "crates" | "maven" | "nuget" | "hex" | "pub" | "swift";

interface Index {
  readonly exact: ReadonlyMap<string, LibraryFamily>;
  /** Longest first. */
  readonly prefixes: readonly (readonly [string, LibraryFamily])[];
}

const OTHERS = indexOf(OTHER_LIBRARIES);

const INDEXES: Readonly<Record<Ecosystem, Index>> = {
  npm: indexOf(NPM_LIBRARIES),
  pypi: indexOf(PYPI_LIBRARIES),
  rubygems: indexOf(RUBY_LIBRARIES),
  packagist: indexOf(PHP_LIBRARIES),
  go: indexOf(GO_LIBRARIES),
  crates: indexOf(RUST_LIBRARIES),
  maven: indexOf(MAVEN_LIBRARIES),
  nuget: indexOf(NUGET_LIBRARIES),
  hex: OTHERS,
  pub: OTHERS,
  swift: OTHERS,
};

/** The family of a package; undefined for the many that are no client of anything. An exact name wins over a prefix. */
export function classify(ecosystem: Ecosystem, name: string): LibraryFamily | undefined {
  const { exact, prefixes } = INDEXES[ecosystem];
  const key = normalize(name);
  return exact.get(key) ?? prefixes.find(([prefix]) => key.startsWith(prefix))?.[1];
}

/** Python's registry takes `_`, `.` and `-` for the same; all compare without regard to case. */
function normalize(name: string): string {
  return name.toLowerCase();
}

function indexOf(families: readonly LibraryFamily[]): Index {
  const entries = families.flatMap((family) =>
    family.packages.split(" ").map((name) => [normalize(name), family] as const),
  );
  const prefixes = entries
    .filter(([name]) => name.endsWith("*"))
    .map(([name, family]) => [name.slice(0, -1), family] as const);
  return {
    exact: new Map(entries.filter(([name]) => !name.endsWith("*"))),
    prefixes: prefixes.toSorted(([a], [b]) => b.length - a.length),
  };
}
