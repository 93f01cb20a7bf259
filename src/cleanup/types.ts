import type { Platform } from "../platform/types.ts";

/** What a kind of artifact belongs to. */
type ProjectType =
  | "javascript"
  | "python"
  | "rust"
  | "go"
  | "jvm"
  | "dotnet"
  | "native"
  | "mobile"
  | "functional"
  | "ruby"
  | "php"
  | "infrastructure"
  | "documents"
  | "games"
  | "system";

/**
 * What has to stand around or inside an artifact; each member that is given must hold, and one pattern of it is enough.
 * Patterns are names or paths with `/`, in which `*` stands for anything in one name, `?` for one character and `%` for digits.
 */
export interface Conditions {
  /** In the folder that holds it. `<name>` is its name without what the kind's own pattern adds at the end. */
  readonly beside?: readonly string[];
  /** In that folder or one above it, up to the root. */
  readonly above?: readonly string[];
  /** In it. */
  readonly inside?: readonly string[];
  /** Every file below it has one of these names, and there is at least one. */
  readonly holdsOnly?: readonly string[];
  /** Everything directly in it has one of these names. */
  readonly topOnly?: readonly string[];
  /** A file's first bytes, hexadecimal. */
  readonly begins?: readonly string[];
}

/** One kind of artifact, as data. */
export interface ArtifactKind {
  /** Kebab-case, stable. */
  readonly id: string;
  readonly projectType: ProjectType;
  /** What it is: `packages that npm, yarn or pnpm installed`. */
  readonly title: string;
  readonly shape: "folder" | "file";
  /** Its name, or the end of its path: `node_modules`, `vendor/bundle`, `*.egg-info`. */
  readonly names: readonly string[];
  /** Without these it is something else of the same name. */
  readonly needs?: Conditions;
  /**
   * What makes it certain even where git does not ignore it; `{}` where `needs` already does. Without it, only what git
   * ignores counts.
   */
  readonly proof?: Conditions;
  /** What makes it anew: `npm ci`. */
  readonly restoredBy: string;
  /** Installed packages: keys and certificates in them are parts of a package and come back with it. */
  readonly isInstalled?: boolean;
  /** Names of the tool's own that look like a database. */
  readonly ownNames?: readonly string[];
  /** Paths in it that hold a choice of the user and stay. */
  readonly keeps?: readonly string[];
}

/** What git, or a walk, says of the tree: everything by path relative to the root. */
interface TreeFacts {
  /** True for a tracked file or submodule. */
  readonly isTracked: (path: string) => boolean;
  /** True for a folder with something tracked in it. */
  readonly holdsTracked: (folder: string) => boolean;
  readonly isIgnored: (path: string) => boolean;
  /** False for a folder in which everything is tracked. */
  readonly mayHoldOthers: (folder: string) => boolean;
}

/** Which artifacts are wanted. */
export interface ScanLimits {
  /** Its newest file must be older; 0 for any age. */
  readonly maxAgeDays: number;
  /** Bytes. */
  readonly minSize: number;
  readonly isWanted: (path: string) => boolean;
}

export interface ScanInput {
  readonly platform: Platform;
  /** Absolute, links followed. */
  readonly root: string;
  readonly facts: TreeFacts;
  readonly limits: ScanLimits;
  /** Where this very program runs from, absolute, links followed: nothing of that is moved. */
  readonly ownProgram: string;
}

/** Something that can be made again, and what is to be moved of it. */
export interface FoundArtifact {
  /** Relative to the root. */
  readonly path: string;
  /** Id of its kind. */
  readonly kind: string;
  /** Of what is moved; a file with several names is counted once. */
  readonly bytes: number;
  /** Whole days since its newest file was changed. */
  readonly ageDays: number;
  /** Why it is one. */
  readonly reason: string;
  readonly restoredBy: string;
  /** What stays of it, being precious; relative to the root. */
  readonly kept: readonly string[];
  /** What is moved: itself, or where something stays, the largest parts around that. */
  readonly pieces: readonly Piece[];
}

/** What is moved in one go. */
export interface Piece {
  readonly path: string;
  /** As it stood at the scan, decimal. */
  readonly identity: { readonly device: string; readonly inode: string };
}
