import assert from 'node:assert/strict';
import { test } from 'node:test';
import { canonicalize } from '../crypto/jcs.ts';
import { refuses } from './people.ts';
import { readJson, readText, suite } from './suites.ts';

for (const name of ['arrays', 'french', 'structures', 'unicode', 'values', 'weird']) {
  test(`The published document "${name}" gets its published canonical bytes`, suite('jcs'), () => {
    const expected = readText(`jcs/testdata/outhex/${name}.txt`).trim().split(/\s+/).join('');
    const canonical = canonicalize(readJson(`jcs/testdata/input/${name}.json`));
    assert.equal(Buffer.from(canonical, 'utf8').toString('hex'), expected);
  });
}

test('The numbers of RFC 8785 appendix B are written as it says', suite('jcs'), async () => {
  const { vectors } = readJson<{ vectors: { ieee: string; json: string | null }[] }>('jcs/numbers/rfc8785-appendix-b.json');
  assert.ok(vectors.length > 20);
  for (const { ieee, json } of vectors) {
    const number = Buffer.from(ieee, 'hex').readDoubleBE();
    if (json === null) {
      await refuses('jcs.value', () => canonicalize(number));
    } else {
      assert.equal(canonicalize(number), json);
    }
  }
});

test('Ten thousand published numbers are written as ECMAScript writes them', suite('jcs'), () => {
  const lines = readText('jcs/numbers/es6testfile10k.txt').trim().split('\n');
  assert.ok(lines.length >= 10_000);
  for (const line of lines) {
    const [ieee = '', json] = line.split(',');
    assert.equal(canonicalize(Buffer.from(ieee.padStart(16, '0'), 'hex').readDoubleBE()), json);
  }
});

test('Members sort by UTF-16 code unit, not by code point', () => {
  assert.equal(canonicalize({ '\ufb33': 1, '\u{1f600}': 2, a: 3 }), '{"a":3,"\u{1f600}":2,"\ufb33":1}');
});

test('What JSON has no word for is refused', async () => {
  const cyclic: unknown[] = [];
  cyclic.push(cyclic);
  for (const value of [undefined, NaN, Infinity, 1n, () => 1, new Date(0), { a: undefined }, '\udc00', { '\ud800': 1 }, cyclic]) {
    await refuses('jcs.value', () => canonicalize(value));
  }
});
