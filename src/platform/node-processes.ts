import { spawn } from "node:child_process";
import { codeOf } from "./failure.ts";
import type { Host, Processes, RunOptions, RunResult } from "./types.ts";

const DEFAULT_MAX_BYTES = 1_048_576;

/** All that a program gets to see unless it is given more: where things are, and in which language to speak. */
const PASSED_VARIABLES = [
  "PATH",
  "HOME",
  "USER",
  "LOGNAME",
  "LANG",
  "LC_ALL",
  "TMPDIR",
  "TEMP",
  "TMP",
  "USERPROFILE",
  "APPDATA",
  "LOCALAPPDATA",
  "SystemRoot",
  "SYSTEMROOT",
  "PATHEXT",
  "ComSpec",
  "XDG_CONFIG_HOME",
  "XDG_CACHE_HOME",
  "XDG_RUNTIME_DIR",
];

/** Starts programs by argument array, with a deadline for the whole family of processes. */
export function createNodeProcesses(host: Host): Processes {
  return {
    run: (program, parameters, options) => run({ program, parameters, options, host }),
    runForBytes: (program, parameters, options) => runForBytes({ program, parameters, options, host }),
    isAlive,
  };
}

interface Start {
  readonly program: string;
  readonly parameters: readonly string[];
  readonly options: RunOptions;
  readonly host: Host;
}

/**
 * Programs that are asked a question now and then go through execa. It is told of no deadline: only the whole family's
 * end ends what a wrapper script started.
 */
async function run({ program, parameters, options, host }: Start): Promise<RunResult> {
  if (options.signal?.aborted === true) return { ended: "killed" };
  const { execa } = await import("execa");
  const isGroup = host.os !== "windows";
  let ending: "timed_out" | "killed" | undefined;
  const child = execa(program, parameters, {
    ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
    env: definedOnly(options.env ?? smallEnvironment(host)),
    extendEnv: false,
    stdin: "ignore",
    reject: false,
    detached: isGroup,
    cleanup: false,
    stripFinalNewline: false,
    maxBuffer: options.maxBytes ?? DEFAULT_MAX_BYTES,
    windowsHide: true,
  });
  const end = (reason: "timed_out" | "killed") => {
    ending ??= reason;
    killFamily(child.pid, isGroup);
  };
  const timer = setTimeout(() => end("timed_out"), options.timeoutMs);
  const abort = () => end("killed");
  options.signal?.addEventListener("abort", abort, { once: true });
  if (isAborted(options.signal)) abort();
  const result = await child;
  clearTimeout(timer);
  options.signal?.removeEventListener("abort", abort);
  if (ending !== undefined) return { ended: ending };
  if (result.exitCode !== undefined) {
    return { ended: "exited", exitCode: result.exitCode, stdout: result.stdout, stderr: result.stderr };
  }
  if (result.isMaxBuffer)
    return { ended: "exited", exitCode: 0, stdout: result.stdout, stderr: result.stderr };
  return { ended: result.isTerminated ? "killed" : reasonOf(result.cause) };
}

/** It may have happened while execa was loaded. */
function isAborted(signal: AbortSignal | undefined): boolean {
  return signal?.aborted === true;
}

function definedOnly(env: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const entries = Object.entries(env).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  return Object.fromEntries(entries);
}

type BytesResult = Awaited<ReturnType<Processes["runForBytes"]>>;

function runForBytes({ program, parameters, options, host }: Start): Promise<BytesResult> {
  const { promise, resolve } = withResolvers<BytesResult>();
  const isGroup = host.os !== "windows";
  const child = spawn(program, [...parameters], {
    cwd: options.cwd,
    env: { ...(options.env ?? smallEnvironment(host)) },
    stdio: ["ignore", "pipe", "pipe"],
    detached: isGroup,
    windowsHide: true,
    shell: false,
  });
  const maxBytes = options.maxBytes ?? DEFAULT_MAX_BYTES;
  const stdout = collect(child.stdout, maxBytes);
  const stderr = collect(child.stderr, maxBytes);
  let ending: "timed_out" | "killed" | undefined;
  const end = (reason: "timed_out" | "killed") => {
    ending ??= reason;
    killFamily(child.pid, isGroup);
    child.stdout.destroy();
    child.stderr.destroy();
  };
  const timer = setTimeout(() => end("timed_out"), options.timeoutMs);
  const abort = () => end("killed");
  options.signal?.addEventListener("abort", abort, { once: true });
  const finish = (result: BytesResult) => {
    clearTimeout(timer);
    options.signal?.removeEventListener("abort", abort);
    resolve(result);
  };
  child.on("error", (error) => finish({ ended: reasonOf(error) }));
  child.on("close", (exitCode) => {
    if (ending !== undefined) finish({ ended: ending });
    else if (exitCode === null) finish({ ended: "killed" });
    else finish({ ended: "exited", exitCode, stdout: stdout(), stderr: stderr().toString("utf8") });
  });
  if (options.signal?.aborted === true) abort();
  return promise;
}

function withResolvers<T>(): { readonly promise: Promise<T>; readonly resolve: (value: T) => void } {
  let settle: ((value: T) => void) | undefined;
  const promise = new Promise<T>((resolve) => {
    settle = resolve;
  });
  return { promise, resolve: (value) => settle?.(value) };
}

/** Keeps what a stream gives up to a limit, and lets the rest run by so that the program does not stall. */
function collect(stream: NodeJS.ReadableStream, maxBytes: number): () => Buffer {
  const chunks: Buffer[] = [];
  let size = 0;
  stream.on("data", (chunk: Buffer) => {
    if (size >= maxBytes) return;
    chunks.push(size + chunk.length > maxBytes ? chunk.subarray(0, maxBytes - size) : chunk);
    size += chunk.length;
  });
  return () => Buffer.concat(chunks);
}

function killFamily(processId: number | undefined, isGroup: boolean): void {
  if (processId === undefined) return;
  try {
    process.kill(isGroup ? -processId : processId, "SIGKILL");
  } catch (error) {
    if (codeOf(error) !== "ESRCH") throw error;
  }
}

function reasonOf(error: unknown): "not_found" | "denied" | "killed" {
  const code = codeOf(error);
  if (code === "ENOENT" || code === "ENOTDIR") return "not_found";
  return code === "EACCES" || code === "EPERM" || code === "ENOEXEC" ? "denied" : "killed";
}

function smallEnvironment(host: Host): Record<string, string | undefined> {
  return Object.fromEntries(PASSED_VARIABLES.map((name) => [name, host.env[name]]));
}

function isAlive(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    return codeOf(error) === "EPERM";
  }
}
