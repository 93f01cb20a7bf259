import type { Platform } from "../platform/types.ts";
import { readTcpListeners } from "./listeners.ts";

/** TCP ports of this machine on which something listens, whatever the address. */
export async function readListeningPorts(platform: Platform): Promise<ReadonlySet<number>> {
  const listeners = await readTcpListeners(platform);
  return new Set(listeners.map(({ port }) => port));
}
