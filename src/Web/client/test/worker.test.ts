import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { loadSodium } from '../crypto/sodium.ts';

interface Scope {
  onmessage?: (message: { data: unknown }) => Promise<void>;
  postMessage(answer: unknown): void;
}

test('The script loaded as a worker starts nothing by itself, answers with the key and wipes the passphrase', async () => {
  const answers: unknown[] = [];
  const scope: Scope = { postMessage: answer => answers.push(answer) };
  (globalThis as { self?: unknown }).self = scope;
  let started = 0;
  const instantiate = WebAssembly.instantiate;
  WebAssembly.instantiate = ((...given: Parameters<typeof instantiate>) => {
    started++;
    return instantiate(...given);
  }) as typeof instantiate;
  const outfile = resolve('node_modules/.worker/passport.mjs');
  await build({ entryPoints: ['passport.ts'], bundle: true, format: 'esm', target: 'es2022', loader: { '.css': 'text' }, outfile, logLevel: 'silent' });

  await import(pathToFileURL(outfile).href);
  assert.equal(started, 0, 'libsodium waits until it is needed');

  const secret = new TextEncoder().encode('three quiet lemons');
  const salt = new Uint8Array(16).fill(1);
  await scope.onmessage!({ data: { secret, settings: { passes: 2, memory: 65536 * 1024, salt } } });
  assert.equal(started, 1);
  assert.ok(secret.every(byte => byte === 0));
  const sodium = await loadSodium();
  assert.deepEqual(answers, [sodium.crypto_pwhash(32, 'three quiet lemons', salt, 2, 65536 * 1024, sodium.crypto_pwhash_ALG_ARGON2ID13)]);

  await scope.onmessage!({ data: { secret: new Uint8Array(1), settings: { passes: 0, memory: 0, salt } } });
  assert.equal(answers[1], null, 'a derivation that fails is answered, too');
});
