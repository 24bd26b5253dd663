import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseDidKey } from '../crypto/didkey.ts';
import { verifyBytes } from '../crypto/ed25519.ts';
import { fromBase64Url, utf8 } from '../crypto/encoding.ts';
import { answerChallenge, challengeText } from '../flows/challenge.ts';
import { asha, refuses } from './people.ts';

const challenge = { purpose: 'sign-in', origin: 'https://node.example', did: asha.did, nonce: 'bm9uY2U', expires: '2026-11-25T08:14:31Z' } as const;

test('The text to sign in is the one of the contract, and Asha signs its bytes', async () => {
  const text = `postmoney/sign-in/v1\nhttps://node.example\n${asha.did}\nbm9uY2U\n2026-11-25T08:14:31Z`;
  assert.equal(challengeText(challenge), text);
  assert.ok(await verifyBytes(fromBase64Url(await answerChallenge(challenge, asha.seed)), utf8(text), await parseDidKey(asha.did)));
});

test('A signature to join does not sign in', async () => {
  const joined = fromBase64Url(await answerChallenge({ ...challenge, purpose: 'join' }, asha.seed));
  assert.equal(await verifyBytes(joined, utf8(challengeText(challenge)), await parseDidKey(asha.did)), false);
});

test('A challenge with a line end in it is not signed', async () => {
  for (const change of [{ nonce: 'a\nb' }, { expires: '' }, { origin: 'https://node.example\r' }]) {
    await refuses('page.incomplete', () => answerChallenge({ ...challenge, ...change }, asha.seed));
  }
});
