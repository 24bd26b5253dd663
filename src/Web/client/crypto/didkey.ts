/**
 * did:key identities of Ed25519 keys (W3C did:key method): `did:key:z` + base58btc(0xed 0x01 ‖ 32 bytes).
 * Every key is checked before use: length, canonical encoding, on the curve, in the main subgroup, not of small order.
 */
import { type Bytes, concat, fromBase58, toBase58 } from './encoding.ts';
import { Refused } from './refusal.ts';
import { loadSodium } from './sodium.ts';

const prefix = 'did:key:z';
const ed25519 = Uint8Array.of(0xed, 0x01);
const keyLength = 32;

/** The public key of an identity, or `key.form` / `key.point`. */
export async function parseDidKey(did: string): Promise<Bytes> {
  const key = keyBytes(did);
  const sodium = await loadSodium();
  if (!sodium.crypto_core_ed25519_is_valid_point(key)) {
    throw new Refused('key.point');
  }
  return key;
}

export function formatDidKey(publicKey: Uint8Array): string {
  return prefix + toBase58(concat(ed25519, publicKey));
}

/** The verification method that signs for an identity: the key itself, named by its fragment. */
export function verificationMethodOf(did: string): string {
  return `${did}#${did.slice('did:key:'.length)}`;
}

/** The X25519 key that boxes for an identity are sealed to (birational map of its Ed25519 key). */
export async function agreementKeyOf(did: string): Promise<Uint8Array> {
  const sodium = await loadSodium();
  return sodium.crypto_sign_ed25519_pk_to_curve25519(await parseDidKey(did));
}

/** The identity of a secret seed of 32 bytes. */
export async function didOfSeed(seed: Uint8Array): Promise<string> {
  const sodium = await loadSodium();
  return formatDidKey(sodium.crypto_sign_seed_keypair(seed).publicKey);
}

function keyBytes(did: string): Bytes {
  if (typeof did !== 'string' || !did.startsWith(prefix) || did.length > 64) {
    throw new Refused('key.form');
  }
  let bytes: Bytes;
  try {
    bytes = fromBase58(did.slice(prefix.length));
  } catch {
    throw new Refused('key.form');
  }
  if (bytes.length !== ed25519.length + keyLength || bytes[0] !== ed25519[0] || bytes[1] !== ed25519[1]) {
    throw new Refused('key.form');
  }
  return bytes.slice(ed25519.length);
}
