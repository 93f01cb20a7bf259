import { z } from "zod";
import { OrchestraError } from "../model/errors.ts";
import { toTimestamp } from "../model/time.ts";
import type { Platform } from "../platform/types.ts";
import { pathIn, prepareFolder, type StateFolder } from "./state-folder.ts";

const NAME = "lock";
const WAIT_MS = 15_000;
const LONGEST_PAUSE_MS = 60;
/** An owner on another machine (a shared folder) cannot be asked whether it lives; after this it is taken for dead. */
const FOREIGN_EXPIRY_MS = 600_000;

const ownerSchema = z.object({
  processId: z.int(),
  hostName: z.string(),
  startedAt: z.iso.datetime(),
  /** Tells this holder from any other. */
  token: z.string(),
  /** When the process began, as the system counts: a process id alone may be another's by now. */
  processStart: z.string(),
});

type Owner = z.output<typeof ownerSchema>;

/** Stands for the owner of a lock file that cannot be read as one. */
const BROKEN: Owner = { processId: 0, hostName: "", startedAt: "", token: "broken", processStart: "" };

/**
 * Runs some work while no other process writes the folder. A dead owner's lock is taken over at once; a living one
 * is waited for. Throws `LOCK_TIMEOUT` that names the owner.
 */
export async function withLock<T>(state: StateFolder, work: () => T | Promise<T>): Promise<T> {
  prepareFolder(state);
  const owner = describeOwner(state.platform);
  await acquire(state, owner);
  try {
    return await work();
  } finally {
    release(state, owner);
  }
}

async function acquire(state: StateFolder, owner: Owner): Promise<void> {
  const { clock, files } = state.platform;
  const text = JSON.stringify(owner);
  const deadline = clock.elapsed() + WAIT_MS;
  for (;;) {
    if (files.createExclusive(pathIn(state, NAME), text, { mode: 0o600 })) return;
    const holder = readOwner(state, NAME);
    if (holder === undefined) continue;
    if (isDead(holder, state.platform)) removeDead(state, { name: NAME, holder, text });
    if (clock.elapsed() > deadline) throw timeout(holder);
    await clock.sleep(pauseOf(state.platform));
  }
}

function release(state: StateFolder, owner: Owner): void {
  if (readOwner(state, NAME)?.token === owner.token) state.platform.files.removeFile(pathIn(state, NAME));
}

interface Takeover {
  readonly name: string;
  readonly holder: Owner;
  /** What this process writes of itself. */
  readonly text: string;
}

/**
 * Takes a dead owner's lock away. A guard named after the dead owner lets one process at a time do so, and as nobody
 * but the guard's holder removes that owner's lock, what was checked under the guard stays true. A guard whose own
 * holder died is taken away in the same manner.
 */
function removeDead(state: StateFolder, { name, holder, text }: Takeover): void {
  const { files } = state.platform;
  const guard = `${name}.${holder.token}`;
  if (files.createExclusive(pathIn(state, guard), text, { mode: 0o600 })) {
    if (readOwner(state, name)?.token === holder.token) files.removeFile(pathIn(state, name));
    files.removeFile(pathIn(state, guard));
    return;
  }
  const guardHolder = readOwner(state, guard);
  if (guardHolder !== undefined && isDead(guardHolder, state.platform)) {
    removeDead(state, { name: guard, holder: guardHolder, text });
  }
}

/** Who holds a lock; undefined when it is free. A lock file that nobody can have written has a dead owner. */
function readOwner(state: StateFolder, name: string): Owner | undefined {
  const read = state.platform.files.readText(pathIn(state, name), { maxBytes: 4_096 });
  if (!read.isRead) return read.reason === "missing" ? undefined : BROKEN;
  try {
    const checked = ownerSchema.safeParse(JSON.parse(read.text));
    return checked.success ? checked.data : BROKEN;
  } catch (error) {
    if (error instanceof SyntaxError) return BROKEN;
    throw error;
  }
}

function isDead(owner: Owner, platform: Platform): boolean {
  if (owner.token === BROKEN.token) return true;
  if (owner.hostName !== platform.host.hostName) {
    return Date.parse(owner.startedAt) + FOREIGN_EXPIRY_MS < platform.clock.now();
  }
  if (!platform.processes.isAlive(owner.processId)) return true;
  return owner.processStart !== processStart(owner.processId, platform);
}

function describeOwner(platform: Platform): Owner {
  return {
    processId: platform.host.processId,
    hostName: platform.host.hostName,
    startedAt: toTimestamp(platform.clock.now()),
    token: platform.random.hex(16),
    processStart: processStart(platform.host.processId, platform),
  };
}

/** Clock ticks from boot to the start of a process: field 22 of `/proc/PID/stat`; empty where there is no /proc. */
function processStart(processId: number, platform: Platform): string {
  const read = platform.files.readText(`${platform.host.procFolder}/${processId}/stat`, { maxBytes: 65_536 });
  if (!read.isRead) return "";
  return read.text.slice(read.text.lastIndexOf(")") + 2).split(" ")[19] ?? "";
}

/** Between a tenth of the longest pause and the whole of it, so that waiting processes do not march in step. */
function pauseOf(platform: Platform): number {
  return (LONGEST_PAUSE_MS * (1 + (Number.parseInt(platform.random.hex(2), 16) / 255) * 9)) / 10;
}

function timeout(holder: Owner): OrchestraError {
  const since = `process ${holder.processId} on ${holder.hostName}, since ${holder.startedAt}`;
  return new OrchestraError("LOCK_TIMEOUT", `.orchestra/ is being written by ${since}`, {
    file: ".orchestra/lock",
    hint: "Wait for it to finish, or end it.",
  });
}
