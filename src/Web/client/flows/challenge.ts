/** The texts that a passport signs to sign in and to join: bound to one origin, one identity and one challenge. */
import { toBase64Url, utf8 } from '../crypto/encoding.ts';
import { Refused } from '../crypto/refusal.ts';
import { loadSodium } from '../crypto/sodium.ts';

export interface Challenge {
  purpose: 'sign-in' | 'join';
  origin: string;
  did: string;
  nonce: string;
  expires: string;
}

export function challengeText({ purpose, origin, did, nonce, expires }: Challenge): string {
  // One line each: a value with a line end could pretend to be another.
  if (![origin, did, nonce, expires].every(line => /^[\x21-\x7e]+$/.test(line))) {
    throw new Refused('page.incomplete');
  }
  return [`postmoney/${purpose}/v1`, origin, did, nonce, expires].join('\n');
}

/** base64url of the detached Ed25519 signature over the UTF-8 text. */
export async function answerChallenge(challenge: Challenge, seed: Uint8Array): Promise<string> {
  const sodium = await loadSodium();
  const { privateKey } = sodium.crypto_sign_seed_keypair(seed);
  try {
    return toBase64Url(sodium.crypto_sign_detached(utf8(challengeText(challenge)), privateKey));
  } finally {
    sodium.memzero(privateKey);
  }
}
