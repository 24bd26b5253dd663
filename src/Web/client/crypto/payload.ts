/**
 * Sealed parts of an item. One fresh data key (32 bytes) a version; each part is padded to a step, then sealed with
 * XChaCha20-Poly1305-IETF under a fresh nonce of 24 bytes, bound to its item, name, version and key id.
 * Keys travel in sealed boxes (X25519); a commitment lets the holder see that the key is the one the grant names.
 */
import { agreementKeyOf } from './didkey.ts';
import { type Bytes, concat, fromUtf8, toBase64Url, utf8 } from './encoding.ts';
import { Refused } from './refusal.ts';
import { loadSodium } from './sodium.ts';

/** Where a part belongs; every member is authenticated with the ciphertext. */
export interface Place {
  item: string;
  part: string;
  version: number;
  keyId: string;
}

const steps = [256, 1024, 4096, 16384] as const;
const nonceLength = 24;
const keyLength = 32;

export async function newDataKey(): Promise<Bytes> {
  return new Uint8Array((await loadSodium()).randombytes_buf(keyLength));
}

/** ISO/IEC 7816-4 padding up to the next step; at most 16,383 bytes of content. */
export function pad(content: Uint8Array): Bytes {
  const step = steps.find(size => content.length < size);
  if (step === undefined) {
    throw new Refused('payload.tooLong');
  }
  const padded = new Uint8Array(step);
  padded.set(content);
  padded[content.length] = 0x80;
  return padded;
}

export function unpad(padded: Uint8Array): Uint8Array {
  const end = padded.findLastIndex(byte => byte !== 0);
  if (!(steps as readonly number[]).includes(padded.length) || padded[end] !== 0x80) {
    throw new Refused('payload.damaged');
  }
  return padded.subarray(0, end);
}

export function associatedData(place: Place): Bytes {
  return utf8(['postmoney/payload/v1', place.item, place.part, String(place.version), place.keyId].join('\n'));
}

/** nonce ‖ ciphertext. */
export async function sealPart(text: string, place: Place, dataKey: Uint8Array): Promise<Bytes> {
  const sodium = await loadSodium();
  const nonce = sodium.randombytes_buf(nonceLength);
  const padded = pad(utf8(text));
  try {
    return concat(nonce, sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(padded, associatedData(place), null, nonce, dataKey));
  } finally {
    sodium.memzero(padded);
  }
}

/** The text of a part, or `payload.damaged`; never partial text. */
export async function openPart(sealed: Uint8Array, place: Place, dataKey: Uint8Array): Promise<string> {
  const sodium = await loadSodium();
  let padded: Uint8Array;
  try {
    padded = sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(
      null, sealed.subarray(nonceLength), associatedData(place), sealed.subarray(0, nonceLength), dataKey);
  } catch {
    throw new Refused('payload.damaged');
  }
  try {
    return fromUtf8(unpad(padded));
  } finally {
    sodium.memzero(padded);
  }
}

/** base64url(SHA-256(ciphertext)), the digest that the signed record carries for a part. */
export async function partDigest(sealed: Uint8Array): Promise<string> {
  return toBase64Url((await loadSodium()).crypto_hash_sha256(sealed));
}

/** Names a data key without giving it away. */
export async function keyCommitment(dataKey: Uint8Array): Promise<string> {
  const sodium = await loadSodium();
  return toBase64Url(sodium.crypto_hash_sha256(concat(utf8('postmoney/key-commitment/v1'), dataKey)));
}

/** A box that only the holder of the identity opens. It says nothing about who made it. */
export async function sealKeyFor(dataKey: Uint8Array, did: string): Promise<Uint8Array> {
  return (await loadSodium()).crypto_box_seal(dataKey, await agreementKeyOf(did));
}

/** The data key of a box sealed to the identity of this seed, or `grant.key`. */
export async function openKeyBox(box: Uint8Array, seed: Uint8Array): Promise<Uint8Array> {
  const sodium = await loadSodium();
  const pair = sodium.crypto_sign_seed_keypair(seed);
  const secret = sodium.crypto_sign_ed25519_sk_to_curve25519(pair.privateKey);
  try {
    const dataKey = sodium.crypto_box_seal_open(box, sodium.crypto_sign_ed25519_pk_to_curve25519(pair.publicKey), secret);
    if (dataKey.length !== keyLength) {
      throw new Refused('grant.key');
    }
    return dataKey;
  } catch {
    throw new Refused('grant.key');
  } finally {
    sodium.memzero(secret);
    sodium.memzero(pair.privateKey);
  }
}
