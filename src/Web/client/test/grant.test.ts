import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toBase64Url } from '../crypto/encoding.ts';
import { keyCommitment, sealKeyFor, sealPart } from '../crypto/payload.ts';
import { type Document, signDocument } from '../crypto/proof.ts';
import { openRelease, type Reader } from '../flows/grant.ts';
import { asha, bilal, node, otherNode, type Person, refuses } from './people.ts';

const uuid = '019ab000-0000-7000-8000-000000000001';
const dataKey = new Uint8Array(32).fill(7);
const now = Date.parse('2026-11-25T08:12:31Z');
const bilalReads: Reader = { did: bilal.did, nodeDid: node.did, seed: bilal.seed, now };
const grant: Document = {
  '@context': ['https://w3id.org/security/data-integrity/v2', 'https://w3id.org/postmoney/ns/v1'], id: 'urn:uuid:019ab000-0000-7000-8000-0000000000aa',
  type: 'KeyGrant', item: `urn:uuid:${uuid}`, version: 1, keyId: `k-${uuid}-1`, holder: bilal.did,
  notBefore: '2026-11-25T08:12:30Z', expires: '2026-11-25T08:13:30Z', keyCommitment: await keyCommitment(dataKey),
};

async function released(change: Document = {}, by: Person = node, to: Person = bilal, key = dataKey): Promise<Document> {
  const place = { item: `urn:uuid:${uuid}`, part: 'accessCode', version: 1, keyId: `k-${uuid}-1` };
  return {
    grant: await signDocument({ ...grant, ...change }, by.seed, new Date(now)),
    box: toBase64Url(await sealKeyFor(key, to.did)),
    parts: [{ name: 'accessCode', label: 'Door code', ciphertext: toBase64Url(await sealPart('4711#', place, dataKey)) }],
  };
}

test('Bilal reads what the node granted him, until the grant ends', async () => {
  const opened = await openRelease(await released(), bilalReads);
  assert.deepEqual(opened, { parts: [{ name: 'accessCode', label: 'Door code', text: '4711#' }], expires: Date.parse('2026-11-25T08:13:30Z') });
});

test('A grant by another node is refused', async () => {
  await refuses('proof.signer', async () => openRelease(await released({}, otherNode), bilalReads));
});

test('A grant that somebody signed for himself is refused', async () => {
  await refuses('proof.signer', async () => openRelease(await released({}, bilal), bilalReads));
});

test('A grant for Asha is refused when Bilal holds it', async () => {
  await refuses('grant.holder', async () => openRelease(await released({ holder: asha.did }), bilalReads));
});

test('A grant changed after the node signed it is refused', async () => {
  const answer = await released();
  const later = { ...(answer['grant'] as Document), expires: '2027-01-01T00:00:00Z' };
  await refuses('proof.signature', () => openRelease({ ...answer, grant: later }, bilalReads));
});

test('A grant that is over, or not yet begun, or without times, is refused', async () => {
  for (const times of [{ expires: '2026-11-25T08:12:31Z' }, { notBefore: '2026-11-25T08:20:00Z', expires: '2026-11-25T08:21:00Z' },
    { expires: undefined }, { notBefore: 'soon' }]) {
    const change = Object.fromEntries(Object.entries({ ...grant, ...times }).filter(([, value]) => value !== undefined));
    const answer = { ...await released(), grant: await signDocument(change, node.seed, new Date(now)) };
    await refuses('grant.time', () => openRelease(answer, bilalReads));
  }
});

test('A key that is not the one of the commitment is refused', async () => {
  await refuses('grant.key', async () => openRelease(await released({}, node, bilal, new Uint8Array(32).fill(8)), bilalReads));
});

test('A box sealed to somebody else is refused', async () => {
  await refuses('grant.key', async () => openRelease(await released({}, node, asha), bilalReads));
});

test('Something that the node signed but is no grant is refused', async () => {
  await refuses('grant.form', async () => openRelease(await released({ type: 'Need' }), bilalReads));
  await refuses('grant.form', async () => openRelease(await released({ keyId: `k-${uuid}-2` }), bilalReads));
});

test('A grant for another item than the page is about is refused', async () => {
  const other = `urn:uuid:${uuid.replace('1', '2')}`;
  await openRelease(await released(), { ...bilalReads, item: `urn:uuid:${uuid}` });
  await refuses('grant.form', async () => openRelease(await released(), { ...bilalReads, item: other }));
});

test('A part moved from another version is not shown, nor is any other part with it', async () => {
  const answer = await released({ version: 2, keyId: `k-${uuid}-2` });
  await refuses('payload.damaged', () => openRelease(answer, bilalReads));
});

test('A part that comes twice is refused', async () => {
  const answer = await released();
  await refuses('grant.form', () => openRelease({ ...answer, parts: [...answer['parts'] as unknown[], ...answer['parts'] as unknown[]] }, bilalReads));
});

test('An answer without its pieces is refused', async () => {
  const answer = await released();
  for (const broken of [null, {}, { ...answer, box: 1 }, { ...answer, parts: {} }, { ...answer, parts: [null] }]) {
    await refuses('grant.form', () => openRelease(broken, bilalReads));
  }
});
