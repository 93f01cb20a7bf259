import { z } from "zod";
import type { Diagnostic } from "../model/diagnostic.ts";
import { OrchestraError } from "../model/errors.ts";
import {
  hasFolder,
  pathIn,
  prepareFolder,
  shownPath,
  stateDiagnostic,
  type StateFolder,
} from "./state-folder.ts";

/** The version of every document's shape that this program writes. */
const SCHEMA_VERSION = 1;

const MAX_BYTES = 268_435_456;

const versionSchema = z.looseObject({ schemaVersion: z.int().positive() });

/** A document as it was read, or none: then `diagnostics` say whether it was broken. */
export interface ReadDocument<T> {
  readonly data: T | undefined;
  readonly isCorrupt: boolean;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads a document. A broken one is set aside, for a person to look at, and never taken for "nothing was kept";
 * throws `STATE_TOO_NEW` for one that a later version wrote.
 */
export function readDocument<T>(state: StateFolder, name: string, schema: z.ZodType<T>): ReadDocument<T> {
  const text = readWhole(state, name);
  if (text === undefined) return { data: undefined, isCorrupt: false, diagnostics: [] };
  const parsed = parse(text);
  const version = versionSchema.safeParse(parsed);
  if (version.success && version.data.schemaVersion > SCHEMA_VERSION)
    throw tooNew(name, version.data.schemaVersion);
  const checked = schema.safeParse(parsed);
  if (checked.success) return { data: checked.data, isCorrupt: false, diagnostics: [] };
  if (readWhole(state, name) !== text) return readDocument(state, name, schema);
  return { data: undefined, isCorrupt: true, diagnostics: [setAside(state, name)] };
}

/** Writes a document whole or not at all, readable by its owner alone. */
export function writeDocument(state: StateFolder, name: string, data: object): void {
  prepareFolder(state);
  const pieces = piecesOf({ schemaVersion: SCHEMA_VERSION, ...data });
  state.platform.files.writeAtomic(pathIn(state, name), pieces, { mode: 0o600 });
}

/** An object's JSON, piece by piece: the items of its lists can be many thousands. */
function* piecesOf(data: object): Generator<string> {
  let before = "{";
  const members: [string, unknown][] = Object.entries(data);
  for (const [name, value] of members) {
    if (value === undefined) continue;
    yield `${before}${JSON.stringify(name)}:`;
    if (Array.isArray(value)) yield* piecesOfList(value);
    else yield JSON.stringify(value);
    before = ",";
  }
  yield "}\n";
}

function* piecesOfList(items: readonly unknown[]): Generator<string> {
  let before = "[";
  for (const item of items) {
    yield before;
    yield JSON.stringify(item);
    before = ",";
  }
  yield items.length === 0 ? "[]" : "]";
}

/** Undefined when there is none. Read again before a document is set aside: another process may have just repaired it. */
function readWhole(state: StateFolder, name: string): string | undefined {
  if (!hasFolder(state)) return undefined;
  const read = state.platform.files.readText(pathIn(state, name), { maxBytes: MAX_BYTES });
  if (read.isRead) return read.text;
  if (read.reason === "missing") return undefined;
  throw new OrchestraError("STATE_UNWRITABLE", `${shownPath(name)} cannot be read: ${read.reason}`, {
    file: shownPath(name),
    hint: "Check its permissions, or move it away.",
  });
}

function parse(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function setAside(state: StateFolder, name: string): Diagnostic {
  const { clock, random } = state.platform;
  const stamp = new Date(clock.now()).toISOString().replaceAll(/[:.]/g, "-");
  const asideName = `${name}.corrupt-${stamp}-${random.hex(4)}`;
  const isMoved = move(state, name, asideName);
  const message = isMoved ? `it was broken and is set aside as ${asideName}` : "it is broken";
  return stateDiagnostic(name, message, "What it held is found again by `orchestra setup --discover`.");
}

/** A folder that may only be read keeps its broken file; the diagnostic comes with every run then. */
function move(state: StateFolder, name: string, asideName: string): boolean {
  try {
    return state.platform.files.rename(pathIn(state, name), pathIn(state, asideName));
  } catch (error) {
    if (error instanceof OrchestraError) return false;
    throw error;
  }
}

function tooNew(name: string, version: number): OrchestraError {
  return new OrchestraError(
    "STATE_TOO_NEW",
    `${shownPath(name)} has version ${version}; this orchestra knows ${SCHEMA_VERSION}`,
    {
      file: shownPath(name),
      hint: "Use the newer orchestra that wrote it, or move .orchestra/ away.",
    },
  );
}
