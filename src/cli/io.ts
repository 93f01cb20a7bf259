/** What the command reads and writes: the process's own, or a test's. */
export interface CliIo {
  readonly stdout: { write(text: string): unknown; readonly isTTY?: boolean };
  readonly stderr: { write(text: string): unknown; readonly isTTY?: boolean };
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Absolute. */
  readonly workingFolder: string;
  /** Everything that comes on standard input; absent where there is none. */
  readonly readInput?: () => Promise<string>;
  /** Aborted on SIGINT and SIGTERM. */
  readonly signal?: AbortSignal;
}

/** Options that every command takes. */
export interface CommonOptions {
  readonly json?: boolean;
  readonly root?: string;
  readonly environment?: string;
  readonly offline?: boolean;
  readonly quiet?: boolean;
  /** `--no-color` makes it false. */
  readonly color?: boolean;
  readonly debug?: boolean;
  readonly output?: string;
}
