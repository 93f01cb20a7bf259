import type { ConfigEntry } from "./config-entry.ts";
import type { Diagnostic } from "./diagnostic.ts";
import type { EnvironmentName } from "./resource-values.ts";

/** A file of the tree, known without reading it. */
export interface SnapshotFile {
  readonly path: string;
  readonly kind: "file" | "link" | "submodule" | "other";
  readonly state: "tracked" | "untracked" | "ignored";
  readonly size: number;
  /** The same for the same content; undefined where nobody has to know. */
  readonly blobId?: string;
}

/** A line of a file. */
export interface SnapshotPlace {
  readonly file: string;
  readonly line: number;
}

/** A port that a compose service publishes. */
export interface PublishedPort extends SnapshotPlace {
  readonly service: string;
  /** Undefined for every address. */
  readonly hostIp: string | undefined;
  readonly hostPort: number;
  readonly protocol: string;
  readonly profiles: readonly string[];
}

/** A reference from one file to another. */
export interface SnapshotReference extends SnapshotPlace {
  /** As written. */
  readonly target: string;
}

/** What code reads of its environment. */
export interface SnapshotUsage extends SnapshotPlace {
  readonly key: string;
  readonly hasDefault: boolean;
  readonly isRequired: boolean;
  readonly isTest: boolean;
}

/** Everything that rules look at, at one moment. */
export interface Snapshot {
  readonly environment: EnvironmentName;
  /** Sorted by path. */
  readonly files: readonly SnapshotFile[];
  readonly entries: readonly ConfigEntry[];
  readonly usages: readonly SnapshotUsage[];
  /** Where whole hunks of an unfinished merge begin. */
  readonly mergeHunks: readonly SnapshotPlace[];
  /** Secrets that stand in tracked files, told by their form. */
  readonly committedSecrets: readonly (SnapshotPlace & { readonly kind: string })[];
  readonly publishedPorts: readonly PublishedPort[];
  /** Links whose target is not there, and that git does not ignore. */
  readonly brokenLinks: readonly { readonly file: string; readonly target: string }[];
  /** `-r` and `-c` of requirements files whose target is not there. */
  readonly missingIncludes: readonly SnapshotReference[];
  /** Values of tfvars that their variable refuses, with what it asks for. */
  readonly typeFaults: readonly (SnapshotPlace & { readonly key: string; readonly fault: string })[];
  /** What files could not be read as, by the reader. */
  readonly parseProblems: readonly Diagnostic[];
  /** `packageManager` of package.json files, by folder. */
  readonly packageManagers: Readonly<Record<string, string>>;
}
