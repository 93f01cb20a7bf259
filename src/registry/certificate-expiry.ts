const SEQUENCE = 0x30;
const UTC_TIME = 0x17;
const GENERALIZED_TIME = 0x18;
const VERSION = 0xa0;

interface Element {
  readonly tag: number;
  readonly start: number;
  readonly end: number;
}

/**
 * When an X.509 certificate ends (`notAfter`), in milliseconds; undefined for what is none. Takes PEM; of a chain the
 * first certificate counts. RFC 5280, section 4.1.
 */
export function certificateExpiry(pem: string): number | undefined {
  const body = /-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\s]+)-----END CERTIFICATE-----/.exec(pem)?.[1];
  if (body === undefined) return undefined;
  const der = Buffer.from(body, "base64");
  const certificate = elementAt(der, 0);
  const signed = certificate === undefined ? undefined : elementAt(der, certificate.start);
  if (certificate?.tag !== SEQUENCE || signed?.tag !== SEQUENCE) return undefined;
  const fields = elementsOf(der, signed);
  // Version (optional), serial number, algorithm, issuer, validity.
  const validity = fields[fields[0]?.tag === VERSION ? 4 : 3];
  if (validity?.tag !== SEQUENCE) return undefined;
  const notAfter = elementsOf(der, validity)[1];
  return notAfter === undefined ? undefined : readTime(der, notAfter);
}

function elementsOf(der: Buffer, parent: Element): readonly Element[] {
  const elements: Element[] = [];
  for (let at = parent.start; at < parent.end && elements.length < 8;) {
    const element = elementAt(der, at);
    if (element === undefined || element.end > parent.end) break;
    elements.push(element);
    at = element.end;
  }
  return elements;
}

function elementAt(der: Buffer, at: number): Element | undefined {
  const [tag, first] = [der[at], der[at + 1]];
  if (tag === undefined || first === undefined) return undefined;
  const lengthBytes = first < 0x80 ? 0 : first & 0x7f;
  const start = at + 2 + lengthBytes;
  if (lengthBytes > 4 || start > der.length) return undefined;
  const length = lengthBytes === 0 ? first : der.readUIntBE(at + 2, lengthBytes);
  return start + length > der.length ? undefined : { tag, start, end: start + length };
}

/** `YYMMDDhhmmssZ` (1950 to 2049) or `YYYYMMDDhhmmssZ`. */
function readTime(der: Buffer, { tag, start, end }: Element): number | undefined {
  if (tag !== UTC_TIME && tag !== GENERALIZED_TIME) return undefined;
  const text = der.toString("latin1", start, end);
  const short = tag === UTC_TIME ? `${Number(text.slice(0, 2)) < 50 ? "20" : "19"}${text}` : text;
  const parts = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/.exec(short);
  if (parts === null) return undefined;
  const [, year, month, day, hour, minute, second] = parts;
  const milliseconds = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return Number.isNaN(milliseconds) ? undefined : milliseconds;
}
