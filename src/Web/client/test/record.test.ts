import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fromBase64Url } from '../crypto/encoding.ts';
import { canonicalize } from '../crypto/jcs.ts';
import { openKeyBox, openPart, partDigest } from '../crypto/payload.ts';
import { verifyDocument } from '../crypto/proof.ts';
import type { Draft } from '../flows/draft.ts';
import { signRecord, writeRecord } from '../flows/record.ts';
import { asha, node } from './people.ts';

const uuid = '019ab000-0000-7000-8000-000000000001';
const now = new Date('2026-11-25T08:12:31Z');
const draft: Draft = {
  '@context': ['https://www.w3.org/ns/activitystreams'], id: `urn:uuid:${uuid}`, type: 'Need', version: 3,
  attributedTo: asha.did, authority: node.did, title: 'A ladder',
  payload: { keyId: `k-${uuid}-3`, parts: [{ name: 'accessCode' }, { name: 'note' }] },
};
const parts = new Map([['note', 'Ring twice'], ['accessCode', '4711#']]);

test('The node opens the key and with it every part; the record is signed and names each ciphertext', async () => {
  const signed = await signRecord(draft, parts, node.did, asha.seed, now);

  const record = await verifyDocument(signed.record, asha.did);
  const dataKey = await openKeyBox(fromBase64Url(signed.sealedKey!), node.seed);
  const named = (record['payload'] as { parts: { name: string; digest: string }[] }).parts;
  assert.deepEqual(signed.parts.map(part => part.name), ['accessCode', 'note']);
  for (const [at, { name, ciphertext }] of signed.parts.entries()) {
    const sealed = fromBase64Url(ciphertext);
    assert.deepEqual(named[at], { name, digest: await partDigest(sealed) });
    assert.equal(await openPart(sealed, { item: draft.id, part: name, version: 3, keyId: draft.payload!.keyId }, dataKey), parts.get(name));
  }
});

test('Nothing that is sent holds the private text or the draft’s other copy of it', async () => {
  const body = writeRecord(await signRecord(draft, parts, node.did, asha.seed, now));
  for (const secret of ['4711#', 'Ring twice', Buffer.from('4711#').toString('base64url'), Buffer.from(asha.seed).toString('base64url')]) {
    assert.ok(!body.includes(secret));
  }
});

test('A record without private parts has no key and no payload', async () => {
  const { payload: _, ...plain } = draft;
  const signed = await signRecord(plain, new Map(), node.did, asha.seed, now);
  assert.deepEqual(Object.keys(signed), ['record', 'parts']);
  assert.deepEqual(await verifyDocument(signed.record, asha.did), plain);
});

test('The same draft signed twice has another key and other ciphertexts', async () => {
  const [first, second] = [await signRecord(draft, parts, node.did, asha.seed, now), await signRecord(draft, parts, node.did, asha.seed, now)];
  assert.notDeepEqual(await openKeyBox(fromBase64Url(first.sealedKey!), node.seed), await openKeyBox(fromBase64Url(second.sealedKey!), node.seed));
  assert.notEqual(first.parts[0]!.ciphertext, second.parts[0]!.ciphertext);
});

test('What is sent is its own canonical form', async () => {
  const body = writeRecord(await signRecord(draft, parts, node.did, asha.seed, now));
  assert.equal(body, canonicalize(JSON.parse(body)));
});
