import type { Diagnostic } from "../model/diagnostic.ts";
import type { ParsedDocument, StructuredFormat } from "../model/document.ts";
import type { FileStat, ReadText } from "../platform/types.ts";
import type { DockerfileDocument } from "./parsers/dockerfile.ts";
import type { MarkdownDocument } from "./parsers/markdown.ts";

import type { SharedContent } from "./shared-content.ts";

export type TrackingState = "tracked" | "untracked" | "ignored";

/** One file of the tree, known without reading it. */
export interface WorkspaceFile {
  /** Relative to the root, `/` as separator; bytes that are not UTF-8 are shown as `\xNN`. */
  readonly path: string;
  /** `link`: a symbolic link, which nothing follows out of the root. `other`: FIFO, socket, device. */
  readonly kind: "file" | "link" | "submodule" | "other";
  /** `untracked` for each file where there is no git. */
  readonly state: TrackingState;
  /** Bytes; of a tracked file, what git's index remembers. */
  readonly size: number;
  /** Permission bits; of a tracked file git's own 0o644 or 0o755. */
  readonly mode: number;
  /** Git's object id of an unmodified tracked file; of any other a text made of size, time and inode. */
  readonly contentId: string;
  /**
   * Of a tracked file, device and inode as git's index remembers them, cut to 32 bits each: two with different ones are
   * two files. Undefined where nobody wrote them down.
   */
  readonly inode?: string | undefined;
}

/** The git repository that the root is in. */
export interface RepositoryPlace {
  /** Top folder of the work tree, absolute; undefined for a bare repository. */
  readonly workTree: string | undefined;
  /** Absolute; of a linked work tree, its own folder. */
  readonly gitFolder: string;
  /** Absolute; where config and refs are, shared by all work trees. */
  readonly commonFolder: string;
}

/**
 * One listing of the tree. Each file is read at most once and parsed at most once a run, and only when asked for;
 * what goes wrong on the way is in `diagnostics`.
 */
export interface Workspace {
  /** Absolute. */
  readonly root: string;
  readonly repository: RepositoryPlace | undefined;
  /** Sorted by path, by code unit. */
  readonly files: readonly WorkspaceFile[];
  /** Of everything so far: listing, reading, parsing. */
  readonly diagnostics: readonly Diagnostic[];
  /** Which files may have the same content, as far as that can be told without reading one. */
  findSharedContent(): SharedContent;
  get(path: string): WorkspaceFile | undefined;
  /** True for a file or a folder of the tree. */
  has(path: string): boolean;
  /** What stands there now, links not followed. */
  stat(path: string): FileStat | undefined;
  /** Size-capped; a failure other than `missing` is noted as a diagnostic once. */
  readText(path: string): ReadText;
  /** Undefined when the file cannot be read; a broken file gives what could be parsed, and a diagnostic. */
  parse(path: string, format: StructuredFormat): Promise<ParsedDocument | undefined>;
  parseDockerfile(path: string): Promise<DockerfileDocument | undefined>;
  parseMarkdown(path: string): Promise<MarkdownDocument | undefined>;
}
