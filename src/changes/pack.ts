import { OrchestraError } from "../model/errors.ts";
import type { DurableLog } from "../platform/edit-types.ts";
import type { Platform } from "../platform/types.ts";
import { contentId, type ContentKey } from "./contents.ts";

const LENGTH_BYTES = 6;
const ID_BYTES = 32;
const HEAD_BYTES = LENGTH_BYTES + ID_BYTES;
const MAX_BYTES = 4_294_967_296;

/** A file of sealed contents that only grows: everything that one execution replaced. */
export interface PackWriter {
  /** Adds contents that it does not have yet. */
  add(id: string, bytes: Buffer): void;
  /** Returns when all that was added is on the disk. */
  sync(): void;
  close(): void;
}

export interface PackPlace {
  readonly platform: Platform;
  /** Absolute. */
  readonly path: string;
  readonly key: ContentKey;
}

/** Opens a pack for adding; the file is made with the first contents. Throws `STATE_UNWRITABLE`. */
export function openPack({ platform, path, key }: PackPlace): PackWriter {
  const added = new Set<string>();
  let log: DurableLog | undefined;
  let isSynced = true;
  return {
    add: (id, bytes) => {
      if (added.has(id)) return;
      added.add(id);
      log ??= platform.files.openLog(path, { mode: 0o600 });
      log.append(record(id, platform.cipher.seal(key, bytes)));
      isSynced = false;
    },
    sync: () => {
      if (!isSynced) log?.sync();
      isSynced = true;
    },
    close: () => log?.close(),
  };
}

/** Reads a pack once, when its first contents are asked for; what was torn or changed is not given. */
export function readPack({ platform, path, key }: PackPlace): (id: string) => Buffer | undefined {
  let sealed: ReadonlyMap<string, Buffer> | undefined;
  return (id) => {
    sealed ??= scan(platform, path);
    const body = sealed.get(id);
    const bytes = body === undefined ? undefined : platform.cipher.open(key, body);
    return bytes !== undefined && contentId(platform, key, bytes) === id ? bytes : undefined;
  };
}

function record(id: string, sealed: Buffer): Buffer {
  const head = Buffer.alloc(HEAD_BYTES);
  head.writeUIntBE(sealed.length, 0, LENGTH_BYTES);
  head.write(id, LENGTH_BYTES, ID_BYTES, "hex");
  return Buffer.concat([head, sealed]);
}

function scan(platform: Platform, path: string): ReadonlyMap<string, Buffer> {
  const read = platform.files.readBytes(path, { maxBytes: MAX_BYTES });
  if (!read.isRead) {
    if (read.reason === "missing") return new Map();
    throw new OrchestraError("STATE_UNWRITABLE", `${path} cannot be read: ${read.reason}`, {
      hint: "It keeps what was replaced; check its permissions.",
    });
  }
  const { bytes } = read;
  const found = new Map<string, Buffer>();
  for (let at = 0; at + HEAD_BYTES <= bytes.length;) {
    const end = at + HEAD_BYTES + bytes.readUIntBE(at, LENGTH_BYTES);
    if (end > bytes.length) break;
    const id = bytes.subarray(at + LENGTH_BYTES, at + HEAD_BYTES).toString("hex");
    found.set(id, bytes.subarray(at + HEAD_BYTES, end));
    at = end;
  }
  return found;
}
