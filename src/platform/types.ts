import type { DurableLog, HeldFolder } from "./edit-types.ts";

/** Everything that `orchestra` knows of the world comes through these ports; tests may stand in for any of them. */
export interface Platform {
  readonly host: Host;
  readonly files: FileSystem;
  readonly processes: Processes;
  readonly network: Network;
  readonly clock: Clock;
  readonly random: Random;
  readonly patterns: Patterns;
  readonly hash: Hash;
  readonly git: Git;
  readonly cipher: Cipher;
}

export type OperatingSystem = "linux" | "macos" | "windows" | "other";

/** The machine, the user and the process, as they were when the run began. */
export interface Host {
  readonly os: OperatingSystem;
  readonly architecture: string;
  /** Environment variables, as this process sees them: a name that is absent is unknown, not missing. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Absolute, in the system's own spelling. */
  readonly homeFolder: string;
  readonly workingFolder: string;
  /** `$XDG_CACHE_HOME/orchestra` or what the system has in its place. */
  readonly cacheFolder: string;
  /** `$XDG_CONFIG_HOME/orchestra` or what the system has in its place. */
  readonly configFolder: string;
  /** `/proc` on Linux. */
  readonly procFolder: string;
  readonly processId: number;
  /** Undefined on Windows. */
  readonly userId: number | undefined;
  readonly hostName: string;
}

export type FileKind = "file" | "folder" | "link" | "other";

export interface FileStat {
  readonly kind: FileKind;
  readonly size: number;
  /** Permission bits alone, such as `0o600`. */
  readonly mode: number;
  readonly modifiedMs: number;
  readonly inode: number;
  readonly device: number;
  readonly userId: number;
}

/** Why a file could not be read; a finding, never thrown. */
export type ReadFailureReason =
  "missing" | "denied" | "not_a_file" | "too_large" | "outside_root" | "unreadable";

interface ReadFailure {
  readonly isRead: false;
  readonly reason: ReadFailureReason;
}

export type ReadBytes = { readonly isRead: true; readonly bytes: Buffer } | ReadFailure;

export type ReadText = { readonly isRead: true; readonly text: string } | ReadFailure;

export interface FolderEntry {
  /** Exactly what the system gave: a name that is not UTF-8 stays a buffer. */
  readonly name: string | Buffer;
  readonly kind: FileKind;
}

export type ReadFolder = { readonly isRead: true; readonly entries: readonly FolderEntry[] } | ReadFailure;

/**
 * The disk. Small files are read synchronously: measured many times faster than the asynchronous calls. What changes
 * the disk throws `STATE_UNWRITABLE` where the system does not let it.
 */
export interface FileSystem {
  /** What stands at a path, without following a link; undefined when nothing does or it cannot be asked. */
  lstat(path: string | Buffer): FileStat | undefined;
  /** The same of what a link points to. */
  stat(path: string | Buffer): FileStat | undefined;
  /** Follows links; never opens a FIFO, socket or device; at most `maxBytes`. */
  readBytes(path: string | Buffer, options: { readonly maxBytes: number }): ReadBytes;
  /** UTF-8 text; a byte order mark is taken off. */
  readText(path: string | Buffer, options: { readonly maxBytes: number }): ReadText;
  /** The first bytes of a regular file, links not followed; undefined when there is none or it cannot be read. */
  readStart(path: string, bytes: number): Buffer | undefined;
  readFolder(path: string | Buffer): ReadFolder;
  /** Files below a folder that a glob pattern names: relative with `/`, sorted, links not followed. */
  findByGlob(folder: string, pattern: string): Promise<readonly string[]>;
  /** The path with every link followed; undefined when it does not exist or loops. */
  realPath(path: string): string | undefined;
  readLink(path: string): string | undefined;
  /** True when the file may be executed by this user. */
  isExecutable(path: string): boolean;
  /** Temporary file, fsync, rename: the file is there whole or as it was. Pieces end between code points. */
  writeAtomic(path: string, data: string | Iterable<string>, options: { readonly mode: number }): void;
  /** Adds to the end of a file in one write; never through a link. */
  append(path: string, data: string, options: { readonly mode: number }): void;
  /** Writes a new file with its whole content or not at all; false when the path is taken. */
  createExclusive(path: string, data: string, options: { readonly mode: number }): boolean;
  makeFolder(path: string, options: { readonly mode: number }): void;
  /** False when `from` is not there. */
  rename(from: string, to: string): boolean;
  /** Whose temporary file, as `writeAtomic` names them, has this name; undefined for a file of any other kind. */
  temporaryOwner(name: string): TemporaryOwner | undefined;
  /** A new folder in the system's place for what is passing, of this user alone; its name begins so. */
  makeTemporaryFolder(prefix: string): string;
  /** Removes a folder that `makeTemporaryFolder` of this process gave, with all in it; any other is left alone. */
  removeTemporaryFolder(path: string): void;
  /** Removes one file, or a link itself; nothing happens when it is not there. */
  removeFile(path: string): void;
  /** Undefined when there is no folder of that path; links on the way to it are followed, one in its place is not. */
  holdFolder(path: string): HeldFolder | undefined;
  /** Opens a log for appending, made where there is none; never through a link. */
  openLog(path: string, options: { readonly mode: number }): DurableLog;
}

export interface TemporaryOwner {
  /** Undefined for a process of another machine, of which nobody here knows whether it lives. */
  readonly processId: number | undefined;
}

export interface RunOptions {
  readonly timeoutMs: number;
  readonly cwd?: string;
  /** The whole environment of the program; without it a small one (PATH, HOME, LANG, TMPDIR …). */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Of each stream; more is cut. */
  readonly maxBytes?: number;
  readonly signal?: AbortSignal;
}

/** How a program ended; none of these is thrown. */
export type RunResult =
  | {
      readonly ended: "exited";
      readonly exitCode: number;
      readonly stdout: string;
      readonly stderr: string;
    }
  | { readonly ended: "not_found" | "denied" | "timed_out" | "killed" };

export interface Processes {
  /** Runs a program by argument array: no shell, no standard input, ended with its children at the deadline. */
  run(program: string, parameters: readonly string[], options: RunOptions): Promise<RunResult>;
  /** The same with standard output as it came, for programs that print names which are not UTF-8. */
  runForBytes(
    program: string,
    parameters: readonly string[],
    options: RunOptions,
  ): Promise<
    | {
        readonly ended: "exited";
        readonly exitCode: number;
        readonly stdout: Buffer;
        readonly stderr: string;
      }
    | { readonly ended: "not_found" | "denied" | "timed_out" | "killed" }
  >;
  /** True when a process of this number exists on this machine. */
  isAlive(processId: number): boolean;
}

/** Where a server listens. */
export type Endpoint = { readonly host: string; readonly port: number } | { readonly socketPath: string };

export interface ExchangeOptions {
  readonly timeoutMs: number;
  /** Sent when the connection stands. Without it the server is expected to speak first. */
  readonly send?: Buffer | string;
  /** Stops listening as soon as this holds for what has come so far. */
  readonly isComplete?: (received: Buffer) => boolean;
  readonly maxBytes?: number;
  readonly signal?: AbortSignal;
}

/** `open`: connected; `received` may be empty. */
export type ExchangeResult =
  | { readonly outcome: "open"; readonly received: Buffer }
  | { readonly outcome: "refused" | "timed_out" | "unreachable" | "denied" | "missing" };

export interface Network {
  /** Connects, sends, listens until complete, silent or late, and closes. Never throws. */
  exchange(endpoint: Endpoint, options: ExchangeOptions): Promise<ExchangeResult>;
}

export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Milliseconds of a clock that never jumps. */
  elapsed(): number;
  /** Over early when the signal is aborted; never throws. */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
}

export interface Random {
  /** Lower-case hexadecimal digits. */
  hex(digits: number): string;
}

/** Regular expressions that came out of a file: they may be slow on purpose. */
export interface Patterns {
  /** Groups of the first match; undefined when there is none or it took longer than `timeoutMs`. */
  match(pattern: string, text: string, timeoutMs: number): readonly (string | undefined)[] | undefined;
}

/** Content hashes. */
interface Hash {
  /** Lower-case hexadecimal digits. */
  sha256(data: string | Buffer): string;
  /** The id that git gives a file of this content. Lower-case hexadecimal digits. */
  gitBlobId(bytes: Buffer): string;
  /** Keyed: without the key nobody can try values. Lower-case hexadecimal digits. */
  hmacSha256(key: string, data: string): string;
}

/** Keeps contents unreadable for everybody without the key: AES-256-GCM. */
export interface Cipher {
  /** The key is 64 hexadecimal digits. */
  seal(key: string, bytes: Buffer): Buffer;
  /** Undefined where the key is another or the bytes were changed. */
  open(key: string, sealed: Buffer): Buffer | undefined;
}

/** What a person asks git about a work tree. Listing a tree has its own, faster way. */
export interface Git {
  /** How the work tree of a folder stands; undefined where git is missing or refuses. Nothing is written or fetched. */
  readStatus(folder: string): Promise<GitStatus | undefined>;
  /** Which of these paths are tracked and not as they were committed or staged; undefined where git cannot tell. */
  readDirty(folder: string, paths: readonly string[]): Promise<readonly string[] | undefined>;
}

export interface GitStatus {
  readonly branch: string | undefined;
  /** Commits that the upstream does not have, and the reverse. */
  readonly ahead: number;
  readonly behind: number;
  /** Files in conflict. */
  readonly conflicted: number;
}
