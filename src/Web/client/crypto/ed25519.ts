/** Ed25519 signatures (RFC 8032): seeds of 32 bytes, signatures of 64. The expanded secret never leaves this file. */
import { loadSodium } from './sodium.ts';

export async function signBytes(message: Uint8Array, seed: Uint8Array): Promise<Uint8Array> {
  const sodium = await loadSodium();
  const { privateKey } = sodium.crypto_sign_seed_keypair(seed);
  try {
    return sodium.crypto_sign_detached(message, privateKey);
  } finally {
    sodium.memzero(privateKey);
  }
}

/** False for any signature that is not the signer's, also for one whose scalar is not reduced. */
export async function verifyBytes(signature: Uint8Array, message: Uint8Array, publicKey: Uint8Array): Promise<boolean> {
  return (await loadSodium()).crypto_sign_verify_detached(signature, message, publicKey);
}
