import { createServer as createHttpServer, type RequestListener } from "node:http";
import { createServer, type AddressInfo, type Server, type Socket } from "node:net";
import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { onTestFinished } from "vitest";

/** Where the servers listen: name → port, as text. */
export type Ports = Readonly<Record<string, string>>;

/** Starts one server of each kind on loopback, on ports that the system chooses, and on Unix sockets below `runtime`. */
export async function startListeners(runtime: string): Promise<Ports> {
  const ports = {
    web: await listen(createHttpServer(answerWeb)),
    sick: await listen(createHttpServer((_, response) => response.writeHead(503).end("no flour"))),
    ollama: await listen(createHttpServer(answerOllama)),
    redis: await listen(createServer(speakRedis)),
    postgres: await listen(createServer(speakPostgresql)),
    mysql: await listen(createServer(speakMysql)),
    locked: await listen(createHttpServer((_, response) => response.writeHead(401).end())),
    guarded: await listen(createServer(speakGuardedRedis)),
    memcached: await listen(createServer(speakMemcached)),
    ssh: await listen(createServer(greet("SSH-2.0-OpenSSH_9.6p1 Ubuntu-3ubuntu13.5\r\n"))),
    mail: await listen(createServer(greet("220 mail.example.com ESMTP Postfix\r\n"))),
    nats: await listen(createServer(greet('INFO {"server_id":"N","version":"2.10.22","port":4222} \r\n'))),
    silent: await listen(createServer((socket) => socket.resume())),
  };
  const sockets = {
    "docker.sock": createHttpServer(answerDocker),
    "redis.sock": createServer(speakRedis),
    ".s.PGSQL.5432": createServer(speakPostgresql),
    "editor.sock": createServer((socket) => socket.resume()),
  };
  for (const [name, server] of Object.entries(sockets)) await listen(server, `${runtime}/${name}`);
  return { ...ports, closed: await closedPort() };
}

/** What of them should be reported. */
export const SERVICES = `
local_service | http:{web}                     | available
local_service | http:{sick}                    | degraded
local_service | http:{ollama}                  | available
local_service | redis:{redis}                  | available | 7.4.1
local_service | postgresql:{postgres}          | available
local_service | mysql:{mysql}                  | available | 8.4.3
local_service | http:{locked}                  | available
local_service | redis:{guarded}                | available
local_service | memcached:{memcached}          | available
local_service | ssh:{ssh}                      | available | 9.6p1
local_service | smtp:{mail}                    | available
local_service | nats:{nats}                    | available | 2.10.22
local_service | port:{silent}                  | available
local_service | docker:{runtime}/docker.sock   | available | - | {runtime}/docker.sock
local_service | redis:{runtime}/redis.sock     | available | 7.4.1 | {runtime}/redis.sock
local_service | postgresql:{runtime}/.s.PGSQL.5432 | available | - | {runtime}/.s.PGSQL.5432
container     | docker                         | available | 27.3.1 | {runtime}/docker.sock
ai_tool       | ollama:{ollama}                | available | 0.4.1
ai_model      | llama3.2:3b                    | available | 3b
ai_model      | qwen2.5-coder:7b               | unavailable | 7b | ~/.ollama/models/manifests/registry.ollama.ai/library/qwen2.5-coder/7b
`;

async function listen(server: Server, socketPath?: string): Promise<string> {
  const open = new Set<Socket>();
  server.on("connection", (socket: Socket) => {
    open.add(socket);
    socket.on("error", () => socket.destroy()).on("close", () => open.delete(socket));
  });
  onTestFinished(async () => {
    for (const socket of open) socket.destroy();
    await new Promise<void>((done) => server.close(() => done()));
  });
  if (socketPath !== undefined) mkdirSync(dirname(socketPath), { recursive: true });
  await new Promise<void>((done, fail) => {
    server.on("error", fail);
    if (socketPath === undefined) server.listen(0, "127.0.0.1", done);
    else server.listen(socketPath, done);
  });
  return portOf(server.address());
}

function portOf(address: AddressInfo | string | null): string {
  return typeof address === "object" && address !== null ? String(address.port) : "";
}

/** A port on which nothing listens: one that the system just gave and got back. */
async function closedPort(): Promise<string> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const port = portOf(server.address());
  await new Promise<void>((done) => server.close(() => done()));
  return port;
}

const answerWeb: RequestListener = (_, response) =>
  response.writeHead(200, { Server: "oven/1.0" }).end("fresh bread");

const answerOllama: RequestListener = ({ url }, response) => {
  const bodies: Readonly<Record<string, object | undefined>> = {
    "/api/tags": { models: [{ name: "llama3.2:3b", size: 2_019_393_189, details: { family: "llama" } }] },
    "/api/version": { version: "0.4.1" },
  };
  const body = bodies[url ?? ""];
  if (body === undefined) response.writeHead(200).end("Ollama is running");
  else response.writeHead(200, { "Content-Type": "application/json" }).end(JSON.stringify(body));
};

const answerDocker: RequestListener = ({ url }, response) => {
  const version = { Platform: { Name: "Docker Engine - Community" }, Version: "27.3.1", ApiVersion: "1.47" };
  if (url === "/_ping") response.writeHead(200).end("OK");
  else if (url?.endsWith("/version") === true) response.writeHead(200).end(JSON.stringify(version));
  else response.writeHead(404).end('{"message":"page not found"}');
};

/** PING and INFO; everything else is an unknown command, HTTP's Host line an attack that ends the connection. */
function speakRedis(socket: Socket): void {
  socket.on("data", (chunk: Buffer) => {
    for (const line of chunk.toString("latin1").split("\r\n")) {
      const info = "# Server\r\nredis_version:7.4.1\r\nredis_mode:standalone\r\n";
      if (/^PING$/i.test(line)) socket.write("+PONG\r\n");
      else if (/^INFO/i.test(line)) socket.write(`$${info.length}\r\n${info}\r\n`);
      else if (/^(POST|Host:)/i.test(line)) socket.destroy();
      else if (line !== "") socket.write(`-ERR unknown command '${line.split(" ")[0]}'\r\n`);
    }
  });
}

/** No to encryption; an error message for a start-up packet that it cannot read, as the real server sends it. */
function speakPostgresql(socket: Socket): void {
  socket.once("data", (chunk: Buffer) => {
    const isSslRequest = chunk.length === 8 && chunk.readUInt32BE(4) === 80_877_103;
    if (isSslRequest) socket.write("N");
    else socket.end(postgresqlError("08P01", "invalid length of startup packet"));
  });
}

function postgresqlError(code: string, message: string): Buffer {
  const fields = Buffer.from(`SFATAL\0VFATAL\0C${code}\0M${message}\0\0`, "latin1");
  const head = Buffer.alloc(5);
  head.write("E", "latin1");
  head.writeUInt32BE(fields.length + 4, 1);
  return Buffer.concat([head, fields]);
}

/** The server speaks first: a handshake of version 10. */
function speakMysql(socket: Socket): void {
  const body = Buffer.concat([
    Buffer.from([10]),
    Buffer.from("8.4.3\0", "latin1"),
    Buffer.alloc(4, 1),
    Buffer.from("saltsalt\0", "latin1"),
    Buffer.alloc(44),
  ]);
  socket.write(Buffer.concat([Buffer.from([body.length, 0, 0, 0]), body]));
  socket.resume();
}

/** Wants a password before anything else. */
function speakGuardedRedis(socket: Socket): void {
  socket.on("data", () => socket.write("-NOAUTH Authentication required.\r\n"));
}

/** An error for each line that is no command, all of one packet in one. */
function speakMemcached(socket: Socket): void {
  socket.on("data", (chunk: Buffer) => {
    const lines = chunk.toString("latin1").split("\n").slice(0, -1);
    socket.write("ERROR\r\n".repeat(lines.length));
  });
}

/** The server speaks first. */
function greet(greeting: string): (socket: Socket) => void {
  return (socket) => {
    socket.write(greeting);
    socket.resume();
  };
}
