/** What the text of a private key tells without being decrypted; nothing of the key itself. */
export interface PrivateKeyFacts {
  readonly format: "openssh" | "pem" | "putty";
  /** Undefined where it is inside the encrypted part. */
  readonly kind: string | undefined;
  /** Undefined where the header does not tell. */
  readonly isEncrypted: boolean | undefined;
}

const MAGIC = "openssh-key-v1\0";

const KINDS: Readonly<Record<string, string | undefined>> = {
  "ssh-rsa": "rsa",
  "ssh-dss": "dsa",
  "ssh-ed25519": "ed25519",
  "ssh-ed448": "ed448",
  "sk-ssh-ed25519@openssh.com": "ed25519-sk",
  "sk-ecdsa-sha2-nistp256@openssh.com": "ecdsa-sk",
};

/** Object identifiers of PKCS #8 in DER, as hexadecimal digits. */
const ALGORITHMS: readonly (readonly [string, string])[] = [
  ["06092a864886f70d010101", "rsa"],
  ["06072a8648ce3d0201", "ecdsa"],
  ["06032b6570", "ed25519"],
  ["06032b6571", "ed448"],
  ["06072a8648ce380401", "dsa"],
];

/** Reads the outside of a private key; undefined for every other text. The header may follow other lines. */
export function readPrivateKey(text: string): PrivateKeyFacts | undefined {
  const putty = /^PuTTY-User-Key-File-[123]: ([\w@.-]+)\r?\nEncryption: ([\w-]+)/.exec(text);
  if (putty !== null) {
    return { format: "putty", kind: keyKind(putty[1]), isEncrypted: putty[2] !== "none" };
  }
  const pem = /^-----BEGIN ([A-Z0-9 ]*)PRIVATE KEY-----\r?\n([^-]+(?:-[^-]+)*)/m.exec(text);
  if (pem === null) return undefined;
  const [label, body] = [(pem[1] ?? "").trim(), pem[2] ?? ""];
  if (label === "OPENSSH") return readOpenSsh(Buffer.from(body, "base64"));
  if (label === "ENCRYPTED") return { format: "pem", kind: undefined, isEncrypted: true };
  if (label === "")
    return { format: "pem", kind: algorithmOf(Buffer.from(body, "base64")), isEncrypted: false };
  const kinds: Readonly<Record<string, string | undefined>> = { RSA: "rsa", DSA: "dsa", EC: "ecdsa" };
  return { format: "pem", kind: kinds[label], isEncrypted: /^Proc-Type: *4, *ENCRYPTED/m.test(body) };
}

/** The kind of a key by the name that its public part gives it: `ssh-ed25519` → `ed25519`. */
export function keyKind(algorithm: string | undefined): string | undefined {
  if (algorithm === undefined) return undefined;
  return KINDS[algorithm] ?? (/^ecdsa-sha2-nistp\d+$/.test(algorithm) ? "ecdsa" : undefined);
}

/** What the usual names of SSH keys say of their kind: `id_ed25519_dome` → `ed25519`. */
export function kindByName(name: string): string | undefined {
  return /^id_(rsa|dsa|ecdsa|ed25519)(?![a-z0-9])/.exec(name)?.[1];
}

/** In words, for a description. */
export function describeProtection({ isEncrypted }: PrivateKeyFacts): string {
  if (isEncrypted === undefined) return "";
  return isEncrypted ? ", protected by a passphrase" : " without a passphrase";
}

/** `openssh-key-v1`: cipher, key derivation, its options, number of keys, public key. PROTOCOL.key of OpenSSH. */
function readOpenSsh(data: Buffer): PrivateKeyFacts | undefined {
  const format = "openssh";
  if (data.toString("latin1", 0, MAGIC.length) !== MAGIC)
    return { format, kind: undefined, isEncrypted: undefined };
  const cipher = stringAt(data, MAGIC.length);
  const derivation = cipher === undefined ? undefined : stringAt(data, cipher.end);
  const options = derivation === undefined ? undefined : stringAt(data, derivation.end);
  const publicKey = options === undefined ? undefined : stringAt(data, options.end + 4);
  const algorithm = publicKey === undefined ? undefined : stringAt(publicKey.bytes, 0);
  return {
    format,
    kind: keyKind(algorithm?.bytes.toString("latin1")),
    isEncrypted: cipher === undefined ? undefined : cipher.bytes.toString("latin1") !== "none",
  };
}

interface SshString {
  readonly bytes: Buffer;
  readonly end: number;
}

function stringAt(data: Buffer, at: number): SshString | undefined {
  if (at + 4 > data.length) return undefined;
  const end = at + 4 + data.readUInt32BE(at);
  return end > data.length ? undefined : { bytes: data.subarray(at + 4, end), end };
}

function algorithmOf(der: Buffer): string | undefined {
  const head = der.toString("hex", 0, 40);
  return ALGORITHMS.find(([identifier]) => head.includes(identifier))?.[1];
}
