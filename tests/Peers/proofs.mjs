// Data Integrity by Digital Bazaar's suites, which keep the specification's test vectors.
import jsigs from 'jsonld-signatures';
import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import * as Ed25519Multikey from '@digitalbazaar/ed25519-multikey';
import * as jcs from '@digitalbazaar/eddsa-jcs-2022-cryptosuite';
import { cryptosuite as rdfc } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import { load } from './linkedData.mjs';

const purpose = new jsigs.purposes.AssertionProofPurpose();

// A did:key says its own document.
async function loadWithKeys(address) {
  if (!address.startsWith('did:key:')) {
    return load(address);
  }
  const [controller, fragment] = address.split('#');
  const key = controller.slice('did:key:'.length);
  const method = { '@context': 'https://w3id.org/security/multikey/v1', id: `${controller}#${key}`, type: 'Multikey', controller, publicKeyMultibase: key };
  const document = fragment === undefined
    ? { '@context': 'https://www.w3.org/ns/did/v1', id: controller, verificationMethod: [method], assertionMethod: [method.id] }
    : method;
  return { contextUrl: null, documentUrl: address, document };
}

export async function signDocument({ document, seed, cryptosuite, date }) {
  const key = await Ed25519Multikey.generate({ seed: Buffer.from(seed, 'hex') });
  key.controller = `did:key:${key.publicKeyMultibase}`;
  key.id = `${key.controller}#${key.publicKeyMultibase}`;
  const suite = new DataIntegrityProof({
    signer: key.signer(), date, cryptosuite: cryptosuite === 'eddsa-jcs-2022' ? jcs.createSignCryptosuite() : rdfc,
  });
  return jsigs.sign(document, { suite, purpose, documentLoader: loadWithKeys });
}

export async function verifyDocument({ document, cryptosuite }) {
  const suite = new DataIntegrityProof({ cryptosuite: cryptosuite === 'eddsa-jcs-2022' ? jcs.createVerifyCryptosuite() : rdfc });
  const result = await jsigs.verify(document, { suite, purpose, documentLoader: loadWithKeys });
  const reason = result.error?.errors?.[0] ?? result.error;
  return { verified: result.verified, reason: reason ? String(reason.message) : null };
}
