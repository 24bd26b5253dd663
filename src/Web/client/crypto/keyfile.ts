/**
 * A passport as a file, a printed code and a row in the browser: the same JSON everywhere.
 * The seed (32 bytes, Ed25519) is sealed with XChaCha20-Poly1305-IETF under Argon2id of the passphrase, bound to its did.
 */
import { deriveKey, newSalt } from './argon2.ts';
import { didOfSeed, parseDidKey } from './didkey.ts';
import { type Bytes, concat, fromBase64Url, toBase64Url, utf8 } from './encoding.ts';
import { isObject } from './proof.ts';
import { Refused } from './refusal.ts';
import { loadSodium } from './sodium.ts';

export interface KeyFile {
  type: 'postmoney-passport/1';
  did: string;
  kdf: { name: 'argon2id13'; passes: number; memoryKibibytes: number; salt: string };
  box: string;
}

/** Fewest and most letters (code points) of a passphrase. */
export const passphraseLimits = { least: 10, most: 1024 } as const;

/** Written by us; also the weakest that is read. */
const strength = { passes: 2, memoryKibibytes: 65536 } as const;

/** The most that a file may ask of this machine. */
const ceiling = { passes: 10, memoryKibibytes: 262144 } as const;

const nonceLength = 24;
const seedLength = 32;
const saltLength = 16;
const tagLength = 16;
const longestText = 4096;

export function isPassphrase(text: string): boolean {
  const letters = Array.from(text).length;
  return letters >= passphraseLimits.least && letters <= passphraseLimits.most;
}

export async function newSeed(): Promise<Bytes> {
  return new Uint8Array((await loadSodium()).randombytes_buf(seedLength));
}

export async function sealSeed(seed: Uint8Array, passphrase: string): Promise<KeyFile> {
  const sodium = await loadSodium();
  const did = await didOfSeed(seed);
  const kdf = { name: 'argon2id13', ...strength, salt: await newSalt() } as const;
  const key = await deriveKey(passphrase, settingsOf(kdf));
  const nonce = sodium.randombytes_buf(nonceLength);
  const sealed = sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(seed, utf8(did), null, nonce, key);
  sodium.memzero(key);
  return { type: 'postmoney-passport/1', did, kdf, box: toBase64Url(concat(nonce, sealed)) };
}

/** The seed, or `keyfile.passphrase`; `keyfile.owner` when the seed is not the one of the named identity. */
export async function openSeed(file: KeyFile, passphrase: string): Promise<Uint8Array> {
  const sodium = await loadSodium();
  const box = fromBase64Url(file.box);
  const key = await deriveKey(passphrase, settingsOf(file.kdf));
  let seed: Uint8Array;
  try {
    seed = sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(
      null, box.subarray(nonceLength), utf8(file.did), box.subarray(0, nonceLength), key);
  } catch {
    throw new Refused('keyfile.passphrase');
  } finally {
    sodium.memzero(key);
  }
  if (await didOfSeed(seed) !== file.did) {
    sodium.memzero(seed);
    throw new Refused('keyfile.owner');
  }
  return seed;
}

export function writeKeyFile(file: KeyFile): string {
  return JSON.stringify(file);
}

/** Reads a file, a pasted text or a scanned code; only what we know is kept. */
export async function readKeyFile(text: string): Promise<KeyFile> {
  const read = parse(text);
  const kdf = read['kdf'];
  if (read['type'] !== 'postmoney-passport/1' || !isObject(kdf) || kdf['name'] !== 'argon2id13') {
    throw new Refused('keyfile.form');
  }
  const { passes, memoryKibibytes } = kdf;
  if (!within(passes, strength.passes, ceiling.passes)
    || !within(memoryKibibytes, strength.memoryKibibytes, ceiling.memoryKibibytes)) {
    throw new Refused('keyfile.strength');
  }
  const did = String(read['did']);
  await parseDidKey(did);
  return {
    type: 'postmoney-passport/1',
    did,
    kdf: { name: 'argon2id13', passes, memoryKibibytes, salt: bytesOf(kdf['salt'], saltLength) },
    box: bytesOf(read['box'], nonceLength + seedLength + tagLength),
  };
}

function parse(text: string): Record<string, unknown> {
  try {
    const read: unknown = JSON.parse(text.length > longestText ? '' : text);
    if (isObject(read)) {
      return read;
    }
  } catch {
    // Not JSON: refused below like any other text.
  }
  throw new Refused('keyfile.form');
}

function bytesOf(text: unknown, length: number): string {
  try {
    if (typeof text === 'string' && fromBase64Url(text).length === length) {
      return text;
    }
  } catch {
    // Not base64url: refused below.
  }
  throw new Refused('keyfile.form');
}

function within(value: unknown, least: number, most: number): value is number {
  return Number.isInteger(value) && (value as number) >= least && (value as number) <= most;
}

function settingsOf(kdf: KeyFile['kdf']): { passes: number; memory: number; salt: Bytes } {
  return { passes: kdf.passes, memory: kdf.memoryKibibytes * 1024, salt: fromBase64Url(kdf.salt) };
}
