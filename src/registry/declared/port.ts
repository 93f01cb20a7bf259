import type { DeclaredQuestion } from "./question.ts";
import type { DetectContext, Detection } from "../types.ts";

const PATTERN_TIMEOUT_MS = 200;

export interface PortQuestion extends DeclaredQuestion {
  readonly port: number;
  readonly host: "127.0.0.1" | "localhost" | "::1";
  readonly send?: string;
  /** Only when what it answers matches; its first group is the version. */
  readonly pattern?: string;
}

/** Asks a TCP port of this machine; one where nothing listens is `unavailable`, as it was declared to be there. */
export async function detectPort(question: PortQuestion, context: DetectContext): Promise<Detection> {
  const place = `${question.host.includes(":") ? `[${question.host}]` : question.host}:${question.port}`;
  const base = {
    ...question.common,
    name: question.name ?? `${question.id}:${question.port}`,
    accessPattern: `tcp://${place}`,
    file: question.configFile,
  };
  const { patterns, network } = context.platform;
  const { pattern } = question;
  const result = await network.exchange(
    { host: question.host, port: question.port },
    {
      timeoutMs: context.serviceDeadlineMs,
      signal: context.signal,
      maxBytes: 65_536,
      ...(question.send === undefined ? {} : { send: question.send }),
      isComplete: (received) =>
        pattern === undefined ||
        patterns.match(pattern, received.toString("utf8"), PATTERN_TIMEOUT_MS) !== undefined,
    },
  );
  if (result.outcome !== "open") {
    const status = result.outcome === "timed_out" ? "unknown" : "unavailable";
    return {
      resources: [{ ...base, status, statusReason: `${place}: ${result.outcome.replaceAll("_", " ")}` }],
    };
  }
  const groups =
    pattern === undefined
      ? []
      : patterns.match(pattern, result.received.toString("utf8"), PATTERN_TIMEOUT_MS);
  if (groups === undefined) {
    return {
      resources: [
        { ...base, status: "degraded", statusReason: `${place} listens, but its answer does not match` },
      ],
    };
  }
  return { resources: [{ ...base, version: groups[1], status: "available" }] };
}
