import { spawnSync } from "node:child_process";
import { OrchestraError } from "../../src/model/errors.ts";
import type { DurableLog, HeldFolder } from "../../src/platform/edit-types.ts";
import { createNodePlatform } from "../../src/platform/node-platform.ts";
import type { Platform } from "../../src/platform/types.ts";

/** What happens at one operation on the disk, counted from 0. */
export type Fault =
  | { readonly kind: "none" }
  /** Nothing is done any more from this one on, as when the process is killed; writing gets half way. */
  | { readonly kind: "kill"; readonly at: number }
  /** This one, or with `isLasting` it and all of its kind after it, is refused by the system. */
  | { readonly kind: "refuse"; readonly at: number; readonly code: string; readonly isLasting: boolean }
  /** Somebody else does something just before it. */
  | { readonly kind: "meanwhile"; readonly at: number; readonly act: () => void };

/** Thrown by everything that a process does after it was killed. */
export class Killed extends Error {}

export interface FaultyPlatform {
  readonly platform: Platform;
  /** Operations so far. */
  readonly count: () => number;
}

/** The real disk with a fault; the process that uses it is not alive for others. */
export function createFaultyPlatform(
  root: string,
  env: Record<string, string>,
  fault: Fault,
): FaultyPlatform {
  const real = createNodePlatform({ workingFolder: root, env });
  let count = 0;
  let isDead = false;
  const inner = new WeakMap<HeldFolder, HeldFolder>();

  /** `half` is what is left of an operation that a kill cuts in two. */
  function operate<T>(work: () => T, half?: () => void): T {
    if (isDead) throw new Killed();
    const now = count;
    count += 1;
    if (fault.kind === "kill" && now === fault.at) {
      isDead = true;
      half?.();
      throw new Killed();
    }
    if (fault.kind === "refuse" && (now === fault.at || (fault.isLasting && now > fault.at)))
      throw new OrchestraError("FILE_UNWRITABLE", `the disk says ${fault.code}`);
    if (fault.kind === "meanwhile" && now === fault.at) fault.act();
    return work();
  }

  function look<T>(work: () => T): T {
    if (isDead) throw new Killed();
    return work();
  }

  function wrap(folder: HeldFolder): HeldFolder {
    const to = (other: HeldFolder) => inner.get(other) ?? other;
    const wrapped: HeldFolder = {
      device: folder.device,
      inode: folder.inode,
      stat: (name) => look(() => folder.stat(name)),
      list: () => look(() => folder.list()),
      read: (name, options) => look(() => folder.read(name, options)),
      readLink: (name) => look(() => folder.readLink(name)),
      write: (name, bytes, options) =>
        operate(
          () => folder.write(name, bytes, options),
          () => folder.write(name, bytes.subarray(0, bytes.length / 2), { mode: 0o600 }),
        ),
      makeLink: (name, target) => operate(() => folder.makeLink(name, target)),
      makeFolder: (name, mode) => operate(() => folder.makeFolder(name, mode)),
      changeMode: (name, mode) => operate(() => folder.changeMode(name, mode)),
      move: (name, other, toName) => operate(() => folder.move(name, to(other), toName)),
      giveName: (name, other, toName) => operate(() => folder.giveName(name, to(other), toName)),
      remove: (name) => operate(() => folder.remove(name)),
      removeFolder: (name) => operate(() => folder.removeFolder(name)),
      removeTree: (name) => operate(() => folder.removeTree(name)),
      sync: () => operate(() => folder.sync()),
      open: (name) => {
        const opened = look(() => folder.open(name));
        return opened === undefined ? undefined : wrap(opened);
      },
      close: () => folder.close(),
    };
    inner.set(wrapped, folder);
    return wrapped;
  }

  function wrapLog(log: DurableLog): DurableLog {
    return {
      append: (bytes) => {
        const whole = Buffer.from(bytes);
        operate(
          () => log.append(whole),
          () => log.append(whole.subarray(0, whole.length / 2)),
        );
      },
      sync: () => operate(() => log.sync()),
      close: () => log.close(),
    };
  }

  const { files } = real;
  const platform: Platform = {
    ...real,
    host: { ...real.host, processId: spawnSync("true").pid },
    files: {
      ...files,
      holdFolder: (path) => {
        const held = look(() => files.holdFolder(path));
        return held === undefined ? undefined : wrap(held);
      },
      openLog: (path, options) => wrapLog(operate(() => files.openLog(path, options))),
      rename: (from, to) => operate(() => files.rename(from, to)),
      removeFile: (path) => operate(() => files.removeFile(path)),
      makeFolder: (path, options) => operate(() => files.makeFolder(path, options)),
      createExclusive: (path, data, options) => operate(() => files.createExclusive(path, data, options)),
      writeAtomic: (path, data, options) => operate(() => files.writeAtomic(path, data, options)),
    },
  };
  return { platform, count: () => count };
}
