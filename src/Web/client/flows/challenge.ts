/** The texts that a passport signs to sign in and to join: bound to one origin, one identity and one challenge. */
import { signBytes } from '../crypto/ed25519.ts';
import { toBase64Url, utf8 } from '../crypto/encoding.ts';
import { demand } from '../crypto/refusal.ts';

export interface Challenge {
  purpose: 'sign-in' | 'join';
  origin: string;
  did: string;
  nonce: string;
  expires: string;
}

export function challengeText({ purpose, origin, did, nonce, expires }: Challenge): string {
  // One line each: a value with a line end could pretend to be another.
  demand([origin, did, nonce, expires].every(line => /^[\x21-\x7e]+$/.test(line)), 'page.incomplete');
  return [`postmoney/${purpose}/v1`, origin, did, nonce, expires].join('\n');
}

/** base64url of the detached Ed25519 signature over the UTF-8 text. */
export async function answerChallenge(challenge: Challenge, seed: Uint8Array): Promise<string> {
  return toBase64Url(await signBytes(utf8(challengeText(challenge)), seed));
}
