import type { TrackingState, WorkspaceFile } from "./types.ts";

/** A file as a listing names it. */
export interface ListedFile {
  readonly path: string;
  /** The bytes of a path that is not UTF-8. */
  readonly raw?: Buffer;
  readonly state: TrackingState;
  /** All that is known of an unmodified tracked file; undefined where only the disk can tell. */
  readonly known?: WorkspaceFile;
}
