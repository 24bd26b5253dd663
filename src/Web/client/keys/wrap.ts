/** A seed at rest: AES-256-GCM under a key that scripts can use but not read, bound to its owner and its end. */
import { type Bytes, concat, fromBase64Url, toBase64Url, utf8 } from '../crypto/encoding.ts';

/** `until` is Unix time in milliseconds. */
export interface Resting {
  did: string;
  until: number;
  box: string;
}

const nonceLength = 12;

export async function wrapSeed(seed: Uint8Array, did: string, until: number, key: CryptoKey): Promise<Resting> {
  const nonce = crypto.getRandomValues(new Uint8Array(nonceLength));
  const sealed = await crypto.subtle.encrypt(settings(nonce, did, until), key, new Uint8Array(seed));
  return { did, until, box: toBase64Url(concat(nonce, new Uint8Array(sealed))) };
}

/** The seed, or nothing when its time is over or anything about it was changed. */
export async function unwrapSeed(resting: Resting, key: CryptoKey, now: number): Promise<Bytes | undefined> {
  if (!(now < resting.until)) {
    return undefined;
  }
  try {
    const box = fromBase64Url(resting.box);
    const nonce = box.slice(0, nonceLength);
    return new Uint8Array(await crypto.subtle.decrypt(
      settings(nonce, resting.did, resting.until), key, box.slice(nonceLength)));
  } catch {
    return undefined;
  }
}

function settings(nonce: Bytes, did: string, until: number): AesGcmParams {
  return { name: 'AES-GCM', iv: nonce, additionalData: utf8(`postmoney/resting/v1\n${did}\n${until}`) };
}
