/**
 * Argon2id (RFC 9106) of a passphrase. It takes a good part of a second and 64 MiB, so it runs in a worker that is
 * thrown away with its memory; where the worker cannot start (an old browser, a stricter policy) on the page itself.
 */
import { type Bytes, toBase64Url, utf8 } from './encoding.ts';
import { loadSodium } from './sodium.ts';

/** `memory` in bytes; `salt` of 16 bytes. */
export interface Argon2 {
  passes: number;
  memory: number;
  salt: Bytes;
}

const keyLength = 32;
const argon2id13 = 2;

/** The script that answers derivations when it is loaded as a worker: set by the entry file that holds this module. */
let workerScript: string | undefined;

export function deriveInWorker(script: string): void {
  workerScript = script;
}

/** A key of 32 bytes. The passphrase is taken in Unicode form NFC, so that keyboards agree. */
export async function deriveKey(passphrase: string, settings: Argon2): Promise<Uint8Array> {
  const secret = utf8(passphrase.normalize('NFC'));
  try {
    return workerScript === undefined
      ? await argon2id(secret, settings)
      : await askWorker(workerScript, secret, settings).catch(() => argon2id(secret, settings));
  } finally {
    secret.fill(0);
  }
}

/** The worker's side: one derivation a message. */
export function answerDerivations(scope: { onmessage: unknown; postMessage(answer: unknown): void }): void {
  scope.onmessage = async (message: MessageEvent<{ secret: Bytes; settings: Argon2 }>) => {
    const { secret, settings } = message.data;
    try {
      scope.postMessage(await argon2id(secret, settings));
    } catch {
      scope.postMessage(null);
    } finally {
      secret.fill(0);
    }
  };
}

async function argon2id(secret: Uint8Array, { passes, memory, salt }: Argon2): Promise<Uint8Array> {
  return (await loadSodium()).crypto_pwhash(keyLength, secret, salt, passes, memory, argon2id13);
}

function askWorker(script: string, secret: Bytes, settings: Argon2): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(trusted(script) as string, { type: 'module', name: 'passport' });
    const end = (answer: unknown): void => {
      worker.terminate();
      if (answer instanceof Uint8Array) {
        resolve(answer);
      } else {
        reject(new Error('The worker gave no key.'));
      }
    };
    worker.onmessage = event => end(event.data);
    worker.onerror = event => {
      event.preventDefault();
      end(undefined);
    };
    worker.postMessage({ secret, settings });
  });
}

interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): unknown };
}

let policy: ReturnType<TrustedTypes['createPolicy']> | undefined;

/** Trusted Types let a worker start only from this one script. */
function trusted(script: string): unknown {
  const types = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes;
  if (types === undefined) {
    return script;
  }
  policy ??= types.createPolicy('postmoney', {
    createScriptURL(url) {
      if (url !== workerScript) {
        throw new TypeError('Only the passport script may run as a worker.');
      }
      return url;
    },
  });
  return policy.createScriptURL(script);
}

/** Kept here so that a salt is made where its length is known. */
export async function newSalt(): Promise<string> {
  const sodium = await loadSodium();
  return toBase64Url(sodium.randombytes_buf(sodium.crypto_pwhash_SALTBYTES));
}
