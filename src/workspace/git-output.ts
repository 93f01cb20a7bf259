import type { ListedFile } from "./listing.ts";
import { decodePath } from "./path-bytes.ts";
import type { WorkspaceFile } from "./types.ts";

const TAB = 9;
const KINDS: Readonly<Record<string, WorkspaceFile["kind"] | undefined>> = {
  "120000": "link",
  "160000": "submodule",
};

/**
 * Entries of `ls-files -s -z`: `MODE OID STAGE\tPATH\0`. The size is only known of the disk, so everything but the kind
 * is asked there. Undefined for an answer that is not git's.
 */
export function parseLsFiles(output: Buffer): readonly ListedFile[] | undefined {
  const files: ListedFile[] = [];
  let before = "";
  for (let start = 0; start < output.length;) {
    const tab = output.indexOf(TAB, start);
    const end = output.indexOf(0, tab);
    if (tab === -1 || end === -1) return undefined;
    const [mode = "", oid = ""] = output.toString("latin1", start, tab).split(" ");
    if (!/^[0-7]{6}$/.test(mode) || !/^[0-9a-f]{40,64}$/.test(oid)) return undefined;
    const { text, raw } = decodePath(output, tab + 1, end);
    const isLink = KINDS[mode] === "submodule";
    const known: WorkspaceFile = {
      path: text,
      kind: "submodule",
      state: "tracked",
      size: 0,
      mode: 0o644,
      contentId: oid,
    };
    if (text !== before)
      files.push({
        path: text,
        state: "tracked",
        ...(isLink ? { known } : {}),
        ...(raw === undefined ? {} : { raw }),
      });
    before = text;
    start = end + 1;
  }
  return files;
}

/** What differs from the index. */
export interface Differences {
  readonly modified: ReadonlySet<string>;
  readonly deleted: ReadonlySet<string>;
  readonly others: readonly ListedFile[];
  readonly ignoredFolders: readonly string[];
}

/** Entries of `status --porcelain=v1 -z`: `XY PATH\0`, paths from the top of the work tree; undefined for another text. */
export function parseStatus(output: Buffer, prefix: string): Differences | undefined {
  const modified = new Set<string>();
  const deleted = new Set<string>();
  const others: ListedFile[] = [];
  const ignoredFolders: string[] = [];
  const prefixLength = Buffer.byteLength(prefix);
  for (let start = 0; start < output.length;) {
    const end = output.indexOf(0, start);
    const code = output.toString("latin1", start, start + 2);
    if (end === -1 || !/^[ MTADRCU?!]{2}$/.test(code)) return undefined;
    const { text, raw } = decodePath(output, start + 3 + prefixLength, end);
    start = end + 1;
    const isFolder = text.endsWith("/");
    if (code === "!!" && isFolder) ignoredFolders.push(text.slice(0, -1));
    else if (code === "!!" || code === "??") {
      const state = code === "!!" ? "ignored" : "untracked";
      if (!isFolder) others.push({ path: text, state, ...(raw === undefined ? {} : { raw }) });
    } else if (code[1] === "D") deleted.add(text);
    else if (code[1] !== " ") modified.add(text);
  }
  return { modified, deleted, others, ignoredFolders };
}
