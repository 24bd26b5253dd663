import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fromBase64Url } from '../crypto/encoding.ts';
import { isPassphrase, type KeyFile, newSeed, openSeed, readKeyFile, sealSeed, writeKeyFile } from '../crypto/keyfile.ts';
import { qrModules } from '../ui/qr.ts';
import { asha, bilal, refuses } from './people.ts';

const passphrase = 'three quiet lemons';
const file = await sealSeed(asha.seed, passphrase);

test('A passport written to a file opens again with its passphrase', async () => {
  const read = await readKeyFile(writeKeyFile(file));
  assert.deepEqual(read, file);
  assert.deepEqual(new Uint8Array(await openSeed(read, passphrase)), asha.seed);
});

test('The file has the members of the contract and not the seed', () => {
  const text = writeKeyFile(file);
  assert.deepEqual(Object.keys(file), ['type', 'did', 'kdf', 'box']);
  assert.deepEqual({ ...file.kdf, salt: '' }, { name: 'argon2id13', passes: 2, memoryKibibytes: 65536, salt: '' });
  assert.equal(fromBase64Url(file.kdf.salt).length, 16);
  assert.equal(fromBase64Url(file.box).length, 24 + 32 + 16);
  for (const encoding of ['hex', 'base64', 'base64url'] as const) {
    assert.ok(!text.includes(Buffer.from(asha.seed).toString(encoding).slice(0, 12)));
  }
});

test('Another passphrase does not open it, nor one with a letter more', async () => {
  for (const wrong of ['three quiet melons', `${passphrase} `, '']) {
    await refuses('keyfile.passphrase', () => openSeed(file, wrong));
  }
});

test('The same letters from another keyboard open it', async () => {
  const composed = await sealSeed(asha.seed, 'caf\u00e9 au lait');
  assert.deepEqual(new Uint8Array(await openSeed(composed, 'cafe\u0301 au lait')), asha.seed);
});

test('A file that claims to be of somebody else does not open', async () => {
  await refuses('keyfile.passphrase', () => openSeed({ ...file, did: bilal.did }, passphrase));
});

test('A file whose seed is not the one of its identity is refused, even when it opens', async () => {
  const sodium = await import('../crypto/sodium.ts').then(module => module.loadSodium());
  const key = sodium.crypto_pwhash(32, passphrase, fromBase64Url(file.kdf.salt), 2, 65536 * 1024, sodium.crypto_pwhash_ALG_ARGON2ID13);
  const nonce = new Uint8Array(24);
  const box = sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(bilal.seed, asha.did, null, nonce, key);
  const forged = { ...file, box: Buffer.concat([nonce, box]).toString('base64url') };
  await refuses('keyfile.owner', () => openSeed(forged, passphrase));
});

test('Text that is not a passport file is refused', async () => {
  const texts = ['', '[]', 'null', '{}', 'x'.repeat(5000), JSON.stringify({ ...file, type: 'postmoney-passport/2' }),
    JSON.stringify({ ...file, box: file.box.slice(4) }), JSON.stringify({ ...file, box: 'not base64url!' }),
    JSON.stringify({ ...file, kdf: { ...file.kdf, salt: 'AAAA' } }), JSON.stringify({ ...file, kdf: { ...file.kdf, name: 'pbkdf2' } })];
  for (const text of texts) {
    await refuses('keyfile.form', () => readKeyFile(text));
  }
  await refuses('key.form', () => readKeyFile(JSON.stringify({ ...file, did: 'did:web:asha.example' })));
});

test('A file that is weakly protected, or asks for too much of this machine, is refused', async () => {
  const settings: Partial<KeyFile['kdf']>[] = [{ passes: 1 }, { passes: 11 }, { passes: 2.5 }, { memoryKibibytes: 8 }, { memoryKibibytes: 4_194_304 }];
  for (const kdf of settings) {
    await refuses('keyfile.strength', () => readKeyFile(JSON.stringify({ ...file, kdf: { ...file.kdf, ...kdf } })));
  }
});

test('Members that we do not know are dropped when a file is read', async () => {
  assert.deepEqual(await readKeyFile(JSON.stringify({ ...file, seed: 'AAAA', kdf: { ...file.kdf, more: 1 } })), file);
});

test('A passphrase has at least ten letters, counted as people count them', () => {
  assert.equal(isPassphrase('123456789'), false);
  assert.equal(isPassphrase('1234567890'), true);
  assert.equal(isPassphrase('🗝️🗝️'), false);
  assert.equal(isPassphrase('🗝'.repeat(10)), true);
  assert.equal(isPassphrase('x'.repeat(1025)), false);
});

test('Each seed is new', async () => {
  assert.notDeepEqual(await newSeed(), await newSeed());
});

test('The printed code of a file has its three finders and is small enough to scan', () => {
  const rows = qrModules(writeKeyFile(file));
  const size = rows.length;
  assert.ok(size > 21 && size <= 85, `${size} modules a side`);
  for (const [row, column] of [[0, 0], [0, size - 7], [size - 7, 0]] as const) {
    const ring = Array.from({ length: 7 }, (_, at) => rows[row]![column + at]! && rows[row + 6]![column + at]! && rows[row + 3]![column + 3]!);
    assert.ok(ring.every(Boolean));
    assert.equal(rows[row + 1]![column + 1], false);
  }
});
