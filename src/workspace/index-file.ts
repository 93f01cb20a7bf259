import type { WorkspaceFile } from "./types.ts";

const TAB = 9;
const SPACE = 32;

/** Where an entry of `ls-files -s --debug` stands in git's output. */
export interface EntryPlace {
  /** Of `MODE OID STAGE`. */
  readonly start: number;
  /** Between stage and path. */
  readonly tab: number;
  /** After the last debug line. */
  readonly next: number;
}

/**
 * An unmodified tracked file. A large tree has many that nobody asks about, so size and object id are taken from git's
 * output when they are wanted.
 */
export class IndexFile implements WorkspaceFile {
  readonly path: string;
  readonly kind: WorkspaceFile["kind"];
  readonly state = "tracked" as const;
  readonly mode: number;
  readonly #output: Buffer;
  readonly #place: EntryPlace;

  constructor(path: string, output: Buffer, place: EntryPlace) {
    this.path = path;
    this.kind = kindAt(output, place.start);
    this.mode = output[place.start + 3] === 0x37 ? 0o755 : 0o644;
    this.#output = output;
    this.#place = place;
  }

  get contentId(): string {
    return this.#output.toString("latin1", this.#place.start + 7, this.#place.tab - 2);
  }

  /** The last debug line is `  size: N\tflags: X`. */
  get size(): number {
    const tab = this.#output.lastIndexOf(TAB, this.#place.next);
    const space = this.#output.lastIndexOf(SPACE, tab);
    return space === -1 ? 0 : Number.parseInt(this.#output.toString("latin1", space + 1, tab), 10) || 0;
  }
}

/** Modes are 100644 and 100755 for files, 120000 for links, 160000 for submodules. */
function kindAt(output: Buffer, start: number): WorkspaceFile["kind"] {
  const digit = output[start + 1];
  if (digit === 0x32) return "link";
  return digit === 0x36 ? "submodule" : "file";
}
