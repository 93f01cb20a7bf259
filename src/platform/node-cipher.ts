import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import type { Cipher } from "./types.ts";

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** AES-256-GCM: nonce, tag, contents. */
export const nodeCipher: Cipher = {
  seal: (key, bytes) => {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv("aes-256-gcm", Buffer.from(key, "hex"), nonce);
    const body = [cipher.update(bytes), cipher.final()];
    return Buffer.concat([nonce, cipher.getAuthTag(), ...body]);
  },
  open: (key, sealed) => {
    if (sealed.length < NONCE_BYTES + TAG_BYTES) return undefined;
    const nonce = sealed.subarray(0, NONCE_BYTES);
    const decipher = createDecipheriv("aes-256-gcm", Buffer.from(key, "hex"), nonce);
    decipher.setAuthTag(sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
    const body = decipher.update(sealed.subarray(NONCE_BYTES + TAG_BYTES));
    try {
      return Buffer.concat([body, decipher.final()]);
    } catch (error) {
      if (error instanceof Error && error.message.includes("authenticate")) return undefined;
      throw error;
    }
  },
};
