import type { ArtifactKind } from "./types.ts";
import { seenOf, type Place, type Surroundings } from "./conditions.ts";
import { matchesName } from "./match-name.ts";

/** A kind that something fits, and what was seen that says so. */
export interface Fit {
  readonly kind: ArtifactKind;
  /** In words: `beside package.json`. */
  readonly seen: readonly string[];
  /** What was seen that makes it certain though git does not ignore it; undefined where nothing does. */
  readonly proof: readonly string[] | undefined;
}

interface Candidate {
  readonly path: string;
  readonly shape: ArtifactKind["shape"];
}

/** Finds kinds by the name at the end of a path. */
export interface Classifier {
  /** Kinds that fit, the first best. */
  fitsOf(candidate: Candidate, surroundings: Surroundings): readonly Fit[];
}

export function createClassifier(kinds: readonly ArtifactKind[]): Classifier {
  const exact = new Map<string, ArtifactKind[]>();
  const open: ArtifactKind[] = [];
  for (const kind of kinds) {
    for (const last of new Set(kind.names.map((name) => name.slice(name.lastIndexOf("/") + 1)))) {
      if (/[*?%]/.test(last)) open.push(kind);
      else exact.set(last, [...(exact.get(last) ?? []), kind]);
    }
  }
  const order = new Map(kinds.map((kind, at) => [kind, at]));
  return {
    fitsOf: (candidate, surroundings) => {
      const name = candidate.path.slice(candidate.path.lastIndexOf("/") + 1);
      const named = [...new Set([...(exact.get(name) ?? []), ...open])];
      return named
        .filter(({ shape }) => shape === candidate.shape)
        .toSorted((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0))
        .flatMap((kind) => fit(kind, candidate.path, surroundings));
    },
  };
}

function fit(kind: ArtifactKind, path: string, surroundings: Surroundings): readonly Fit[] {
  for (const parent of new Set(kind.names.map((name) => parentOf(name, path)))) {
    if (parent === undefined) continue;
    const place: Place = { path, parent, patterns: kind.names };
    const seen = kind.needs === undefined ? [] : seenOf(kind.needs, place, surroundings);
    if (seen === undefined) continue;
    const proof = kind.proof === undefined ? undefined : seenOf(kind.proof, place, surroundings);
    return [{ kind, seen, proof }];
  }
  return [];
}

/** The folder that a pattern of one or more names begins in, where the end of the path is what it says. */
function parentOf(pattern: string, path: string): string | undefined {
  const wanted = pattern.split("/");
  const parts = path.split("/");
  if (parts.length < wanted.length) return undefined;
  const end = parts.slice(parts.length - wanted.length);
  if (!wanted.every((one, at) => matchesName(one, end[at] ?? ""))) return undefined;
  return parts.slice(0, parts.length - wanted.length).join("/");
}
