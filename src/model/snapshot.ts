import type { ConfigEntry } from "./config-entry.ts";
import type { Resource } from "./resource.ts";
import type { EnvironmentName } from "./resource-values.ts";

/** A file of the tree, known without reading it. */
export interface SnapshotFile {
  readonly path: string;
  readonly kind: "file" | "link" | "submodule" | "other";
  readonly state: "tracked" | "untracked" | "ignored";
  readonly size: number;
}

/** A line of a file. */
interface SnapshotPlace {
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
  /** True for one of a service that some script or page starts by its name, without others. */
  readonly isStartedAlone?: boolean;
}

/** A reference whose target is not there, is not ignored by git, and is made by nobody. */
export interface MissingReference extends SnapshotPlace {
  /** What kind of file it stands in: `markdown`, `compose`, `import`. */
  readonly kind: string;
  /** In the words of its format: `link`, `env_file`. */
  readonly what: string;
  /** As written. */
  readonly target: string;
  /** Of a link whose file is there and whose heading is not: that heading. */
  readonly heading?: string;
  /** The heading of that file that differs from it in nothing but marks and blanks. */
  readonly nearHeading?: string;
  /** True where it may well be there for what reads it: a build, a site, another place that the file is copied to. */
  readonly isInDoubt?: boolean;
}

/** A version of a language or tool that a file asks for. */
export interface AskedVersion extends SnapshotPlace {
  readonly tool: string;
  /** As written. */
  readonly version: string;
  /** The versions that are meant, as a range of npm's `semver`. */
  readonly range: string;
  readonly role: "range" | "version_file" | "image" | "job";
  readonly what: string;
}

/** A package of a repository that is made of several. */
export interface SnapshotPackage {
  readonly file: string;
  readonly name: string;
  readonly version: string | undefined;
  readonly ranges: readonly { readonly name: string; readonly range: string; readonly line: number }[];
}

/** What code reads of its environment. */
export interface SnapshotUsage extends SnapshotPlace {
  readonly key: string;
  readonly hasDefault: boolean;
  readonly isRequired: boolean;
  /** True where the program stops without it, or the code goes on as if it were set. */
  readonly isNeeded: boolean;
  readonly isTest: boolean;
}

/** A TCP socket of this machine that accepts connections. */
export interface HeldPort {
  readonly port: number;
  /** Undefined where the system does not tell. */
  readonly process: string | undefined;
}

/** Two files of one name that have nearly the same lines. */
export interface DriftedPair {
  readonly files: readonly [string, string];
  readonly differing: number;
  readonly common: number;
}

/** Everything that rules look at, at one moment. */
export interface SnapshotWorkspace {
  /** Manifests of the packages. */
  readonly members: readonly string[];
  /** False where only `workspace:` links a package, and for each other range a published one is taken. */
  readonly linksPlainRanges: boolean;
}

export interface Snapshot {
  readonly environment: EnvironmentName;
  /** Sorted by path. */
  readonly files: readonly SnapshotFile[];
  /** Groups of files, by path, that share their content; none of them is empty, a link or another name of one inode. */
  readonly sameContent: readonly (readonly string[])[];
  readonly entries: readonly ConfigEntry[];
  readonly usages: readonly SnapshotUsage[];
  /** Of the variables that `usages` read and no entry names, those that a script, an image or other code sets, or a schema lets be absent. */
  readonly setElsewhere: ReadonlySet<string>;
  /** Where whole hunks of an unfinished merge begin. */
  readonly mergeHunks: readonly SnapshotPlace[];
  /** Secrets that stand in tracked files, told by their form. */
  readonly committedSecrets: readonly (SnapshotPlace & {
    readonly kind: string;
    /** True for a key that every visitor is handed, that moves no money, or that its name or a remark calls no real one. */
    readonly isForVisitors: boolean;
    /** True for a key in a file that tests alone name, for one of one's own machine, and in a tree of examples. */
    readonly isForTests?: boolean;
  })[];
  readonly publishedPorts: readonly PublishedPort[];
  /** Links whose target is not there, and that git does not ignore. */
  readonly brokenLinks: readonly { readonly file: string; readonly target: string }[];
  readonly missingReferences: readonly MissingReference[];
  readonly askedVersions: readonly AskedVersion[];
  readonly packages: readonly SnapshotPackage[];
  /** Packages that a package manager links to each other; a repository may hold several such groups. */
  readonly workspaces: readonly SnapshotWorkspace[];
  /** Values of tfvars that their variable refuses, with what it asks for. */
  readonly typeFaults: readonly (SnapshotPlace & { readonly key: string; readonly fault: string })[];
  /** Keys of documents that stand twice in one object with different values; the first line is that of the place. */
  readonly repeatedKeys: readonly {
    readonly file: string;
    readonly key: string;
    readonly lines: readonly number[];
  }[];
  /** What files could not be read as, by the reader. */
  readonly parseProblems: readonly (SnapshotPlace & { readonly message: string })[];
  /** What this machine and the project have to work with, as far as rules ask for it. */
  readonly resources: readonly Resource[];
  readonly heldPorts: readonly HeldPort[];
  /** Files that git both tracks and ignores. */
  readonly trackedButIgnored: readonly string[];
  readonly driftedPairs: readonly DriftedPair[];
  /** `packageManager` of package.json files, by folder. */
  readonly packageManagers: Readonly<Record<string, string>>;
}
