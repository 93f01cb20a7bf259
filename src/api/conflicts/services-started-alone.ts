import type { PublishedPort } from "../../model/snapshot.ts";
import { searchWrittenLines } from "../../workspace/search.ts";
import type { Session } from "../session.ts";

/** `docker compose -f test.yml up -d oven`, and what comes after it. */
const STARTS = /\bcompose\b[^|;&\n]{0,200}?\s(?:up|run|start)\s+([^|;&#\n]{1,200})/g;

/**
 * Marks the ports of services that some line of the tree starts by their name and without another that has the port, of
 * those that share one in their file; of others it is not asked.
 */
export async function markStartedAlone(
  { platform, root }: Session,
  ports: readonly PublishedPort[],
): Promise<readonly PublishedPort[]> {
  const sharing = new Map<string, Set<string>>();
  for (const port of ports) {
    sharing.set(keyOf(port), (sharing.get(keyOf(port)) ?? new Set()).add(port.service));
  }
  if ([...sharing.values()].every(({ size }) => size < 2)) return ports;
  const lines = await searchWrittenLines(platform, root, { pattern: "compose.* (up|run|start) " });
  const started = lines.flatMap(({ text }) =>
    [...text.matchAll(STARTS)].map(([, words = ""]) => new Set(words.split(/[\s`"')]+/))),
  );
  return ports.map((port) => {
    const others = [...(sharing.get(keyOf(port)) ?? [])].filter((service) => service !== port.service);
    const isStartedAlone =
      others.length > 0 &&
      started.some((names) => names.has(port.service) && !others.some((other) => names.has(other)));
    return isStartedAlone ? { ...port, isStartedAlone } : port;
  });
}

function keyOf({ file, hostPort, protocol }: PublishedPort): string {
  return `${file}\0${hostPort}/${protocol}`;
}
