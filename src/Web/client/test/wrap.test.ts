import assert from 'node:assert/strict';
import { test } from 'node:test';
import { unwrapSeed, wrapSeed } from '../keys/wrap.ts';
import { asha, bilal } from './people.ts';

const newKey = (): Promise<CryptoKey> =>
  crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']) as Promise<CryptoKey>;

const key = await newKey();
const resting = await wrapSeed(asha.seed, asha.did, 1000, key);

test('A resting seed wakes before its time is over and not after', async () => {
  assert.deepEqual(await unwrapSeed(resting, key, 999), asha.seed);
  assert.equal(await unwrapSeed(resting, key, 1000), undefined);
  assert.equal(await unwrapSeed({ ...resting, until: NaN }, key, 0), undefined);
});

test('A resting seed whose end or owner was changed does not wake', async () => {
  assert.equal(await unwrapSeed({ ...resting, until: 2000 }, key, 999), undefined);
  assert.equal(await unwrapSeed({ ...resting, did: bilal.did }, key, 999), undefined);
});

test('A resting seed does not wake under another key', async () => {
  assert.equal(await unwrapSeed(resting, await newKey(), 999), undefined);
});

test('The key it rests under cannot be taken out', async () => {
  await assert.rejects(crypto.subtle.exportKey('raw', key));
});
