import { z } from "zod";
import { OrchestraError } from "../model/errors.ts";
import { toTimestamp } from "../model/time.ts";
import type { FileStat, Platform } from "../platform/types.ts";
import { pathIn, shownPath, type StateFolder } from "./state-folder.ts";

const MAX_BYTES = 4_096;
/** After this an owner is taken for dead that cannot be asked: on another machine, of another user, without /proc. */
const EXPIRY_MS = 600_000;

const ownerSchema = z.object({
  processId: z.int().positive(),
  hostName: z.string().regex(/^\P{C}{0,255}$/u),
  startedAt: z.iso.datetime(),
  /** Tells this holder from any other. It becomes part of a file name, and the lock may have come with a repository. */
  token: z.string().regex(/^[A-Za-z0-9]{1,32}$/),
  /** When the process began, as the system counts: a process id alone may be another's by now. */
  processStart: z.string(),
});

/** Who holds a lock. */
export type LockOwner = z.output<typeof ownerSchema>;

/** Tokens that no owner can have: of a lock that nobody can have written, and of one that may not be read. */
const BROKEN_TOKEN = "broken-lock";
const UNREADABLE_TOKEN = "unreadable-lock";

/** This process as the owner of a lock. */
export function describeOwner(platform: Platform): LockOwner {
  const { clock, host, random } = platform;
  return {
    processId: host.processId,
    hostName: host.hostName,
    startedAt: toTimestamp(clock.now()),
    token: random.hex(16),
    processStart: readProcess(host.processId, platform)?.start ?? "",
  };
}

/** Who holds the lock of that name; undefined when it is free. A link is never followed. */
export function readOwner(state: StateFolder, name: string): LockOwner | undefined {
  const { files } = state.platform;
  const stat = files.lstat(pathIn(state, name));
  if (stat === undefined) return undefined;
  if (stat.kind === "folder") throw folderInTheWay(name);
  if (stat.kind !== "file") return nobody(BROKEN_TOKEN, stat);
  const read = files.readText(pathIn(state, name), { maxBytes: MAX_BYTES });
  if (read.isRead) return parseOwner(read.text) ?? nobody(BROKEN_TOKEN, stat);
  if (read.reason === "missing") return undefined;
  return nobody(read.reason === "too_large" ? BROKEN_TOKEN : UNREADABLE_TOKEN, stat);
}

/** True when the owner cannot give its lock back any more. */
export function isDead(owner: LockOwner, platform: Platform): boolean {
  if (owner.token === BROKEN_TOKEN) return true;
  if (owner.token !== UNREADABLE_TOKEN && owner.hostName === platform.host.hostName) {
    if (!platform.processes.isAlive(owner.processId)) return true;
    const found = readProcess(owner.processId, platform);
    if (found !== undefined && owner.processStart !== "") {
      return found.hasEnded || found.start !== owner.processStart;
    }
  }
  return Math.abs(platform.clock.now() - Date.parse(owner.startedAt)) > EXPIRY_MS;
}

/** True when no process of this machine has that number, or it was killed and only its number is left. */
export function hasEnded(processId: number, platform: Platform): boolean {
  return !platform.processes.isAlive(processId) || readProcess(processId, platform)?.hasEnded === true;
}

/** One sentence's worth of who it is, for a person. */
export function nameOwner(owner: LockOwner): string {
  if (owner.processId === 0) return `a process that cannot be named, since ${owner.startedAt}`;
  return `process ${owner.processId} on ${owner.hostName}, since ${owner.startedAt}`;
}

function parseOwner(text: string): LockOwner | undefined {
  try {
    return ownerSchema.safeParse(JSON.parse(text)).data;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Stands for the owner of a lock that names none. */
function nobody(token: string, stat: FileStat): LockOwner {
  return { processId: 0, hostName: "", startedAt: toTimestamp(stat.modifiedMs), token, processStart: "" };
}

interface ProcessFacts {
  /** Clock ticks from boot to its start. */
  readonly start: string;
  /** It was killed and its parent has not asked how it ended: its number is still taken. */
  readonly hasEnded: boolean;
}

/** Fields 3 and 22 of `/proc/PID/stat` (proc_pid_stat(5)); undefined where there is no /proc or it hides others. */
function readProcess(processId: number, platform: Platform): ProcessFacts | undefined {
  const path = `${platform.host.procFolder}/${processId}/stat`;
  const read = platform.files.readText(path, { maxBytes: 65_536 });
  if (!read.isRead) return undefined;
  const fields = read.text.slice(read.text.lastIndexOf(")") + 2).split(" ");
  return { start: fields[19] ?? "", hasEnded: fields[0] === "Z" || fields[0] === "X" };
}

function folderInTheWay(name: string): OrchestraError {
  return new OrchestraError("STATE_UNWRITABLE", `${shownPath(name)} is a folder`, {
    file: shownPath(name),
    hint: "Move it away; orchestra makes a file of that name while it writes.",
  });
}
