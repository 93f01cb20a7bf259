import { OrchestraError } from "../model/errors.ts";
import type { Platform } from "../platform/types.ts";
import { describeOwner, isDead, nameOwner, readOwner, type LockOwner } from "./lock-owner.ts";
import { pathIn, prepareFolder, shownPath, type StateFolder } from "./state-folder.ts";

/** `lock` for the documents, `changes-lock` for the user's files: while those are changed, documents can be written. */
export type LockName = "lock" | "changes-lock";

const WAIT_MS = 15_000;
const LONGEST_PAUSE_MS = 60;

/**
 * Runs some work while no other process writes the folder. A dead owner's lock is taken over at once; a living one
 * is waited for. Throws `LOCK_TIMEOUT` that names the owner.
 */
export async function withLock<T>(
  state: StateFolder,
  work: () => T | Promise<T>,
  name: LockName = "lock",
): Promise<T> {
  prepareFolder(state);
  const owner = describeOwner(state.platform);
  await acquire(state, owner, name);
  try {
    return await work();
  } finally {
    release(state, owner, name);
  }
}

/** True while a living process holds the lock. */
export function isLocked(state: StateFolder, name: LockName): boolean {
  const holder = readOwner(state, name);
  return holder !== undefined && !isDead(holder, state.platform);
}

async function acquire(state: StateFolder, owner: LockOwner, name: LockName): Promise<void> {
  const { clock, files } = state.platform;
  const text = JSON.stringify(owner);
  const deadline = clock.elapsed() + WAIT_MS;
  for (;;) {
    if (files.createExclusive(pathIn(state, name), text, { mode: 0o600 })) return;
    const holder = readOwner(state, name);
    const isFree = holder === undefined || removeIfDead(state, { name, holder, text });
    if (clock.elapsed() > deadline) throw timeout(holder, name);
    await clock.sleep(isFree ? 0 : pauseOf(state.platform));
  }
}

/** A lock that cannot be taken away ends with its process; what the work threw must not be hidden by that. */
function release(state: StateFolder, owner: LockOwner, name: LockName): void {
  try {
    if (readOwner(state, name)?.token === owner.token) state.platform.files.removeFile(pathIn(state, name));
  } catch (error) {
    if (!(error instanceof OrchestraError)) throw error;
  }
}

interface Takeover {
  readonly name: string;
  readonly holder: LockOwner;
  /** What this process writes of itself. */
  readonly text: string;
}

/**
 * Takes a dead owner's lock away; true when it did. A guard named after the dead owner lets one process at a time do
 * so, and as nobody but the guard's holder removes that owner's lock, what is checked under the guard stays true. A
 * guard whose own holder died is taken away in the same manner.
 */
function removeIfDead(state: StateFolder, { name, holder, text }: Takeover): boolean {
  if (!isDead(holder, state.platform)) return false;
  const { files } = state.platform;
  const guard = `${name}.${holder.token}`;
  if (!files.createExclusive(pathIn(state, guard), text, { mode: 0o600 })) {
    const guardHolder = readOwner(state, guard);
    if (guardHolder !== undefined) removeIfDead(state, { name: guard, holder: guardHolder, text });
    return false;
  }
  const found = readOwner(state, name);
  const isStillThere = found?.token === holder.token && isDead(found, state.platform);
  if (isStillThere) files.removeFile(pathIn(state, name));
  files.removeFile(pathIn(state, guard));
  return isStillThere;
}

/** Between a tenth of the longest pause and the whole of it, so that waiting processes do not march in step. */
function pauseOf(platform: Platform): number {
  return (LONGEST_PAUSE_MS * (1 + (Number.parseInt(platform.random.hex(2), 16) / 255) * 9)) / 10;
}

function timeout(holder: LockOwner | undefined, name: LockName): OrchestraError {
  const writer = holder === undefined ? "many processes at once" : nameOwner(holder);
  return new OrchestraError(
    "LOCK_TIMEOUT",
    `${name === "lock" ? ".orchestra/ is being written" : "files of the project are being changed"} by ${writer}`,
    {
      file: shownPath(name),
      hint: "Wait for it to finish, or end it.",
    },
  );
}
