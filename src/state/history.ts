import { z } from "zod";
import { toTimestamp } from "../model/time.ts";
import { resourceSchema, type Resource } from "../model/resource.ts";
import { pathIn, prepareFolder, type StateFolder } from "./state-folder.ts";

const NAME = "history.ndjson";
const MAX_BYTES = 1_048_576;
const READ_LIMIT = 16 * MAX_BYTES;

/** What happened to the things that a person asked to keep. */
export type HistoryEvent =
  | { readonly event: "register"; readonly resource: Resource }
  | { readonly event: "unregister"; readonly id: string };

const eventSchema: z.ZodType<HistoryEvent> = z.union([
  z.object({ event: z.literal("register"), resource: resourceSchema }),
  z.object({ event: z.literal("unregister"), id: z.string() }),
]);

/** Adds events, one line each; call it under the lock. What a grown file keeps is enough to rebuild what is registered. */
export function appendHistory(state: StateFolder, events: readonly HistoryEvent[]): void {
  if (events.length === 0) return;
  prepareFolder(state);
  const { clock, files } = state.platform;
  const at = toTimestamp(clock.now());
  const path = pathIn(state, NAME);
  const lines = events.map((event) => `${JSON.stringify({ at, ...event })}\n`).join("");
  const before = files.stat(path)?.size ?? 0;
  if (before + lines.length > MAX_BYTES)
    files.writeAtomic(path, compact(readHistory(state), at), { mode: 0o600 });
  files.append(path, startLine(state, path) + lines, { mode: 0o600 });
}

/** Every event that can be read; a line torn by a kill is left out. */
export function readHistory(state: StateFolder): readonly HistoryEvent[] {
  const read = state.platform.files.readText(pathIn(state, NAME), { maxBytes: READ_LIMIT });
  return read.isRead ? read.text.split("\n").flatMap(parseLine) : [];
}

/** What is registered after all these events. */
export function replayRegistrations(events: readonly HistoryEvent[]): readonly Resource[] {
  const registered = new Map<string, Resource>();
  for (const event of events) {
    if (event.event === "register") registered.set(event.resource.id, event.resource);
    else registered.delete(event.id);
  }
  return [...registered.values()];
}

function compact(events: readonly HistoryEvent[], at: string): string {
  const registered = replayRegistrations(events);
  return registered.map((resource) => `${JSON.stringify({ at, event: "register", resource })}\n`).join("");
}

/** A torn last line must not swallow the first of the new ones. */
function startLine(state: StateFolder, path: string): string {
  const read = state.platform.files.readText(path, { maxBytes: READ_LIMIT });
  return read.isRead && read.text !== "" && !read.text.endsWith("\n") ? "\n" : "";
}

function parseLine(line: string): readonly HistoryEvent[] {
  try {
    const checked = eventSchema.safeParse(JSON.parse(line));
    return checked.success ? [checked.data] : [];
  } catch (error) {
    if (error instanceof SyntaxError) return [];
    throw error;
  }
}
