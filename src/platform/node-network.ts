import { connect, type Socket } from "node:net";
import type { Endpoint, ExchangeOptions, ExchangeResult, Network } from "./types.ts";

const DEFAULT_MAX_BYTES = 262_144;

const OUTCOMES: Readonly<Record<string, "refused" | "unreachable" | "denied" | "missing" | undefined>> = {
  ECONNREFUSED: "refused",
  ECONNRESET: "refused",
  ENOENT: "missing",
  EACCES: "denied",
  EPERM: "denied",
};

/** TCP and Unix sockets. */
export function createNodeNetwork(): Network {
  return { exchange };
}

function exchange(endpoint: Endpoint, options: ExchangeOptions): Promise<ExchangeResult> {
  if (options.signal?.aborted === true) return Promise.resolve({ outcome: "timed_out" });
  const socket = open(endpoint);
  if (socket === undefined) return Promise.resolve({ outcome: "unreachable" });
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    let isOpen = false;
    const finish = (failure: Exclude<ExchangeResult["outcome"], "open">) => {
      clearTimeout(timer);
      options.signal?.removeEventListener("abort", late);
      socket.destroy();
      resolve(isOpen ? { outcome: "open", received: Buffer.concat(chunks) } : { outcome: failure });
    };
    const late = () => finish("timed_out");
    const timer = setTimeout(late, Math.max(1, options.timeoutMs));
    options.signal?.addEventListener("abort", late, { once: true });
    socket.on("connect", () => {
      isOpen = true;
      if (options.send !== undefined) socket.write(options.send);
    });
    socket.on("data", (chunk) => {
      chunks.push(chunk);
      size += chunk.length;
      const isFull = size >= (options.maxBytes ?? DEFAULT_MAX_BYTES);
      if (isFull || options.isComplete?.(Buffer.concat(chunks)) === true) finish("refused");
    });
    socket.on("error", (error) => finish(outcomeOf(error)));
    socket.on("close", () => finish("refused"));
  });
}

/** Undefined for an address that cannot be one, such as port 70000: addresses come out of files. */
function open(endpoint: Endpoint): Socket | undefined {
  if ("socketPath" in endpoint) return connect({ path: endpoint.socketPath });
  const { host, port } = endpoint;
  return Number.isInteger(port) && port > 0 && port < 65_536 ? connect({ host, port }) : undefined;
}

function outcomeOf(error: Error): "refused" | "unreachable" | "denied" | "missing" {
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  return OUTCOMES[code] ?? "unreachable";
}
