/**
 * Data Integrity proofs with the cryptosuite eddsa-jcs-2022 (W3C vc-di-eddsa §3.3, FEP-8b32).
 * Signed bytes: SHA-256(JCS(proof options)) ‖ SHA-256(JCS(document)), Ed25519 over these 64 bytes.
 * The proof carries the document's own `@context`, element by element, so neither can be swapped alone.
 */
import { didOfSeed, parseDidKey, verificationMethodOf } from './didkey.ts';
import { signBytes, verifyBytes } from './ed25519.ts';
import { type Bytes, concat, fromBase58, toBase58, utf8 } from './encoding.ts';
import { canonicalize } from './jcs.ts';
import { demand } from './refusal.ts';
import { loadSodium } from './sodium.ts';

export type Document = Record<string, unknown>;

/** `created` is UTC to the second; `proofValue` is multibase base58btc of 64 bytes. */
export interface Proof {
  '@context'?: unknown;
  type: 'DataIntegrityProof';
  cryptosuite: 'eddsa-jcs-2022';
  created: string;
  verificationMethod: string;
  proofPurpose: 'assertionMethod';
  proofValue: string;
}

export type Signed<T extends Document = Document> = T & { proof: Proof };

const signatureLength = 64;

/**
 * Signs with the key of a seed of 32 bytes; a document that already has a proof is refused. `method` names the key
 * otherwise than by its URL.
 */
export async function signDocument<T extends Document>(
  document: T, seed: Uint8Array, created: Date, method?: string): Promise<Signed<T>> {
  demand(!('proof' in document), 'proof.form');
  const options = {
    ...('@context' in document ? { '@context': document['@context'] } : {}),
    type: 'DataIntegrityProof' as const,
    cryptosuite: 'eddsa-jcs-2022' as const,
    created: created.toISOString().replace(/\.\d+Z$/, 'Z'),
    verificationMethod: method ?? verificationMethodOf(await didOfSeed(seed)),
    proofPurpose: 'assertionMethod' as const,
  };
  const signature = await signBytes(await signedBytes(document, options), seed);
  return { ...document, proof: { ...options, proofValue: `z${toBase58(signature)}` } };
}

/** Passes only a document signed by exactly this identity; everything else is refused by name. */
export async function verifyDocument(signed: unknown, signer: string): Promise<Document> {
  demand(isObject(signed), 'proof.form');
  const { proof, ...document } = signed;
  const options = readOptions(proof);
  demand(options.verificationMethod === verificationMethodOf(signer), 'proof.signer');
  demand(sameContext(document, options), 'proof.context');
  const { proofValue, ...config } = options;
  const key = await parseDidKey(signer);
  demand(await verifyBytes(readSignature(proofValue), await signedBytes(document, config), key), 'proof.signature');
  return document;
}

/** The 64 bytes under the signature. */
export async function signedBytes(document: Document, options: Document): Promise<Bytes> {
  const sodium = await loadSodium();
  return concat(
    sodium.crypto_hash_sha256(utf8(canonicalize(options))),
    sodium.crypto_hash_sha256(utf8(canonicalize(document))));
}

function readOptions(proof: unknown): Proof & Document {
  demand(isObject(proof)
    && proof['type'] === 'DataIntegrityProof'
    && proof['cryptosuite'] === 'eddsa-jcs-2022'
    && proof['proofPurpose'] === 'assertionMethod'
    && typeof proof['verificationMethod'] === 'string'
    && typeof proof['proofValue'] === 'string'
    && isInstant(proof['created']), 'proof.form');
  return proof as Proof & Document;
}

function sameContext(document: Document, proof: Document): boolean {
  return '@context' in document
    ? '@context' in proof && canonicalize(document['@context']) === canonicalize(proof['@context'])
    : !('@context' in proof);
}

function readSignature(proofValue: string): Bytes {
  demand(proofValue.startsWith('z'), 'proof.form');
  const signature = fromBase58(proofValue.slice(1));
  demand(signature.length === signatureLength, 'proof.form');
  return signature;
}

/** A date and time with a zone that exists in the calendar (`2026-02-30` does not). */
function isInstant(value: unknown): boolean {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}T[0-2]\d:[0-5]\d:[0-5]\d(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$/.test(value)) {
    return false;
  }
  const local = new Date(`${value.slice(0, 19)}Z`);
  return !Number.isNaN(local.getTime()) && local.toISOString().startsWith(value.slice(0, 19));
}

export function isObject(value: unknown): value is Document {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
