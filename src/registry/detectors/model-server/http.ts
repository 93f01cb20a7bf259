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
export async function getJson(
  place: ServerPlace,
  path: string,
  context: DetectContext,
): Promise<JsonAnswer | undefined> {
  const host = place.host.includes(":") ? `[${place.host}]` : place.host;
  const result = await context.platform.network.exchange(place, {
    send: `GET ${path} HTTP/1.0\r\nHost: ${host}:${place.port}\r\nAccept: application/json\r\nUser-Agent: orchestra\r\n\r\n`,
    timeoutMs: context.serviceDeadlineMs,
    signal: context.signal,
    maxBytes: 1_048_576,
  });
  if (result.outcome !== "open") return undefined;
  const text = result.received.toString("utf8");
  const end = text.indexOf("\r\n\r\n");
  if (end === -1 || !/^HTTP\/1\.[01] 200/.test(text)) return undefined;
  const parsed = parseJson(text.slice(end + 4).trim());
  if (parsed.problems.length > 0) return undefined;
  return { root: parsed.documents[0], server: /^server:\s*([^\r\n]{1,80})/im.exec(text.slice(0, end))?.[1] };
}
