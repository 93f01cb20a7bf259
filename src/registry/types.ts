import type { Diagnostic } from "../model/diagnostic.ts";
import type { ParsedDocument, StructuredFormat } from "../model/document.ts";
import type { JsonValue } from "../model/json.ts";
import type { EnvironmentName, ResourceStatus, ResourceType } from "../model/resource-values.ts";
import type { Resource, ResourceDraft } from "../model/resource.ts";
import type { Platform } from "../platform/types.ts";
import type { DockerfileDocument } from "../workspace/parsers/dockerfile.ts";
import type { MarkdownDocument } from "../workspace/parsers/markdown.ts";
import type { Workspace, WorkspaceFile } from "../workspace/types.ts";

/** One way of finding resources: a folder under `detectors/`, a fixture and a test of the same name. */
export interface Detector {
  /** Kebab-case, the name of its folder; stays the same for ever, for records are kept under it. */
  readonly id: string;
  /** A few words for a person: `Command line tools on PATH`. */
  readonly title: string;
  readonly resourceTypes: readonly ResourceType[];
  /** What it looks at, for SECURITY.md and the reference: `~/.aws/config`, `PATH`. Never empty. */
  readonly reads: readonly string[];
  /** For how long its reports may be relied on. */
  readonly ttlSeconds: number;
  /** Looks into files of the tree, each by itself. */
  readonly files?: FileDetection;
  /** Looks at everything else: the home folder, PATH, sockets, environment variables. */
  readonly detect?: (context: DetectContext) => Promise<Detection> | Detection;
  /** Is it true right now? Without it, resources with a file are there as long as the file is. */
  readonly verify?: (resource: Resource, context: DetectContext) => Promise<Verification> | Verification;
}

/**
 * Which files of the tree a detector wants, and what it takes from each. A file is wanted when its base name is in
 * `names`, or the part before its first dot is in `stems`, or its last extension is in `suffixes`; and when
 * `accepts`, if given, agrees. All three lists are in lower case and compared without regard to case.
 */
export interface FileDetection {
  /** `package.json` */
  readonly names?: readonly string[];
  /** `dockerfile` takes `Dockerfile.dev`; `.env` takes `.env.local`. */
  readonly stems?: readonly string[];
  /** `.tf` */
  readonly suffixes?: readonly string[];
  readonly accepts?: (path: string) => boolean;
  /** Larger files are not wanted, and nothing is said of them. */
  readonly maxBytes?: number;
  /**
   * Pure: the same path and content give the same answer, which is kept by content id between runs. What does not
   * depend on the content alone (permissions, tracked or not) belongs in `refine`.
   */
  readonly extract: (file: SourceFile) => Promise<Detection> | Detection;
  /** Adds to each draft, on each run, what depends on the file's state; never reads the content. */
  readonly refine?: (draft: ResourceDraft, file: WorkspaceFile, context: DetectContext) => ResourceDraft;
  /** Makes resources of what several files, and `detect`, said together; on each run, over all drafts: cheap. */
  readonly combine?: (
    drafts: readonly ResourceDraft[],
    context: DetectContext,
  ) => readonly ResourceDraft[] | Promise<readonly ResourceDraft[]>;
}

/** A file of the tree as `extract` sees it. A text that cannot be read is `undefined` and already noted. */
export interface SourceFile {
  readonly path: string;
  readText(): string | undefined;
  parse(format: StructuredFormat): Promise<ParsedDocument | undefined>;
  parseDockerfile(): Promise<DockerfileDocument | undefined>;
  parseMarkdown(): Promise<MarkdownDocument | undefined>;
}

export interface Detection {
  readonly resources: readonly ResourceDraft[];
  readonly diagnostics?: readonly Diagnostic[];
}

export interface Verification {
  readonly status: ResourceStatus;
  readonly reason?: string | undefined;
  readonly version?: string | undefined;
}

/** What a detector may use. Everything it says of the world comes through here. */
export interface DetectContext {
  readonly platform: Platform;
  readonly workspace: Workspace;
  /** Where the program runs. */
  readonly environment: EnvironmentName;
  /** True: nothing beyond this machine may be asked. */
  readonly isOffline: boolean;
  readonly programs: ProgramIndex;
  /** Answers of earlier runs that are expensive to get again; holds no secret. */
  readonly cache: AnswerCache;
  /** All questions to local sockets together take no longer than this. */
  readonly serviceDeadlineMs: number;
  readonly signal: AbortSignal;
}

/** PATH, read once a run. */
export interface ProgramIndex {
  /** Every executable of this name, in the order of PATH; folders that are links to each other count once. */
  find(name: string): readonly ProgramCopy[];
}

export interface ProgramCopy {
  /** As PATH spells it, absolute. */
  readonly path: string;
  /** With every link followed. */
  readonly realPath: string;
}

/** Small answers kept in the user's cache folder. */
interface AnswerCache {
  get(key: string): JsonValue | undefined;
  set(key: string, value: JsonValue): void;
}

/** A file with a certain content. */
type FileVersion = Pick<WorkspaceFile, "path" | "contentId">;

/** What `extract` said of a file at an earlier run, as long as its content is the same. */
export interface ExtractionCache {
  get(detectorId: string, file: FileVersion): Detection | undefined;
  set(detectorId: string, file: FileVersion, detection: Detection): void;
}
