import { z } from "zod";
import type { Diagnostic } from "../model/diagnostic.ts";
import { resourceSchema, type Resource } from "../model/resource.ts";
import { toTimestamp } from "../model/time.ts";
import { readDocument, writeDocument } from "./documents.ts";
import { appendHistory, readHistory, replayRegistrations, type HistoryEvent } from "./history.ts";
import { withLock } from "./lock.ts";
import type { StateFolder } from "./state-folder.ts";
import { removeStaleFiles } from "./stale-files.ts";

const DISCOVERED = "resources.json";
const REGISTERED = "registered.json";

const discoveredSchema = z.object({
  schemaVersion: z.literal(1),
  generation: z.int().nonnegative(),
  updatedAt: z.iso.datetime(),
  resources: z.array(resourceSchema),
  vanished: z.array(z.string()),
});

const registeredSchema = z.object({
  schemaVersion: z.literal(1),
  generation: z.int().nonnegative(),
  updatedAt: z.iso.datetime(),
  resources: z.array(resourceSchema),
});

/** Everything that is kept of resources. What a person registered stands in a file of its own. */
export interface StoredResources {
  readonly discovered: readonly Resource[];
  /** Ids that the last run of their detector no longer found. */
  readonly vanished: readonly string[];
  readonly registered: readonly Resource[];
  /** Grows with each change of facts; a new observation of the same facts is none. */
  readonly generation: number;
  readonly diagnostics: readonly Diagnostic[];
}

/** What discovery replaces. */
export type Discovered = Pick<StoredResources, "vanished"> & { readonly resources: readonly Resource[] };

/** Reads what is kept, without a lock: each file is always whole. */
export function readResources(state: StateFolder): StoredResources {
  const discovered = readDocument(state, DISCOVERED, discoveredSchema);
  const registered = readDocument(state, REGISTERED, registeredSchema);
  return {
    discovered: discovered.data?.resources ?? [],
    vanished: discovered.data?.vanished ?? [],
    registered: registered.data?.resources ?? replayRegistrations(readHistory(state)),
    generation: (discovered.data?.generation ?? 0) + (registered.data?.generation ?? 0),
    diagnostics: [...discovered.diagnostics, ...registered.diagnostics],
  };
}

/** Replaces what was discovered by what `change` makes of it, under the lock. */
export async function updateDiscovered(
  state: StateFolder,
  change: (known: Discovered) => Discovered,
): Promise<StoredResources> {
  return withLock(state, () => {
    removeStaleFiles(state);
    const stored = readResources(state);
    writeDiscovered(state, change({ resources: stored.discovered, vanished: stored.vanished }));
    return { ...readResources(state), diagnostics: stored.diagnostics };
  });
}

/** Replaces what is registered by what `change` makes of it, under the lock. */
export async function updateRegistered(
  state: StateFolder,
  change: (known: readonly Resource[]) => readonly Resource[],
): Promise<StoredResources> {
  return withLock(state, () => {
    const stored = readResources(state);
    writeRegistered(state, change(stored.registered));
    return { ...readResources(state), diagnostics: stored.diagnostics };
  });
}

/** Puts newer observations in the place of what is kept under the same ids; what has gone meanwhile stays gone. */
export async function replaceResources(
  state: StateFolder,
  newer: readonly Resource[],
): Promise<StoredResources> {
  const byId = new Map(newer.map((resource) => [`${resource.source.detector} ${resource.id}`, resource]));
  const replace = (known: readonly Resource[]) =>
    known.map((resource) => byId.get(`${resource.source.detector} ${resource.id}`) ?? resource);
  return withLock(state, () => {
    const stored = readResources(state);
    if (stored.registered.length > 0) writeRegistered(state, replace(stored.registered));
    writeDiscovered(state, { resources: replace(stored.discovered), vanished: stored.vanished });
    return { ...readResources(state), diagnostics: stored.diagnostics };
  });
}

function writeDiscovered(state: StateFolder, next: Discovered): void {
  const before = readDocument(state, DISCOVERED, discoveredSchema).data;
  writeDocument(state, DISCOVERED, { ...stamp(state, before, next.resources), ...next });
}

/** The history comes first: a kill between the two writes leaves an event too many, never a resource too few. */
function writeRegistered(state: StateFolder, next: readonly Resource[]): void {
  const before = readDocument(state, REGISTERED, registeredSchema).data;
  const kept = before?.resources ?? replayRegistrations(readHistory(state));
  appendHistory(state, eventsBetween(kept, next));
  writeDocument(state, REGISTERED, { ...stamp(state, before, next), resources: next });
}

function stamp(
  state: StateFolder,
  before: { readonly generation: number; readonly resources: readonly Resource[] } | undefined,
  next: readonly Resource[],
) {
  const isChanged = before === undefined || !isSameFacts(before.resources, next);
  const generation = (before?.generation ?? 0) + (isChanged ? 1 : 0);
  return { generation, updatedAt: toTimestamp(state.platform.clock.now()) };
}

function eventsBetween(before: readonly Resource[], after: readonly Resource[]): readonly HistoryEvent[] {
  const known = new Map(before.map((resource) => [resource.id, factsOf(resource)]));
  const left = new Set(after.map((resource) => resource.id));
  return [
    ...before.filter(({ id }) => !left.has(id)).map(({ id }) => ({ event: "unregister", id }) as const),
    ...after
      .filter((resource) => known.get(resource.id) !== factsOf(resource))
      .map((resource) => ({ event: "register", resource }) as const),
  ];
}

function isSameFacts(a: readonly Resource[], b: readonly Resource[]): boolean {
  return a.length === b.length && JSON.stringify(a.map(factsOf)) === JSON.stringify(b.map(factsOf));
}

/** A resource without the time at which it was seen. */
function factsOf(resource: Resource): string {
  return JSON.stringify({ ...resource, observedAt: "" });
}
