import { createServer as createHttpServer } from "node:http";
import { createServer, type Server, type Socket } from "node:net";
import { onTestFinished, expect, test } from "vitest";
import type { Resource } from "../../../src/model/resource.ts";
import { localServiceDetector } from "../../../src/registry/detectors/local-service/index.ts";
import { recognize } from "../../../src/registry/detectors/local-service/recognize.ts";
import { parseProcUnix } from "../../../src/registry/detectors/local-service/unix-sockets.ts";
import { parseLsof, parseNetstat, parseProcTcp } from "../../../src/registry/listeners.ts";
import { createBench } from "../../support/detector-bench.ts";

/** Starts a TCP server; gives its port. */
async function listen(serve: (socket: Socket) => void, host = "127.0.0.1"): Promise<number> {
  return opened(
    createServer((socket) => {
      socket.on("error", () => undefined);
      serve(socket);
    }),
    host,
  );
}

function opened(server: Server, host = "127.0.0.1"): Promise<number> {
  onTestFinished(() => void server.close());
  return new Promise((done) =>
    server.listen(0, host, () => {
      const address = server.address();
      done(typeof address === "object" && address !== null ? address.port : 0);
    }),
  );
}

async function find(port: number): Promise<Resource | undefined> {
  const bench = await createBench();
  // The servers of this test are the test's own, which the detector leaves out of a run.
  const platform = { ...bench.context.platform, host: { ...bench.context.platform.host, processId: 1 } };
  const detection = await localServiceDetector.detect?.({ ...bench.context, platform });
  const { completeDraft } = await import("../../../src/registry/complete-draft.ts");
  const draft = detection?.resources.find(({ metadata }) => metadata?.["port"] === port);
  return (
    draft && completeDraft(draft, { detector: localServiceDetector, environment: "local", observedAt: "" })
  );
}

const REDIS = (socket: Socket) =>
  socket.on("data", (data) => {
    const text = data.toString();
    if (text.startsWith("PING"))
      socket.write("+PONG\r\n$60\r\n# Server\r\nredis_version:7.2.4\r\nredis_mode:standalone\r\n\r\n");
    else socket.end("-ERR unknown command 'GET'\r\n");
  });

const POSTGRESQL = (socket: Socket) =>
  socket.on("data", (data) =>
    data.length === 8 && data.readUInt32BE(4) === 80_877_103 ? socket.write("N") : socket.end(),
  );

const MYSQL = (socket: Socket) => {
  const payload = Buffer.from("\x0a8.0.36\0\x01\0\0\0abcdefgh\0", "latin1");
  socket.write(Buffer.concat([Buffer.from([payload.length, 0, 0, 0]), payload]));
};

const MONGODB = (socket: Socket) =>
  socket.on("data", (data) => {
    if (data.length < 16 || data.readUInt32LE(12) !== 2_013) return void socket.end();
    const body = Buffer.from("\x02version\0\x06\0\0\x007.0.5\0\0", "latin1");
    const header = Buffer.alloc(25);
    header.writeUInt32LE(25 + body.length, 0);
    header.writeUInt32LE(2_013, 12);
    header.writeUInt32LE(4 + body.length, 21);
    return void socket.write(Buffer.concat([header, body]));
  });

test.each([
  ["redis", REDIS, "7.2.4"],
  ["postgresql", POSTGRESQL, undefined],
  ["mysql", MYSQL, "8.0.36"],
  ["mongodb", MONGODB, "7.0.5"],
  ["ssh", (socket: Socket) => void socket.write("SSH-2.0-OpenSSH_9.6p1 Debian-1\r\n"), "9.6p1"],
  ["nats", (socket: Socket) => void socket.write('INFO {"server_id":"x","version":"2.10.4"}\r\n'), "2.10.4"],
  ["amqp", (socket: Socket) => void socket.on("data", () => socket.end("AMQP\0\0\x09\x01")), undefined],
])("%s is known by what it answers, on any port", async (protocol, serve, version) => {
  const port = await listen(serve);
  const found = await find(port);
  expect(found).toMatchObject({
    name: `${protocol}:${port}`,
    resourceType: "local_service",
    status: "available",
  });
  expect(found?.version).toBe(version);
});

test("HTTP, with its product; a failing server is degraded, one that wants a login says so", async () => {
  const answer = (statusCode: number) =>
    opened(createHttpServer((_, response) => response.writeHead(statusCode, { server: "Oven/2" }).end()));
  const [fine, failing, closed] = [await answer(200), await answer(503), await answer(401)];
  expect(await find(fine)).toMatchObject({
    name: `http:${fine}`,
    status: "available",
    accessPattern: `http://127.0.0.1:${fine}/`,
    metadata: { product: "Oven/2" },
  });
  expect(await find(failing)).toMatchObject({
    status: "degraded",
    statusReason: "it answers with status 503",
  });
  expect(await find(closed)).toMatchObject({
    status: "available",
    metadata: { requiresAuthentication: true },
  });
});

test("a server that serves one connection at a time is known all the same", async () => {
  let busy = false;
  const port = await listen((socket) => {
    if (busy) return void socket.pause();
    busy = true;
    socket.once("data", () => socket.end("HTTP/1.0 200 OK\r\nServer: single\r\n\r\n"));
    socket.on("close", () => (busy = false));
  });
  expect((await find(port))?.name).toBe(`http:${port}`);
});

test("IPv6 is asked at its own address; a silent listener is there, its protocol unknown, within the deadline", async () => {
  const six = await listen(REDIS, "::1");
  expect(await find(six)).toMatchObject({ accessPattern: `redis://[::1]:${six}` });
  const silent = await listen(() => undefined);
  const began = performance.now();
  expect(await find(silent)).toMatchObject({
    name: `port:${silent}`,
    status: "available",
    metadata: { protocol: "unknown" },
  });
  expect(performance.now() - began).toBeLessThan(5_000);
});

test("verification tells a server that went, one that fails and one that another took the place of", async () => {
  const server = createHttpServer((_, response) => response.end());
  const port = await opened(server);
  const resource = await find(port);
  const bench = await createBench();
  const platform = { ...bench.context.platform, host: { ...bench.context.platform.host, processId: 1 } };
  const verify = () => resource && localServiceDetector.verify?.(resource, { ...bench.context, platform });
  expect(await verify()).toMatchObject({ status: "available" });
  await new Promise((done) => server.close(done));
  expect(await verify()).toMatchObject({ status: "unavailable" });
});

test("nothing is taken for a protocol that it does not speak", () => {
  for (const text of [
    "",
    "hello\r\n",
    "220 welcome\r\n",
    "N",
    "S",
    "HTTP",
    "+OK\r\n",
    "SSH",
    "\0\0\0\0",
    "E\0\0\0\x08abc",
  ]) {
    expect(recognize(Buffer.from(text, "latin1")), JSON.stringify(text)).toBeUndefined();
  }
});

test("the tables of Linux, macOS and Windows are read", () => {
  const tcp =
    "  sl  local_address rem_address   st\n   0: 0100007F:1538 00000000:0000 0A 00000000:00000000 00:00000000 00000000  1000        0 4242 1\n   1: 0100007F:1539 0100007F:0016 01 00000000:00000000 00:00000000 00000000  1000        0 1 1\n";
  expect(parseProcTcp(tcp)).toEqual([{ address: "127.0.0.1", port: 5_432, inode: 4_242 }]);
  const tcp6 =
    "0: 00000000000000000000000001000000:1F90 00000000000000000000000000000000:0000 0A 0:0 0:0 0 0 0 7\n1: B80D0120000000000000000001000000:0050 0:0 0A 0:0 0:0 0 0 0 8\n2: 0000000000000000FFFF00000100007F:0051 0:0 0A 0:0 0:0 0 0 0 9\n";
  expect(parseProcTcp(tcp6).map(({ address, port }) => `${address} ${port}`)).toEqual([
    "::1 8080",
    "2001:db8::1 80",
    "127.0.0.1 81",
  ]);
  expect(parseLsof("p12\ncnode\nn*:3000\nn[::1]:3001\np13\ncpostgres\nn127.0.0.1:5432\n")).toEqual([
    { address: "0.0.0.0", port: 3_000, processId: 12, processName: "node" },
    { address: "::1", port: 3_001, processId: 12, processName: "node" },
    { address: "127.0.0.1", port: 5_432, processId: 13, processName: "postgres" },
  ]);
  const netstat =
    "  Proto  Lokale Adresse\r\n  TCP    0.0.0.0:135   0.0.0.0:0   ABHÖREN   900\r\n  TCP    [::1]:5432    [::]:0      LISTENING 77\r\n  TCP    127.0.0.1:50000 127.0.0.1:135 ESTABLISHED 5\r\n";
  expect(parseNetstat(netstat)).toEqual([
    { address: "0.0.0.0", port: 135, processId: 900 },
    { address: "::1", port: 5_432, processId: 77 },
  ]);
  const unix =
    "Num RefCount Protocol Flags Type St Inode Path\n0: 00000002 00000000 00010000 0001 01 11 /run/docker.sock\n0: 00000003 00000000 00000000 0001 03 12 /run/docker.sock\n0: 00000002 00000000 00010000 0001 01 13 /tmp/.X11-unix/X0\n";
  expect(parseProcUnix(unix)).toEqual([{ path: "/run/docker.sock", protocol: "docker" }]);
});
