import type { DocumentNode } from "../../../model/document.ts";
import { parseJson } from "../../../workspace/parsers/json.ts";
import type { DetectContext } from "../../types.ts";

export interface ServerPlace {
  readonly host: string;
  readonly port: number;
}

/** An answer with status 200. */
export interface JsonAnswer {
  readonly root: DocumentNode | undefined;
  /** Of the Server header. */
  readonly server: string | undefined;
}

/** Asks a local HTTP server for JSON; undefined when nothing listens, it is late or it answers anything else. */
export type Ask = (place: ServerPlace, path: string) => Promise<JsonAnswer | undefined>;

/** All that is asked with it, one after the other as well, ends within the one deadline of local services. */
export function createAsk(context: DetectContext): Ask {
  const { clock, network } = context.platform;
  const deadline = clock.elapsed() + context.serviceDeadlineMs;
  return async (place, path) => {
    const timeoutMs = deadline - clock.elapsed();
    if (timeoutMs <= 0) return undefined;
    const result = await network.exchange(place, {
      send: `GET ${path} HTTP/1.0\r\nHost: ${authorityOf(place)}\r\nAccept: application/json\r\nUser-Agent: orchestra\r\n\r\n`,
      timeoutMs,
      signal: context.signal,
      isComplete,
      maxBytes: 1_048_576,
    });
    return result.outcome === "open" ? parseAnswer(result.received.toString("utf8")) : undefined;
  };
}

/** As an address spells it: `127.0.0.1:8000`, `[::1]:8000`. */
export function authorityOf({ host, port }: ServerPlace): string {
  return `${host.includes(":") ? `[${host}]` : host}:${port}`;
}

/** A server that leaves the connection open tells how long its answer is. */
function isComplete(received: Buffer): boolean {
  const end = received.indexOf("\r\n\r\n");
  if (end === -1) return false;
  const length = /^content-length:[ \t]*(\d{1,9})/im.exec(received.toString("latin1", 0, end))?.[1];
  return length !== undefined && received.length >= end + 4 + Number(length);
}

function parseAnswer(text: string): JsonAnswer | undefined {
  const end = text.indexOf("\r\n\r\n");
  if (end === -1 || !/^HTTP\/1\.[01] 200/.test(text)) return undefined;
  const parsed = parseJson(text.slice(end + 4).trim());
  if (parsed.problems.length > 0) return undefined;
  return { root: parsed.documents[0], server: /^server:\s*([^\r\n]{1,80})/im.exec(text.slice(0, end))?.[1] };
}
