import assert from 'node:assert/strict';
import { test } from 'node:test';
import { verificationMethodOf } from '../crypto/didkey.ts';
import { concat, fromBase58, toBase58 } from '../crypto/encoding.ts';
import { type Document, signDocument, signedBytes, verifyDocument } from '../crypto/proof.ts';
import { asha, bilal, refuses } from './people.ts';
import { readJson, readText, suite } from './suites.ts';

const vector = 'data-integrity-eddsa/TestVectors';
const now = new Date('2026-11-25T08:12:31.987Z');
const need: Document = {
  '@context': ['https://www.w3.org/ns/activitystreams', 'https://w3id.org/security/data-integrity/v2'],
  id: 'urn:uuid:019ab000-0000-7000-8000-000000000001', type: 'Need', title: 'A ladder for Saturday',
};

test('The W3C vector of eddsa-jcs-2022 has our hash data, verifies, and is signed again to the same bytes', suite(vector), async () => {
  const signed = readJson<Document & { proof: Document }>(`${vector}/eddsa-jcs-2022/signedJCS.json`);
  const keys = readJson<{ publicKeyMultibase: string; privateKeyMultibase: string }>(`${vector}/keyPair.json`);
  const { proof, ...document } = signed;
  const { proofValue, ...config } = proof;
  const hashes = ['proofHashJCS', 'docHashJCS'].map(name => readText(`${vector}/eddsa-jcs-2022/${name}.txt`).trim()).join('');
  assert.equal(Buffer.from(await signedBytes(document, config)).toString('hex'), hashes);

  await verifyDocument(signed, `did:key:${keys.publicKeyMultibase}`);

  const seed = fromBase58(keys.privateKeyMultibase.slice(1)).slice(2);
  assert.equal((await signDocument(document, seed, new Date('2023-02-24T23:36:38Z'))).proof.proofValue, proofValue);
});

test('The FEP-8b32 vectors have our hash data', suite('fep'), async () => {
  const { vectors } = readJson<{ vectors: { cryptosuite: string; hashData?: string; document: { proof: Document } }[] }>('fep/vectors.json');
  const withHashes = vectors.filter(each => each.cryptosuite === 'eddsa-jcs-2022' && each.hashData !== undefined);
  assert.ok(withHashes.length >= 2);
  for (const { document: { proof, ...document }, hashData } of withHashes) {
    const { proofValue: _, ...config } = proof;
    assert.equal(Buffer.from(await signedBytes(document, config)).toString('hex'), hashData);
  }
});

test('What Asha signs verifies as hers and carries the time to the second and the context of the document', async () => {
  const signed = await signDocument(need, asha.seed, now);

  assert.deepEqual(await verifyDocument(JSON.parse(JSON.stringify(signed)), asha.did), need);
  assert.equal(signed.proof.created, '2026-11-25T08:12:31Z');
  assert.equal(signed.proof.verificationMethod, verificationMethodOf(asha.did));
  assert.deepEqual(signed.proof['@context'], need['@context']);
});

test('What Asha signed is not taken for something Bilal signed', async () => {
  const signed = await signDocument(need, asha.seed, now);
  await refuses('proof.signer', () => verifyDocument(signed, bilal.did));

  const renamed = { ...signed, proof: { ...signed.proof, verificationMethod: verificationMethodOf(bilal.did) } };
  await refuses('proof.signature', () => verifyDocument(renamed, bilal.did));
});

test('A document that was changed after signing is refused', async () => {
  const signed = await signDocument(need, asha.seed, now);
  for (const changed of [{ ...signed, title: 'Two ladders' }, { ...signed, extra: 1 }, { ...signed, proof: { ...signed.proof, created: '2026-11-25T08:12:32Z' } }]) {
    await refuses('proof.signature', () => verifyDocument(changed, asha.did));
  }
});

test('A proof whose context is not the document’s, in every element and in order, is refused', async () => {
  const signed = await signDocument(need, asha.seed, now);
  const [first, second] = need['@context'] as string[];
  const { '@context': _, ...bare } = signed.proof;
  for (const proof of [bare, { ...bare, '@context': [first] }, { ...bare, '@context': [second, first] }, { ...bare, '@context': first }]) {
    await refuses('proof.context', () => verifyDocument({ ...signed, proof }, asha.did));
  }
  await refuses('proof.context', () => verifyDocument({ ...signed, '@context': [first] }, asha.did));
});

test('Proofs of another kind, purpose, time or shape are refused', async () => {
  const { proof, ...document } = await signDocument(need, asha.seed, now);
  const changes: Document[] = [
    { type: 'Ed25519Signature2020' }, { cryptosuite: 'eddsa-rdfc-2022' }, { proofPurpose: 'authentication' }, { verificationMethod: undefined },
    { created: '2026-11-25T08:12:31' }, { created: '2026-02-30T00:00:00Z' }, { created: '2026-11-25T24:00:00Z' }, { created: undefined },
    { proofValue: `u${proof.proofValue.slice(1)}` }, { proofValue: `${proof.proofValue}1` }, { proofValue: undefined },
    { proofValue: `z${toBase58(concat(fromBase58(proof.proofValue.slice(1)), Uint8Array.of(1)))}` },
  ];
  for (const change of changes) {
    await refuses('proof.form', () => verifyDocument({ ...document, proof: { ...proof, ...change } }, asha.did));
  }
  for (const proofs of [undefined, null, [], [proof], 'z']) {
    await refuses('proof.form', () => verifyDocument({ ...document, proof: proofs }, asha.did));
  }
});

test('A document that already has a proof is not signed over', async () => {
  await refuses('proof.form', () => signDocument({ ...need, proof: {} }, asha.seed, now));
});
