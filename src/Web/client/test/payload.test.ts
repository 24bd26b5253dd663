import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { fromBase64Url, toBase64Url } from '../crypto/encoding.ts';
import * as payload from '../crypto/payload.ts';
import { asha, bilal, hex, node, refuses } from './people.ts';

const id = '019ab000-0000-7000-8000-000000000001';
const place: payload.Place = { item: `urn:uuid:${id}`, part: 'accessCode', version: 1, keyId: `k-${id}-1` };
const key = new Uint8Array(32).fill(7);

test('A part opens with the same key at the same place', async () => {
  for (const text of ['', '4711#', 'Türcode: 🗝️ ٤٧١١', 'x'.repeat(16_383)]) {
    assert.equal(await payload.openPart(await payload.sealPart(text, place, key), place, key), text);
  }
});

test('A part of another item, name, version or key id does not open', async () => {
  const sealed = await payload.sealPart('4711#', place, key);
  for (const moved of [{ item: `urn:uuid:${id.replace('1', '2')}` }, { part: 'note' }, { version: 2 }, { keyId: `k-${id}-2` }]) {
    await refuses('payload.damaged', () => payload.openPart(sealed, { ...place, ...moved }, key));
  }
});

test('A part does not open with another key, with a bit turned, or cut short', async () => {
  const sealed = await payload.sealPart('4711#', place, key);
  const turned = sealed.slice();
  turned[30]! ^= 1;
  await refuses('payload.damaged', () => payload.openPart(sealed, place, new Uint8Array(32).fill(8)));
  for (const bad of [turned, sealed.slice(0, -1), sealed.slice(0, 24), new Uint8Array(0)]) {
    await refuses('payload.damaged', () => payload.openPart(bad, place, key));
  }
});

test('The length of a ciphertext tells a step of four and no more', async () => {
  const overhead = 24 + 16;
  const steps = [[0, 256], [255, 256], [256, 1024], [1023, 1024], [1024, 4096], [4096, 16384], [16383, 16384]] as const;
  for (const [length, step] of steps) {
    assert.equal((await payload.sealPart('x'.repeat(length), place, key)).length, step + overhead);
  }
  await refuses('payload.tooLong', () => payload.sealPart('x'.repeat(16_384), place, key));
  await refuses('payload.tooLong', () => payload.sealPart('é'.repeat(8_192), place, key));
});

test('Padding without its mark, or to another length, is refused', async () => {
  assert.deepEqual([...payload.pad(hex('0080'))].slice(0, 4), [0, 0x80, 0x80, 0]);
  for (const padded of [new Uint8Array(256), new Uint8Array(256).fill(1), payload.pad(hex('00')).slice(0, 255), new Uint8Array(0)]) {
    await refuses('payload.damaged', () => payload.unpad(padded));
  }
});

test('The bound place is written as the contract says', () => {
  assert.equal(Buffer.from(payload.associatedData(place)).toString(), `postmoney/payload/v1\nurn:uuid:${id}\naccessCode\n1\nk-${id}-1`);
});

test('Sealing the same text twice gives different bytes', async () => {
  assert.notDeepEqual(await payload.sealPart('4711#', place, key), await payload.sealPart('4711#', place, key));
});

test('A data key sealed for Bilal opens for Bilal and not for Asha', async () => {
  const box = await payload.sealKeyFor(key, bilal.did);
  assert.deepEqual(new Uint8Array(await payload.openKeyBox(box, bilal.seed)), key);
  await refuses('grant.key', () => payload.openKeyBox(box, asha.seed));
  await refuses('grant.key', () => payload.openKeyBox(box.slice(1), bilal.seed));
});

test('A box that holds something other than a key of 32 bytes is refused', async () => {
  await refuses('grant.key', async () => payload.openKeyBox(await payload.sealKeyFor(new Uint8Array(31), node.did), node.seed));
});

test('Commitments and digests are SHA-256 as the contract says', async () => {
  const sha256 = (...parts: Uint8Array[]): string => createHash('sha256').update(Buffer.concat(parts)).digest('base64url');
  assert.equal(await payload.keyCommitment(key), sha256(Buffer.from('postmoney/key-commitment/v1'), key));
  assert.equal(await payload.partDigest(key), sha256(key));
  assert.equal(fromBase64Url(await payload.partDigest(key)).length, 32);
});

test('Each data key is new', async () => {
  assert.notEqual(toBase64Url(await payload.newDataKey()), toBase64Url(await payload.newDataKey()));
});
