import { createServer as createHttpServer } from "node:http";
import { createServer, type AddressInfo, type Server, type Socket } from "node:net";

/** Ports on loopback that answer as HTTP, Redis and PostgreSQL. */
export interface Listeners {
  readonly http: number;
  readonly redis: number;
  readonly postgresql: number;
  close(): void;
}

/** Starts one of each on ports that the system chooses. */
export async function startListeners(): Promise<Listeners> {
  const http = createHttpServer((_, response) => response.end("warm"));
  const redis = createServer((socket) =>
    answer(socket, (text) => (/ping/i.test(text) ? "+PONG\r\n" : "-ERR\r\n")),
  );
  const postgresql = createServer((socket) => answer(socket, () => "N"));
  const servers = [http, redis, postgresql];
  const [httpPort = 0, redisPort = 0, postgresqlPort = 0] = await Promise.all(servers.map(listen));
  return {
    http: httpPort,
    redis: redisPort,
    postgresql: postgresqlPort,
    close: () => servers.forEach((server) => server.close()),
  };
}

function answer(socket: Socket, reply: (text: string) => string): void {
  socket.on("data", (data) => socket.write(reply(data.toString())));
  socket.on("error", () => socket.destroy());
}

function listen(server: Server): Promise<number> {
  return new Promise((done) => {
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      done(isPort(address) ? address.port : 0);
    });
  });
}

function isPort(address: AddressInfo | string | null): address is AddressInfo {
  return typeof address === "object" && address !== null;
}
