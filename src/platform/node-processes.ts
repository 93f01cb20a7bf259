import { spawn, type ChildProcess } from "node:child_process";
import { endInTime } from "./end-in-time.ts";
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
  if ([program, ...parameters].some((text) => text.includes("\0"))) return { ended: "not_found" };
  const { execa } = await import("execa");
  const child = execa(program, parameters, {
    ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
    env: definedOnly(options.env ?? smallEnvironment(host)),
    extendEnv: false,
    stdin: "ignore",
    reject: false,
    detached: isGroupOn(host),
    cleanup: false,
    stripFinalNewline: false,
    maxBuffer: options.maxBytes ?? DEFAULT_MAX_BYTES,
    windowsHide: true,
  });
  const result = await endInTime(child, child, { ...options, isGroup: isGroupOn(host) });
  if ("ended" in result) return result;
  const { exitCode, stdout, stderr } = result;
  // Whom execa cuts off fails for that alone.
  if (result.isMaxBuffer) return { ended: "exited", exitCode: 0, stdout, stderr };
  if (exitCode !== undefined) return { ended: "exited", exitCode, stdout, stderr };
  return { ended: result.isTerminated ? "killed" : reasonOf(result.cause) };
}

function isGroupOn(host: Host): boolean {
  return host.os !== "windows";
}

function definedOnly(env: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const entries = Object.entries(env).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  return Object.fromEntries(entries);
}

type BytesResult = Awaited<ReturnType<Processes["runForBytes"]>>;

async function runForBytes(start: Start): Promise<BytesResult> {
  const { options, host } = start;
  try {
    const child = begin(start);
    return await endInTime(child, follow(child, options.maxBytes ?? DEFAULT_MAX_BYTES), {
      ...options,
      isGroup: isGroupOn(host),
    });
  } catch (error) {
    if (codeOf(error) === undefined) throw error;
    return { ended: reasonOf(error) };
  }
}

/** Throws what the system refuses on the spot: too many arguments, a loop of links. */
function begin({ program, parameters, options, host }: Start): ChildProcess {
  return spawn(program, [...parameters], {
    cwd: options.cwd,
    env: { ...(options.env ?? smallEnvironment(host)) },
    stdio: ["ignore", "pipe", "pipe"],
    detached: isGroupOn(host),
    windowsHide: true,
    shell: false,
  });
}

function follow(child: ChildProcess, maxBytes: number): Promise<BytesResult> {
  const stdout = collect(child.stdout, maxBytes);
  const stderr = collect(child.stderr, maxBytes);
  return new Promise((resolve) => {
    child.on("error", (error) => resolve({ ended: reasonOf(error) }));
    child.on("close", (exitCode) => {
      if (exitCode === null) resolve({ ended: "killed" });
      else resolve({ ended: "exited", exitCode, stdout: stdout(), stderr: stderr().toString("utf8") });
    });
  });
}

/** Keeps what a stream gives up to a limit, and lets the rest run by so that the program does not stall. */
function collect(stream: NodeJS.ReadableStream | null, maxBytes: number): () => Buffer {
  const chunks: Buffer[] = [];
  let size = 0;
  stream?.on("data", (chunk: Buffer) => {
    if (size >= maxBytes) return;
    chunks.push(size + chunk.length > maxBytes ? chunk.subarray(0, maxBytes - size) : chunk);
    size += chunk.length;
  });
  return () => Buffer.concat(chunks);
}

/** The last: a name, or an argument, that no program can have, such as one with a NUL. */
const NO_SUCH_PROGRAM = new Set(["ENOENT", "ENOTDIR", "ELOOP", "ENAMETOOLONG", "ERR_INVALID_ARG_VALUE"]);

function reasonOf(error: unknown): "not_found" | "denied" | "killed" {
  const code = codeOf(error);
  if (code !== undefined && NO_SUCH_PROGRAM.has(code)) return "not_found";
  return code === "EACCES" || code === "EPERM" || code === "ENOEXEC" ? "denied" : "killed";
}

function smallEnvironment(host: Host): Record<string, string | undefined> {
  return Object.fromEntries(PASSED_VARIABLES.map((name) => [name, host.env[name]]));
}

/** Zero and negative numbers would ask for whole groups. */
function isAlive(processId: number): boolean {
  if (!Number.isInteger(processId) || processId <= 0) return false;
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    return codeOf(error) === "EPERM";
  }
}
