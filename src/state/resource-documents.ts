import { z } from "zod";
import type { Diagnostic } from "../model/diagnostic.ts";
import { resourceSchema, type Resource } from "../model/resource.ts";
import { toTimestamp } from "../model/time.ts";
import { readDocument, writeDocument, type ReadDocument } from "./documents.ts";
import { appendHistory, readHistory, replayRegistrations, type HistoryEvent } from "./history.ts";
import { withLock } from "./lock.ts";
import type { StateFolder } from "./state-folder.ts";
import { removeStaleFiles } from "./stale-files.ts";

const DISCOVERED = "resources.json";
const REGISTERED = "registered.json";

const REBUILT =
  "What was registered is taken from .orchestra/history.ndjson; check it with `orchestra resources list`.";

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

type DiscoveredDocument = z.output<typeof discoveredSchema>;

type RegisteredDocument = z.output<typeof registeredSchema>;

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
  return summarize(state, readDocuments(state));
}

/** Replaces what was discovered by what `change` makes of it, under the lock. */
export async function updateDiscovered(
  state: StateFolder,
  change: (known: Discovered) => Discovered,
): Promise<StoredResources> {
  return withLock(state, () => {
    removeStaleFiles(state);
    const documents = readDocuments(state);
    const { discovered, vanished } = summarize(state, documents);
    const written = writeDiscovered(
      state,
      documents.discovered.data,
      change({ resources: discovered, vanished }),
    );
    return summarize(state, { ...documents, discovered: { ...documents.discovered, data: written } });
  });
}

/** Replaces what is registered by what `change` makes of it, under the lock. */
export async function updateRegistered(
  state: StateFolder,
  change: (known: readonly Resource[]) => readonly Resource[],
): Promise<StoredResources> {
  return withLock(state, () => {
    removeStaleFiles(state);
    const documents = readDocuments(state);
    const { registered } = summarize(state, documents);
    const written = writeRegistered(state, documents.registered.data, {
      before: registered,
      after: change(registered),
    });
    return summarize(state, { ...documents, registered: { ...documents.registered, data: written } });
  });
}

/** Puts newer observations in the place of what is kept under the same ids; what has gone meanwhile stays gone. */
export async function replaceResources(
  state: StateFolder,
  newer: readonly Resource[],
): Promise<StoredResources> {
  const keyOf = ({ source, id }: Resource) => `${source.detector} ${id}`;
  const byKey = new Map(newer.map((resource) => [keyOf(resource), resource]));
  const replace = (known: readonly Resource[]) =>
    known.map((resource) => byKey.get(keyOf(resource)) ?? resource);
  const isOfUser = newer.some(({ source }) => source.detector === "user");
  const stored = isOfUser ? await updateRegistered(state, replace) : undefined;
  const updated = await updateDiscovered(state, (known) => ({
    ...known,
    resources: replace(known.resources),
  }));
  return { ...updated, diagnostics: [...(stored?.diagnostics ?? []), ...updated.diagnostics] };
}

interface Documents {
  readonly discovered: ReadDocument<DiscoveredDocument>;
  readonly registered: ReadDocument<RegisteredDocument>;
}

function readDocuments(state: StateFolder): Documents {
  return {
    discovered: readDocument(state, DISCOVERED, discoveredSchema),
    registered: readDocument(state, REGISTERED, registeredSchema),
  };
}

/** What is registered comes from the history where its own document is broken or gone. */
function summarize(state: StateFolder, { discovered, registered }: Documents): StoredResources {
  return {
    discovered: discovered.data?.resources ?? [],
    vanished: discovered.data?.vanished ?? [],
    registered: registered.data?.resources ?? replayRegistrations(readHistory(state)),
    generation: (discovered.data?.generation ?? 0) + (registered.data?.generation ?? 0),
    diagnostics: [
      ...discovered.diagnostics,
      ...registered.diagnostics.map((broken) => ({ ...broken, hint: REBUILT })),
    ],
  };
}

function writeDiscovered(
  state: StateFolder,
  before: DiscoveredDocument | undefined,
  next: Discovered,
): DiscoveredDocument {
  const document = {
    ...stamp(state, before, next.resources),
    resources: [...next.resources],
    vanished: [...next.vanished],
  };
  writeDocument(state, DISCOVERED, document);
  return document;
}

/** The history comes first: a kill between the two writes leaves an event too many, never a resource too few. */
function writeRegistered(
  state: StateFolder,
  document: RegisteredDocument | undefined,
  { before, after }: { readonly before: readonly Resource[]; readonly after: readonly Resource[] },
): RegisteredDocument {
  appendHistory(state, eventsBetween(before, after));
  const next = { ...stamp(state, document, after), resources: [...after] };
  writeDocument(state, REGISTERED, next);
  return next;
}

function stamp(state: StateFolder, before: RegisteredDocument | undefined, next: readonly Resource[]) {
  const isChanged = before === undefined || !isSameFacts(before.resources, next);
  const generation = (before?.generation ?? 0) + (isChanged ? 1 : 0);
  return { schemaVersion: 1 as const, generation, updatedAt: toTimestamp(state.platform.clock.now()) };
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
