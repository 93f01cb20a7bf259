import type { TrackedFiles } from "./tracked-files.ts";
import type { TrackingState, WorkspaceFile } from "./types.ts";

/** A file as a listing names it. */
export interface ListedFile {
  readonly path: string;
  /** The bytes of a path that is not UTF-8. */
  readonly raw?: Buffer;
  readonly state: TrackingState;
  /** All that is known of it; undefined where only the disk can tell. */
  readonly known?: WorkspaceFile;
}

/** What was listed of a tree. */
export interface Listing {
  /** Unmodified tracked files, as git's index has them. */
  readonly tracked: TrackedFiles;
  /** All others. */
  readonly others: readonly ListedFile[];
  /** The bytes of tracked paths that are not UTF-8. */
  readonly rawPaths: ReadonlyMap<string, Buffer>;
}
