import type { TrackingState, WorkspaceFile } from "./types.ts";

/** A file as a listing names it, before the disk is asked. */
export interface ListedFile {
  readonly path: string;
  /** The bytes of a path that is not UTF-8. */
  readonly raw?: Buffer;
  /** Undefined where only the disk can tell. */
  readonly kind: WorkspaceFile["kind"] | undefined;
  readonly state: TrackingState;
  readonly mode: number;
  readonly size: number;
  /** Git's object id of an unmodified file; undefined where only the disk can tell. */
  readonly oid: string | undefined;
}
