import type { HeldPort } from "../../model/snapshot.ts";
import { findSocketOwners } from "../../registry/detectors/local-service/processes.ts";
import { readTcpListeners } from "../../registry/listeners.ts";
import type { Session } from "../session.ts";
import type { FileFacts } from "./file-facts.ts";

/** Ports that compose files publish and that a process of this machine listens on; nothing is asked of it. */
export async function findHeldPorts(
  { platform }: Session,
  facts: ReadonlyMap<string, FileFacts>,
): Promise<readonly HeldPort[]> {
  const published = new Set(
    [...facts.values()].flatMap(({ ports = [] }) => ports.map(({ hostPort }) => hostPort)),
  );
  if (published.size === 0) return [];
  const listeners = (await readTcpListeners(platform)).filter(({ port }) => published.has(port));
  const inodes = new Set(listeners.flatMap(({ inode }) => inode ?? []));
  const owners = findSocketOwners(inodes, platform);
  const held = listeners.map(({ port, inode = -1, processName }) => ({
    port,
    process: processName ?? owners.get(inode)?.name,
  }));
  return [...new Map(held.map((one) => [one.port, one])).values()].toSorted((a, b) => a.port - b.port);
}
