import { recognize, recognizePostgresql, type Recognition } from "./recognize.ts";

/** Something to say to a server that it answers only when it speaks the protocol. */
export interface Question {
  readonly protocol: string;
  readonly send: Buffer;
  readonly recognize: (received: Buffer) => Recognition | undefined;
  /** More may come that tells the version. */
  readonly isComplete: (received: Buffer) => boolean;
}

/** Without a Host line: Redis takes one for an attack. Servers that speak first give their greeting all the same. */
const HTTP_QUESTION: Question = {
  protocol: "http",
  send: Buffer.from("GET / HTTP/1.0\r\nUser-Agent: orchestra\r\nAccept: */*\r\n\r\n"),
  recognize,
  isComplete: (received) => {
    const text = received.toString("latin1");
    return text.startsWith("HTTP/1.") ? text.includes("\r\n\r\n") : recognize(received) !== undefined;
  },
};

/** Length 8 and the code 80877103: may this connection be encrypted? */
const POSTGRESQL_QUESTION: Question = {
  protocol: "postgresql",
  send: Buffer.from([0, 0, 0, 8, 4, 210, 22, 47]),
  recognize: recognizePostgresql,
  isComplete: (received) => recognizePostgresql(received) !== undefined,
};

const REDIS_QUESTION: Question = {
  protocol: "redis",
  send: Buffer.from("PING\r\nINFO server\r\n"),
  recognize,
  isComplete: (received) => {
    const text = received.toString("latin1");
    return text.startsWith("+PONG")
      ? /\r\n(-|\$\d+\r\n[\s\S]*_version:[^\r]*\r)/.test(text)
      : recognize(received) !== undefined;
  },
};

/** `buildInfo` needs no login and tells the version. */
const MONGODB_QUESTION: Question = {
  protocol: "mongodb",
  send: mongodbMessage(),
  recognize,
  isComplete: (received) => received.length >= 16 && received.length >= received.readUInt32LE(0),
};

const AMQP_QUESTION: Question = {
  protocol: "amqp",
  send: Buffer.from("AMQP\0\0\x09\x01", "latin1"),
  recognize,
  isComplete: (received) => received.length >= 8 && recognize(received) !== undefined,
};

const ALL: readonly Question[] = [
  HTTP_QUESTION,
  POSTGRESQL_QUESTION,
  REDIS_QUESTION,
  MONGODB_QUESTION,
  AMQP_QUESTION,
];

/** What usually listens on a port decides what is asked first, and nothing else. */
const FIRST_BY_PORT: ReadonlyMap<number, Question> = new Map([
  [5_432, POSTGRESQL_QUESTION],
  [5_433, POSTGRESQL_QUESTION],
  [6_432, POSTGRESQL_QUESTION],
  [6_379, REDIS_QUESTION],
  [6_380, REDIS_QUESTION],
  [27_017, MONGODB_QUESTION],
  [27_018, MONGODB_QUESTION],
  [5_672, AMQP_QUESTION],
]);

/** The question that a server of a protocol answers best; undefined for protocols that speak first. */
export function questionOf(protocol: string): Question | undefined {
  return ALL.find((question) => question.protocol === protocol);
}

/** Questions for a port: the likeliest first. */
export function questionsFor(port: number): { readonly first: Question; readonly rest: readonly Question[] } {
  const first = FIRST_BY_PORT.get(port) ?? HTTP_QUESTION;
  return { first, rest: ALL.filter((question) => question !== first) };
}

/** An OP_MSG with the one section `{buildInfo: 1, $db: "admin"}`. */
function mongodbMessage(): Buffer {
  const body = Buffer.from("\x10buildInfo\0\x01\0\0\0\x02$db\0\x06\0\0\0admin\0\0", "latin1");
  const document = Buffer.alloc(4 + body.length);
  document.writeUInt32LE(document.length, 0);
  body.copy(document, 4);
  const header = Buffer.alloc(21);
  header.writeUInt32LE(header.length + document.length, 0);
  header.writeUInt32LE(1, 4);
  header.writeUInt32LE(2_013, 12);
  return Buffer.concat([header, document]);
}
