import { z } from "zod";

/** Something of the tree that can be made again. */
export interface Artifact {
  /** Relative to the root. */
  readonly path: string;
  /** As docs/reference/artifacts.md lists it: `node-modules`. */
  readonly kind: string;
  /** Of what goes; a file with several names is counted once. */
  readonly bytes: number;
  /** Whole days since its newest file was changed. */
  readonly ageDays: number;
  /** Why it is an artifact. */
  readonly reason: string;
  /** What makes it anew: `npm ci`. */
  readonly restoredBy: string;
  /** What stays of it, being precious; relative to the root. */
  readonly kept: readonly string[];
}

/** What one clean-up put away. */
export interface TrashManifest {
  readonly schemaVersion: 1;
  readonly id: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly artifacts: readonly Artifact[];
  /** Paths that were moved: each stands below the clean-up's own folder under the same path. */
  readonly moved: readonly string[];
}

const artifactSchema: z.ZodType<Artifact> = z.object({
  path: z.string(),
  kind: z.string(),
  bytes: z.number(),
  ageDays: z.number(),
  reason: z.string(),
  restoredBy: z.string(),
  kept: z.array(z.string()),
});

/** A manifest as it was kept. */
export const trashManifestSchema: z.ZodType<TrashManifest> = z.object({
  schemaVersion: z.literal(1),
  id: z.string().regex(/^\d{8}T\d{6}-\d{3}-[0-9a-f]{4}$/),
  at: z.iso.datetime(),
  artifacts: z.array(artifactSchema),
  moved: z.array(z.string()),
});
