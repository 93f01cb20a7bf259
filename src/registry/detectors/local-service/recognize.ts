/** What a server turned out to be. */
export interface Recognition {
  readonly protocol: string;
  readonly version?: string;
  readonly product?: string;
  /** HTTP status code. */
  readonly httpStatus?: number;
  readonly requiresAuthentication?: boolean;
}

type Recognize = (received: Buffer, text: string) => Recognition | undefined;

/** Says by a server's first bytes what it speaks; undefined when they fit no protocol that is known. */
export function recognize(received: Buffer): Recognition | undefined {
  if (received.length === 0) return undefined;
  const text = received.toString("latin1");
  for (const one of RECOGNIZERS) {
    const recognition = one(received, text);
    if (recognition !== undefined) return recognition;
  }
  return undefined;
}

/** The answer to an SSLRequest is one letter, which proves nothing unless that was asked. */
export function recognizePostgresql(received: Buffer): Recognition | undefined {
  const letter = received.toString("latin1", 0, 1);
  if (received.length === 1 && (letter === "S" || letter === "N")) return { protocol: "postgresql" };
  return recognize(received);
}

const recognizeHttp: Recognize = (_, text) => {
  const status = /^HTTP\/1\.[01] (\d{3})/.exec(text)?.[1];
  if (status === undefined) return undefined;
  const product = /^server:[ \t]*([^\r\n]{1,80})/im.exec(text)?.[1]?.trim();
  const code = Number(status);
  return {
    protocol: "http",
    httpStatus: code,
    ...(product === undefined ? {} : { product }),
    ...(code === 401 || code === 403 ? { requiresAuthentication: true } : {}),
  };
};

const recognizeSsh: Recognize = (_, text) => {
  const software = /^SSH-[\d.]+-([^\s\r\n]{1,80})/.exec(text)?.[1];
  if (software === undefined) return undefined;
  return { protocol: "ssh", product: software, ...versionIn(/_([\d][\w.]*)/.exec(software)?.[1]) };
};

/** Handshake version 10: three bytes of length, a sequence number, `0x0a`, the version and a NUL; or an error packet. */
const recognizeMysql: Recognize = (received, text) => {
  if (received.length < 6 || received.readUIntLE(0, 3) > received.length || received[3] !== 0)
    return undefined;
  if (received[4] === 0xff)
    return /mysql|mariadb|not allowed to connect/i.test(text) ? { protocol: "mysql" } : undefined;
  const version = /^([\d.]+[\w.+~-]*)\0/.exec(text.slice(5))?.[1];
  if (received[4] !== 10 || version === undefined) return undefined;
  return /mariadb/i.test(version)
    ? {
        protocol: "mysql",
        product: "MariaDB",
        version: version.replace(/^5\.5\.5-/, "").replace(/-mariadb.*$/i, ""),
      }
    : { protocol: "mysql", version };
};

const recognizeNats: Recognize = (_, text) => {
  if (!text.startsWith("INFO {")) return undefined;
  return { protocol: "nats", ...versionIn(/"version":"([^"]{1,40})"/.exec(text)?.[1]) };
};

const recognizeRedis: Recognize = (_, text) => {
  if (/^-(NOAUTH|DENIED)/.test(text)) return { protocol: "redis", requiresAuthentication: true };
  if (!/^(\+PONG\r\n|-ERR (unknown command|wrong number of arguments))/.test(text)) return undefined;
  const isValkey = /valkey_version:/.test(text);
  const version = /(?:valkey|redis)_version:([\w.]{1,40})/.exec(text)?.[1];
  return { protocol: "redis", ...versionIn(version), ...(isValkey ? { product: "Valkey" } : {}) };
};

/** `E`, a length, and fields that begin with their letter: severity first. */
const recognizePostgresqlError: Recognize = (received, text) => {
  const isError =
    received.length > 8 &&
    received[0] === 0x45 &&
    /^S(FATAL|ERROR|PANIC)|^SFATAL|V(FATAL|ERROR)\0/.test(text.slice(5));
  return isError ? { protocol: "postgresql" } : undefined;
};

/** The protocol header that refuses another version, or the frame of connection.start. */
const recognizeAmqp: Recognize = (received, text) => {
  const isHeader = /^AMQP[\0-\x03]/.test(text);
  const isStart =
    received.length > 11 && text.startsWith("\x01\0\0") && received.readUInt32BE(7) === 0x000a000a;
  if (!isHeader && !isStart) return undefined;
  const product = /product[\s\S]{1,6}?(RabbitMQ|LavinMQ|Qpid)/.exec(text)?.[1];
  return {
    protocol: "amqp",
    ...(product === undefined ? {} : { product }),
    ...versionIn(/version\x53\0\0\0.([\d][\w.+-]*)/.exec(text)?.[1]),
  };
};

/** A reply's header names the operation in its fourth word: 2013 is OP_MSG, 1 was OP_REPLY. */
const recognizeMongodb: Recognize = (received, text) => {
  if (received.length < 20 || received.readUInt32LE(0) < 20 || received.readUInt32LE(0) > 1_048_576)
    return undefined;
  const operation = received.readUInt32LE(12);
  if (operation !== 2_013 && operation !== 1) return undefined;
  return { protocol: "mongodb", ...versionIn(/\x02version\0....([\d][\w.-]*)\0/s.exec(text)?.[1]) };
};

const recognizeTls: Recognize = (received) =>
  (received[0] === 0x15 || received[0] === 0x16) && received[1] === 0x03 ? { protocol: "tls" } : undefined;

const recognizeGreeting: Recognize = (_, text) => {
  if (/^220[ -][^\r\n]*\bE?SMTP\b/i.test(text)) return { protocol: "smtp" };
  if (/^220[ -][^\r\n]*\bFTP\b/i.test(text)) return { protocol: "ftp" };
  if (/^\* OK [^\r\n]*IMAP/i.test(text)) return { protocol: "imap" };
  if (/^\+OK [^\r\n]*POP3?/i.test(text)) return { protocol: "pop3" };
  return /^(?:ERROR\r\n)+$/.test(text) ? { protocol: "memcached" } : undefined;
};

const RECOGNIZERS: readonly Recognize[] = [
  recognizeHttp,
  recognizeSsh,
  recognizeMysql,
  recognizeNats,
  recognizeRedis,
  recognizePostgresqlError,
  recognizeAmqp,
  recognizeMongodb,
  recognizeTls,
  recognizeGreeting,
];

function versionIn(version: string | undefined): { readonly version?: string } {
  return version === undefined ? {} : { version };
}
