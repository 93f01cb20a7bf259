/** A path as it is shown, and its bytes where they are not UTF-8. */
export interface DecodedPath {
  readonly text: string;
  readonly raw: Buffer | undefined;
}

const REPLACEMENT = "\uFFFD";

/** Shows bytes that are not UTF-8 as `\xNN`, so that two different paths never look the same. */
export function decodePath(bytes: Buffer, start = 0, end = bytes.length): DecodedPath {
  const text = bytes.toString("utf8", start, end);
  if (!text.includes(REPLACEMENT)) return { text, raw: undefined };
  const own = Buffer.from(bytes.subarray(start, end));
  return Buffer.from(text, "utf8").equals(own)
    ? { text, raw: undefined }
    : { text: escapeBytes(own), raw: own };
}

/** The parts of what a program printed with a zero byte after each. */
export function splitAtZero(output: Buffer): readonly Buffer[] {
  const parts: Buffer[] = [];
  for (let start = 0; start < output.length;) {
    const end = output.indexOf(0, start);
    if (end === -1) break;
    parts.push(output.subarray(start, end));
    start = end + 1;
  }
  return parts;
}

function escapeBytes(bytes: Buffer): string {
  const shown = Array.from(bytes, (byte) =>
    byte < 0x80 ? String.fromCharCode(byte) : `\\x${byte.toString(16).padStart(2, "0")}`,
  );
  return shown.join("");
}
