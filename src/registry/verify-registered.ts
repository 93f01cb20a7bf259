import { isAbsolute, join } from "node:path";
import type { Resource } from "../model/resource.ts";
import type { Endpoint, ExchangeResult } from "../platform/types.ts";
import { expandPath } from "./place.ts";
import type { DetectContext, Verification } from "./types.ts";

const TIMEOUT_MS = 2_000;

const DEFAULT_PORTS: Readonly<Record<string, number>> = {
  "http:": 80,
  "https:": 443,
  "postgresql:": 5_432,
  "postgres:": 5_432,
  "redis:": 6_379,
  "mysql:": 3_306,
  "mongodb:": 27_017,
  "ssh:": 22,
};

/** Asks a resource that a person registered, by what its access pattern is: an address, a path or a program. */
export async function verifyRegistered(resource: Resource, context: DetectContext): Promise<Verification> {
  const pattern = resource.accessPattern.trim();
  const url = URL.canParse(pattern) ? new URL(pattern) : undefined;
  if (url !== undefined && url.hostname !== "" && url.protocol !== "file:")
    return verifyAddress(url, context);
  const path = url?.protocol === "file:" ? decodeURIComponent(url.pathname) : pattern;
  if (looksLikePath(path)) return verifyPath(path, context);
  const program = /^[A-Za-z0-9._+-]+/.exec(pattern)?.[0];
  if (program !== undefined && context.programs.find(program).length > 0) return { status: "available" };
  return { status: "unknown", reason: "its access pattern is no address, path or program that can be asked" };
}

function looksLikePath(text: string): boolean {
  return isAbsolute(text) || /^(~|\.{1,2})(\/|$)/.test(text);
}

function verifyPath(path: string, context: DetectContext): Verification {
  const expanded = expandPath(path, context.platform);
  const absolute = isAbsolute(expanded) ? expanded : join(context.workspace.root, expanded);
  if (context.platform.files.stat(absolute) !== undefined) return { status: "available" };
  return { status: "missing", reason: `nothing stands at ${path}` };
}

async function verifyAddress(url: URL, context: DetectContext): Promise<Verification> {
  const port = url.port === "" ? DEFAULT_PORTS[url.protocol] : Number(url.port);
  if (port === undefined) return { status: "unknown", reason: `no port is known for ${url.protocol}` };
  const host = url.hostname.replaceAll(/[[\]]/g, "");
  if (context.isOffline && !isLoopback(host)) {
    return { status: "unknown", reason: `${host} was not asked: --offline` };
  }
  const request = `GET ${url.pathname} HTTP/1.1\r\nHost: ${url.host}\r\nConnection: close\r\nUser-Agent: orchestra\r\n\r\n`;
  const endpoint: Endpoint = { host, port };
  const result = await context.platform.network.exchange(endpoint, {
    timeoutMs: TIMEOUT_MS,
    signal: context.signal,
    ...(url.protocol === "http:" ? { send: request } : {}),
    isComplete: (received) => url.protocol !== "http:" || received.includes("\r\n"),
    maxBytes: 4_096,
  });
  return judge(result, url);
}

function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || host.startsWith("127.");
}

function judge(result: ExchangeResult, url: URL): Verification {
  if (result.outcome === "timed_out")
    return { status: "unknown", reason: `${url.host} did not answer in time` };
  if (result.outcome === "unreachable")
    return { status: "unknown", reason: `${url.host} cannot be reached from here` };
  if (result.outcome !== "open") return { status: "unavailable", reason: `${url.host} refuses connections` };
  const code = Number(/^HTTP\/1\.[01] (\d{3})/.exec(result.received.toString("latin1"))?.[1] ?? 0);
  if (code === 401 || code === 403) return { status: "unauthorized", reason: `${url.host} answers ${code}` };
  if (code >= 500) return { status: "degraded", reason: `${url.host} answers ${code}` };
  return { status: "available" };
}
