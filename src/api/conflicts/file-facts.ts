import type { Diagnostic } from "../../model/diagnostic.ts";
import type { SnapshotPackage, PublishedPort } from "../../model/snapshot.ts";
import type { VersionPin } from "../../workspace/pins/types.ts";
import type { RelativeImport } from "../../workspace/references/imports.ts";
import type { FileReference } from "../../workspace/references/types.ts";
import type { RepeatedKey } from "../../workspace/documents/repeated-keys.ts";
import type { Silence } from "../../workspace/documents/silences.ts";

/** What rules want to know of one file, made of its content alone, so that it holds until the content changes. */
export interface FileFacts {
  readonly references?: readonly FileReference[];
  /** Kept short: nearly all of them are good, and a large tree has many. */
  readonly imports?: readonly RelativeImport[];
  /** Of Markdown: names that links may end in. */
  readonly anchors?: readonly string[];
  readonly pins?: readonly VersionPin[];
  /** Folders that a compose file or workflow builds images from, relative to the root. */
  readonly contexts?: readonly string[];
  readonly ports?: readonly Omit<PublishedPort, "file">[];
  /** Lines on which unfinished merges begin. */
  readonly hunks?: readonly number[];
  readonly secrets?: readonly {
    readonly kind: string;
    readonly line: number;
    readonly isForVisitors: boolean;
  }[];
  readonly silences?: readonly Silence[];
  readonly package?: Omit<SnapshotPackage, "file"> & { readonly manager?: string };
  /** Patterns of the folders that a package manager takes for packages of one repository. */
  readonly members?: readonly string[];
  /** Keys that stand twice in one object, with different values. */
  readonly repeated?: readonly RepeatedKey[];
  /** Why its own tool could not read it. */
  readonly problem?: { readonly message: string; readonly line: number };
  /** What was said when it was parsed: it is said again as long as the file stays as it is. */
  readonly told?: readonly Diagnostic[];
}
