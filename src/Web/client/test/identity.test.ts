import assert from 'node:assert/strict';
import { test } from 'node:test';
import { canonicalize } from '../crypto/jcs.ts';
import { stateIdentity } from '../flows/identity.ts';
import { asha } from './people.ts';

// The same words, key and time as in CheckingIdentityProofs of the protocol's own tests: what one signs, the other takes.
const signed = '{"alsoKnownAs":"https://n.test/u/asha","proof":{"created":"2026-11-25T08:12:31Z","cryptosuite":"eddsa-jcs-2022","proofPurpose":"assertionMethod","proofValue":"zgPFuqjgdYXn4J7XgvSDHdr3xykQyxPzrknWBRUtdded6iadSjMyqRPtPyHWCPGbkXMScK7rpfQUArYpJM9qXoiU","type":"DataIntegrityProof","verificationMethod":"did:key:z6Mkon3Necd6NkkyfoGoHxid2znGc59LU3K7mubaRcFbLfLX"},"subject":"did:key:z6Mkon3Necd6NkkyfoGoHxid2znGc59LU3K7mubaRcFbLfLX","type":"VerifiableIdentityStatement"}';

test('A statement that an account is a passport’s is what the protocol writes, to the byte', async () => {
  const statement = await stateIdentity(asha.did, 'https://n.test/u/asha', asha.seed, new Date('2026-11-25T08:12:31Z'));

  assert.equal(canonicalize(statement), signed);
});
