import assert from 'node:assert/strict';
import { test } from 'node:test';
import { agreementKeyOf, didOfSeed, formatDidKey, parseDidKey, verificationMethodOf } from '../crypto/didkey.ts';
import { concat, fromBase58, fromBase64Url, toBase58 } from '../crypto/encoding.ts';
import { loadSodium } from '../crypto/sodium.ts';
import { asha, hex, refuses } from './people.ts';
import { readJson, suite } from './suites.ts';

type PublicKey = { publicKeyBase58?: string; publicKeyJwk?: { x: string } };
type Vectors = Record<string, { seed: string; verificationKeyPair: PublicKey; keyAgreementKeyPair: PublicKey }>;

const keyOf = ({ publicKeyBase58, publicKeyJwk }: PublicKey): Uint8Array =>
  publicKeyBase58 === undefined ? fromBase64Url(publicKeyJwk!.x) : fromBase58(publicKeyBase58);

test('The published seeds give the published identities, signing keys and agreement keys', suite('did-key'), async () => {
  const vectors = Object.entries(readJson<Vectors>('did-key/test-vectors/ed25519-x25519.json'));
  assert.ok(vectors.length > 0);
  for (const [did, { seed, verificationKeyPair, keyAgreementKeyPair }] of vectors) {
    assert.equal(await didOfSeed(hex(seed)), did);
    assert.deepEqual(await parseDidKey(did), keyOf(verificationKeyPair));
    assert.deepEqual(new Uint8Array(await agreementKeyOf(did)), keyOf(keyAgreementKeyPair));
  }
});

test('An identity names its key as its own verification method', () => {
  assert.equal(verificationMethodOf('did:key:z6Mkexample'), 'did:key:z6Mkexample#z6Mkexample');
});

// The eight points of small order in canonical form, and their encodings that are not canonical
// ("Taming the many EdDSAs", Chalkias, Garillot, Nikolaenko 2020, table 1 and 3).
const smallOrder = [
  '0100000000000000000000000000000000000000000000000000000000000000',
  'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  '0000000000000000000000000000000000000000000000000000000000000000',
  '0000000000000000000000000000000000000000000000000000000000000080',
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa',
  '0100000000000000000000000000000000000000000000000000000000000080',
  'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff',
  'eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff',
  'edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff',
];

for (const point of smallOrder) {
  test(`The key ${point.slice(0, 6)}…${point.slice(-2)} of small order is refused`, async () => {
    await refuses('key.point', () => parseDidKey(formatDidKey(hex(point))));
    await refuses('key.point', () => agreementKeyOf(formatDidKey(hex(point))));
  });
}

test('A good key with a part of small order added is refused', async () => {
  const sodium = await loadSodium();
  const mixed = sodium.crypto_core_ed25519_add(await parseDidKey(asha.did), hex(smallOrder[4]!));
  await refuses('key.point', () => parseDidKey(formatDidKey(mixed)));
});

test('A key that is not on the curve, or whose coordinate is not reduced, is refused', async () => {
  await refuses('key.point', () => parseDidKey(formatDidKey(hex('02' + '00'.repeat(31)))));
  await refuses('key.point', () => parseDidKey(formatDidKey(hex('f0' + 'ff'.repeat(30) + '7f'))));
});

test('Anything that is not a did:key of an Ed25519 key is refused', async () => {
  const key = await parseDidKey(asha.did);
  const letters = asha.did.slice('did:key:z'.length);
  const bad = ['', 'did:key:', 'did:web:asha.example', ` ${asha.did}`, `${asha.did}#`, asha.did.toUpperCase(),
    `did:key:u${letters}`, `did:key:z1${letters}`, `did:key:z${letters}1`, `did:key:z${letters.slice(0, -1)}`,
    `did:key:z${toBase58(concat(hex('ec01'), key))}`, `did:key:z${toBase58(concat(hex('ed01'), key.slice(1)))}`,
    `did:key:z${toBase58(concat(hex('ed01'), key, hex('00')))}`, `did:key:z${'2'.repeat(500)}`];
  for (const did of bad) {
    await refuses('key.form', () => parseDidKey(did));
  }
});
