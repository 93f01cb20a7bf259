import {
  closeSync,
  constants,
  fchmodSync,
  fstatSync,
  lstatSync,
  openSync,
  readdirSync,
  rmdirSync,
  unlinkSync,
} from "node:fs";
import { OrchestraError } from "../model/errors.ts";

const FOLDER_FLAGS = constants.O_RDONLY | (constants.O_DIRECTORY ?? 0) | (constants.O_NOFOLLOW ?? 0);
const OWNER_MAY_ALL = 0o700;

/**
 * Removes a folder with all in it. Each folder is held open while it is emptied, so that one that becomes a link
 * meanwhile leads nowhere; links are removed themselves; where another file system begins it stops.
 */
export function removeTree(path: string | Buffer, device: bigint): void {
  const descriptor = openSync(path, FOLDER_FLAGS);
  try {
    const stat = fstatSync(descriptor, { bigint: true });
    if (stat.dev !== device) {
      throw new OrchestraError("FILE_UNWRITABLE", `${path.toString()} is on another file system`, {
        hint: "Unmount it first.",
      });
    }
    const mode = Number(stat.mode) & 0o7777;
    if ((mode & OWNER_MAY_ALL) !== OWNER_MAY_ALL) fchmodSync(descriptor, mode | OWNER_MAY_ALL);
    const base = Buffer.from(process.platform === "linux" ? `/proc/self/fd/${descriptor}` : path);
    for (const name of readdirSync(base, { encoding: "buffer" })) {
      const child = Buffer.concat([base, Buffer.from("/"), name]);
      if (lstatSync(child).isDirectory()) removeTree(child, device);
      else unlinkSync(child);
    }
  } finally {
    closeSync(descriptor);
  }
  rmdirSync(path);
}
