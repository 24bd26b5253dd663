import assert from 'node:assert/strict';
import { test } from 'node:test';
import { didOfSeed, formatDidKey, parseDidKey } from '../crypto/didkey.ts';
import { signBytes, verifyBytes } from '../crypto/ed25519.ts';
import { asha, bilal, hex } from './people.ts';

// RFC 8032 §7.1, tests 1 to 3.
const vectors = [
  ['9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60', 'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a', '',
    'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b'],
  ['4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb', '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c', '72',
    '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00'],
  ['c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7', 'fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025', 'af82',
    '6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a'],
] as const;

for (const [seed, key, message, signature] of vectors) {
  test(`The RFC 8032 vector of key ${key.slice(0, 8)} is reproduced and verified`, async () => {
    assert.equal(await didOfSeed(hex(seed)), formatDidKey(hex(key)));
    assert.deepEqual(new Uint8Array(await signBytes(hex(message), hex(seed))), hex(signature));
    assert.equal(await verifyBytes(hex(signature), hex(message), hex(key)), true);
  });
}

test('A signature does not verify for another message, another signer, or with one bit turned', async () => {
  const message = hex('c0ffee');
  const signature = await signBytes(message, asha.seed);
  const turned = signature.slice();
  turned[0]! ^= 1;
  assert.equal(await verifyBytes(signature, hex('c0ffef'), await parseDidKey(asha.did)), false);
  assert.equal(await verifyBytes(signature, message, await parseDidKey(bilal.did)), false);
  assert.equal(await verifyBytes(turned, message, await parseDidKey(asha.did)), false);
});

test('A second signature made by adding the group order to the scalar is refused', async () => {
  const order = 2n ** 252n + 27742317777372353535851937790883648493n;
  const signature = Buffer.from(await signBytes(hex('c0ffee'), asha.seed));
  const scalar = BigInt(`0x${Buffer.from(signature.subarray(32)).reverse().toString('hex')}`) + order;
  Buffer.from(scalar.toString(16).padStart(64, '0'), 'hex').reverse().copy(signature, 32);
  assert.equal(await verifyBytes(signature, hex('c0ffee'), await parseDidKey(asha.did)), false);
});
