import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes, timingSafeEqual } from "node:crypto";

/** SHA-256 in hex; for tokens of high entropy only. */
export function sha256(value: string | Uint8Array): string {
  return createHash("sha256").update(value).digest("hex");
}

/** Compares two strings in time that tells nothing. */
export function sameSecret(left: string, right: string): boolean {
  return timingSafeEqual(createHash("sha256").update(left).digest(), createHash("sha256").update(right).digest());
}

/** Which SECRET_KEY something was made with: eight hex characters, safe to store. */
export function keyId(secretKey: string): string {
  return sha256(`kring key id\0${secretKey}`).slice(0, 8);
}

/** A key for one purpose, derived from SECRET_KEY (HKDF-SHA-256, RFC 5869). */
export function deriveKey(secretKey: string, purpose: string): Buffer {
  return Buffer.from(hkdfSync("sha256", secretKey, "kring", purpose, 32));
}

/** AES-256-GCM: 12 bytes nonce, 16 bytes tag, then the ciphertext. `context` is bound but not stored. */
export function seal(key: Uint8Array, plain: Uint8Array, context: string): Buffer {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", key, nonce);
  cipher.setAAD(Buffer.from(context));
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]);
}

/** @throws when the key, the context or a single bit is not the one it was sealed with */
export function unseal(key: Uint8Array, sealed: Uint8Array, context: string): Buffer {
  const bytes = Buffer.from(sealed);
  const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, 12));
  decipher.setAAD(Buffer.from(context));
  decipher.setAuthTag(bytes.subarray(12, 28));
  return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]);
}

/** A new data key and its wrapped form. */
export function newDataKey(secretKey: string, owner: string): { key: Buffer; wrapped: Buffer; wrapKeyId: string } {
  const key = randomBytes(32);
  return { key, wrapped: wrapDataKey(secretKey, key, owner), wrapKeyId: keyId(secretKey) };
}

export function wrapDataKey(secretKey: string, key: Uint8Array, owner: string): Buffer {
  return seal(deriveKey(secretKey, "wrap data keys"), key, owner);
}

export function unwrapDataKey(secretKey: string, wrapped: Uint8Array, owner: string): Buffer {
  return unseal(deriveKey(secretKey, "wrap data keys"), wrapped, owner);
}
