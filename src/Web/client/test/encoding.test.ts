import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fromBase58, fromBase64Url, fromUtf8, toBase58, toBase64Url, utf8 } from '../crypto/encoding.ts';
import { hex, refuses } from './people.ts';

test('Base64url is written without padding and read back', () => {
  assert.equal(toBase64Url(hex('fbff00')), '-_8A');
  for (let length = 0; length < 70; length++) {
    const bytes = Uint8Array.from({ length }, (_, at) => (at * 37 + length) & 255);
    assert.deepEqual(fromBase64Url(toBase64Url(bytes)), bytes);
  }
});

test('Base64url that is padded, in the other alphabet, or has stray bits is refused', async () => {
  for (const text of ['AA==', '+/8A', 'A', 'AB', 'AAA B', 'AA\n']) {
    await refuses('encoding.base64url', () => fromBase64Url(text));
  }
});

test('Base58 agrees with published pairs and keeps leading zeros', () => {
  const pairs = [['', ''], ['61', '2g'], ['626262', 'a3gV'], ['00000000000000000000', '1111111111'],
    ['00eb15231dfceb60925886b67d065299925915aeb172c06647', '1NS17iag9jJgTHD1VXjvLCEnZuQ3rJDE9L'],
    ['10c8511e', 'Rt5zm']] as const;
  for (const [bytes, text] of pairs) {
    assert.equal(toBase58(hex(bytes)), text);
    assert.deepEqual(fromBase58(text), hex(bytes));
  }
});

test('Base58 with a letter outside the alphabet, or longer than the limit, is refused', async () => {
  for (const text of ['0', 'O', 'I', 'l', 'a b', '2'.repeat(129)]) {
    await refuses('encoding.base58', () => fromBase58(text));
  }
});

test('Text that UTF-8 has no bytes for is refused, and a byte order mark is kept', async () => {
  await refuses('encoding.utf8', () => utf8('\ud800'));
  await refuses('encoding.utf8', () => fromUtf8(hex('c328')));
  assert.equal(fromUtf8(utf8('\ufeffkey')), '\ufeffkey');
});
