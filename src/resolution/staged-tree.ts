import type { StepInput } from "../model/plan.ts";
import type { Platform } from "../platform/types.ts";
import type { TrackingState, Workspace } from "../workspace/types.ts";
import type { StagedTree } from "./types.ts";
import { applyEdits, editsSchema } from "./text-edits.ts";

/** Larger ones are data: no strategy has anything to say of what is in them. Bytes. */
const LARGEST = 67_108_864;

/** One file as it will stand: what the disk has under `origin`, or `bytes` in its place. */
interface Staged {
  readonly kind: "file" | "link" | "other";
  readonly state: TrackingState;
  readonly origin?: string;
  readonly bytes?: Buffer;
}

/** Begins with the listing of a workspace; files are read when they are asked for. */
export function createStagedTree(platform: Platform, workspace: Workspace): StagedTree {
  const read = (origin: string) => {
    const found = platform.files.readBytes(`${workspace.root}/${origin}`, { maxBytes: LARGEST });
    return found.isRead ? found.bytes : undefined;
  };
  const listed = workspace.files.map(({ path, kind, state }): readonly [string, Staged] => [
    path,
    { kind: kind === "submodule" ? "other" : kind, state, origin: path },
  ]);
  return createTree(new Map(listed), read);
}

function createTree(
  staged: Map<string, Staged>,
  readOrigin: (path: string) => Buffer | undefined,
): StagedTree {
  let folders: ReadonlySet<string> | undefined;
  const isFolder = (path: string) => (folders ??= foldersOf(staged)).has(path);
  const readBytes = (path: string): Buffer | undefined => {
    const { kind, bytes, origin } = staged.get(path) ?? {};
    if (kind !== "file") return undefined;
    return bytes ?? (origin === undefined ? undefined : readOrigin(origin));
  };
  return {
    list: () => [...staged.keys()].toSorted(),
    kindOf: (path) => staged.get(path)?.kind ?? (isFolder(path) ? "folder" : undefined),
    stateOf: (path) => staged.get(path)?.state ?? "untracked",
    readBytes,
    readText: (path) => {
      const bytes = readBytes(path);
      return bytes === undefined ? undefined : textOf(bytes);
    },
    changed: () =>
      [...staged].flatMap(([path, { bytes, origin }]) =>
        bytes === undefined && origin === path ? [] : [path],
      ),
    apply: (step) => {
      folders = undefined;
      apply(staged, readBytes, step);
    },
    fork: () => createTree(new Map(staged), readOrigin),
  };
}

function foldersOf(staged: ReadonlyMap<string, Staged>): ReadonlySet<string> {
  const folders = new Set<string>();
  for (const path of staged.keys()) {
    for (let at = path.lastIndexOf("/"); at !== -1; at = path.lastIndexOf("/", at - 1)) {
      const folder = path.slice(0, at);
      if (folders.has(folder)) break;
      folders.add(folder);
    }
  }
  return folders;
}

function textOf(bytes: Buffer): string | undefined {
  if (bytes.includes(0)) return undefined;
  const text = bytes.toString("utf8");
  return Buffer.from(text, "utf8").equals(bytes) ? text : undefined;
}

function apply(
  staged: Map<string, Staged>,
  readBytes: (path: string) => Buffer | undefined,
  { change: { kind, params } }: StepInput,
): void {
  const { path, from, to } = params;
  if (kind === "move_file" && typeof from === "string" && typeof to === "string") move(staged, from, to);
  if (typeof path !== "string") return;
  if (kind === "delete_file") staged.delete(path);
  if (kind === "write_file") {
    const { text, base64 } = params;
    const bytes =
      typeof base64 === "string"
        ? Buffer.from(base64, "base64")
        : Buffer.from(typeof text === "string" ? text : "", "utf8");
    staged.set(path, { kind: "file", state: staged.get(path)?.state ?? "untracked", bytes });
  }
  const before = kind === "edit_file" ? readBytes(path) : undefined;
  const edits = editsSchema.safeParse(params["edits"]);
  if (before === undefined || !edits.success) return;
  const { state = "untracked" } = staged.get(path) ?? {};
  staged.set(path, { kind: "file", state, bytes: applyEdits(before, edits.data) });
}

function move(staged: Map<string, Staged>, from: string, to: string): void {
  for (const [path, file] of Array.from(staged)) {
    if (path !== from && !path.startsWith(`${from}/`)) continue;
    staged.delete(path);
    staged.set(`${to}${path.slice(from.length)}`, file);
  }
}
