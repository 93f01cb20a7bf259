import type { Platform } from "../platform/types.ts";

/** A TCP socket of this machine that accepts connections. */
export interface TcpListener {
  /** `127.0.0.1`, `0.0.0.0`, `::`, `::1` … */
  readonly address: string;
  readonly port: number;
  /** Linux: leads to the process that holds the socket. */
  readonly inode?: number;
  readonly processId?: number;
  readonly processName?: string;
}

const MAX_BYTES = 16_777_216;
const TIMEOUT_MS = 2_000;

/** Every TCP listener that the system tells of; empty where it tells nothing. */
export async function readTcpListeners(platform: Platform): Promise<readonly TcpListener[]> {
  switch (platform.host.os) {
    case "linux":
      return ["tcp", "tcp6"].flatMap((name) => parseProcTcp(readProc(platform, name)));
    case "macos":
    case "other":
      return parseLsof(await runForText(platform, "lsof", ["-nP", "-iTCP", "-sTCP:LISTEN", "-F", "pcn"]));
    case "windows":
      return parseNetstat(await runForText(platform, "netstat", ["-ano", "-p", "TCP"]));
  }
}

/** Lines of `/proc/net/tcp` and `tcp6` whose state is 0A, listening. */
export function parseProcTcp(text: string): readonly TcpListener[] {
  return text.split("\n").flatMap((line) => {
    const [, local = "", , state, , , , , , inode] = line.trim().split(/\s+/);
    const [address = "", port = ""] = local.split(":");
    if (state !== "0A" || port === "") return [];
    return [{ address: decodeAddress(address), port: Number.parseInt(port, 16), inode: Number(inode) }];
  });
}

/** Output of `lsof -F pcn`: a process begins with `p`, its name with `c`, a socket with `n`. */
export function parseLsof(text: string): readonly TcpListener[] {
  const listeners: TcpListener[] = [];
  let processId = 0;
  let processName = "";
  for (const line of text.split("\n")) {
    const value = line.slice(1);
    if (line.startsWith("p")) processId = Number(value);
    else if (line.startsWith("c")) processName = value;
    else if (line.startsWith("n")) {
      const place = splitPlace(value.replace(/^\*/, "0.0.0.0"));
      if (place !== undefined) listeners.push({ ...place, processId, processName });
    }
  }
  return listeners;
}

/** Output of `netstat -ano`: `TCP 127.0.0.1:5432 0.0.0.0:0 LISTENING 1234`; the state's word is translated, so 0 tells. */
export function parseNetstat(text: string): readonly TcpListener[] {
  return text.split(/\r?\n/).flatMap((line) => {
    const [protocol, local = "", remote = "", ...rest] = line.trim().split(/\s+/);
    const place = splitPlace(local);
    if (protocol !== "TCP" || place === undefined || !remote.endsWith(":0")) return [];
    return [{ ...place, processId: Number(rest.at(-1)) }];
  });
}

function splitPlace(text: string): { readonly address: string; readonly port: number } | undefined {
  const match = /^\[?([^\]]*?)\]?:(\d+)$/.exec(text);
  return match === null ? undefined : { address: match[1] ?? "", port: Number(match[2]) };
}

/** The kernel writes addresses as little-endian words in hexadecimal digits. */
function decodeAddress(hex: string): string {
  const bytes = (hex.match(/.{8}/g) ?? []).flatMap((word) => (word.match(/../g) ?? []).toReversed());
  const numbers = bytes.map((byte) => Number.parseInt(byte, 16));
  if (numbers.length === 4) return numbers.join(".");
  const isMapped =
    numbers.slice(0, 10).every((byte) => byte === 0) && numbers[10] === 255 && numbers[11] === 255;
  if (isMapped) return numbers.slice(12).join(".");
  return shortenIpv6(numbers);
}

function shortenIpv6(bytes: readonly number[]): string {
  const groups = Array.from({ length: 8 }, (_, at) =>
    (((bytes[at * 2] ?? 0) << 8) | (bytes[at * 2 + 1] ?? 0)).toString(16),
  );
  const runs = [...groups.join(":").matchAll(/(?:^|:)0(?::0)+(?=:|$)/g)].map(([run]) => run);
  const longest = runs.toSorted((a, b) => b.length - a.length)[0];
  if (longest === undefined) return groups.join(":");
  return groups.join(":").replace(longest, "::").replace(/:{3,}/, "::");
}

function readProc(platform: Platform, name: string): string {
  const read = platform.files.readText(`${platform.host.procFolder}/net/${name}`, { maxBytes: MAX_BYTES });
  return read.isRead ? read.text : "";
}

async function runForText(
  platform: Platform,
  program: string,
  parameters: readonly string[],
): Promise<string> {
  const result = await platform.processes.run(program, parameters, { timeoutMs: TIMEOUT_MS });
  return result.ended === "exited" ? result.stdout : "";
}
