import { createServer, type ListenOptions, type Socket } from "node:net";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { createNodeNetwork } from "../../src/platform/node-network.ts";
import { temporaryFolder } from "../support/folders.ts";

const network = createNodeNetwork();
const SOON = { timeoutMs: 300 };

async function listen(where: ListenOptions, onConnection: (socket: Socket) => void): Promise<number> {
  const server = createServer(onConnection);
  await new Promise<void>((done, fail) => server.once("error", fail).listen(where, done));
  onTestFinished(() => void server.close());
  const address = server.address();
  return typeof address === "object" && address !== null ? address.port : 0;
}

function answer(socket: Socket): void {
  socket.on("error", () => undefined);
  socket.on("data", (chunk) => socket.write(`baked ${chunk.toString("utf8")}`));
}

test.each(["127.0.0.1", "::1", "localhost"])("an answer over TCP from %s", async (host) => {
  const port = await listen({ host, port: 0 }, answer);
  const isComplete = (received: Buffer) => received.includes("rye");
  const result = await network.exchange({ host, port }, { timeoutMs: 5_000, send: "rye", isComplete });
  expect(result).toEqual({ outcome: "open", received: Buffer.from("baked rye") });
});

test("an answer over a Unix socket", async () => {
  const path = join(temporaryFolder(), "oven.sock");
  await listen({ path }, answer);
  const options = { timeoutMs: 5_000, send: "rye", isComplete: (received: Buffer) => received.length >= 9 };
  expect(await network.exchange({ socketPath: path }, options)).toMatchObject({ outcome: "open" });
});

test("a server that says nothing is open; one that hangs up gave what it gave", async () => {
  const silent = await listen({ host: "127.0.0.1", port: 0 }, () => undefined);
  const began = performance.now();
  const nothing = await network.exchange({ host: "127.0.0.1", port: silent }, SOON);
  expect(nothing).toEqual({ outcome: "open", received: Buffer.alloc(0) });
  expect(performance.now() - began).toBeLessThan(1_500);
  const short = await listen({ host: "127.0.0.1", port: 0 }, (socket) => void socket.end("hello"));
  const greeting = await network.exchange({ host: "127.0.0.1", port: short }, { timeoutMs: 5_000 });
  expect(greeting).toEqual({ outcome: "open", received: Buffer.from("hello") });
});

test("a server that never stops is left", async () => {
  const port = await listen({ host: "127.0.0.1", port: 0 }, (socket) => {
    const timer = setInterval(() => socket.write(Buffer.alloc(4_096)), 1);
    socket.on("close", () => clearInterval(timer)).on("error", () => undefined);
  });
  const began = performance.now();
  const result = await network.exchange({ host: "127.0.0.1", port }, { timeoutMs: 9_000, maxBytes: 10_000 });
  expect(result).toMatchObject({ outcome: "open" });
  expect(performance.now() - began).toBeLessThan(5_000);
});

test("what cannot be reached is said, never thrown", async () => {
  const outcome = async (endpoint: Parameters<typeof network.exchange>[0]) =>
    (await network.exchange(endpoint, SOON)).outcome;
  expect(await outcome({ host: "127.0.0.1", port: 1 })).toBe("refused");
  expect(await outcome({ socketPath: join(temporaryFolder(), "none.sock") })).toBe("missing");
  for (const port of [0, -1, 70_000, Number.NaN, 1.5]) {
    expect(await outcome({ host: "127.0.0.1", port }), `${port}`).toBe("unreachable");
  }
});

test("an aborted exchange ends at once and leaves no listener on the signal", async () => {
  const port = await listen({ host: "127.0.0.1", port: 0 }, () => undefined);
  const controller = new AbortController();
  const { signal } = controller;
  const running = network.exchange({ host: "127.0.0.1", port }, { timeoutMs: 20_000, signal });
  setTimeout(() => controller.abort(), 30);
  const began = performance.now();
  await running;
  expect(performance.now() - began).toBeLessThan(5_000);
  expect(await network.exchange({ host: "127.0.0.1", port }, { timeoutMs: 20_000, signal })).toEqual({
    outcome: "timed_out",
  });
});
