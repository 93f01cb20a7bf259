/** A path as it is shown, and its bytes where they are not UTF-8. */
export interface DecodedPath {
  readonly text: string;
  readonly raw: { readonly raw?: Buffer };
}

const REPLACEMENT = "\uFFFD";
const EXACT = {};

/** Shows bytes that are not UTF-8 as `\xNN`, so that two different paths never look the same. */
export function decodePath(bytes: Buffer): DecodedPath {
  const text = bytes.toString("utf8");
  if (!text.includes(REPLACEMENT) || Buffer.from(text, "utf8").equals(bytes)) return { text, raw: EXACT };
  return { text: escapeBytes(bytes), raw: { raw: Buffer.from(bytes) } };
}

function escapeBytes(bytes: Buffer): string {
  const shown = Array.from(bytes, (byte) =>
    byte < 0x80 ? String.fromCharCode(byte) : `\\x${byte.toString(16).padStart(2, "0")}`,
  );
  return shown.join("");
}
