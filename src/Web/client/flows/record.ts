/** From a checked draft to what is posted: parts sealed under a fresh key, digests set, signed, the key boxed for the node. */
import { toBase64Url } from '../crypto/encoding.ts';
import { canonicalize } from '../crypto/jcs.ts';
import { newDataKey, partDigest, sealKeyFor, sealPart } from '../crypto/payload.ts';
import { type Signed, signDocument } from '../crypto/proof.ts';
import type { Draft } from './draft.ts';

export interface SealedPart {
  name: string;
  ciphertext: string;
}

/** The JSON that is posted; `sealedKey` is absent when nothing is sealed. */
export interface SignedRecord {
  record: Signed;
  sealedKey?: string;
  parts: SealedPart[];
}

/** `parts`: text by part name, exactly those of the draft. The data key is wiped before this returns. */
export async function signRecord(
  draft: Draft, parts: ReadonlyMap<string, string>, nodeKey: string, seed: Uint8Array, now: Date): Promise<SignedRecord> {
  if (draft.payload === undefined) {
    return { record: await signDocument(draft, seed, now), parts: [] };
  }
  const { keyId } = draft.payload;
  const dataKey = await newDataKey();
  try {
    const digests: { name: string; digest: string }[] = [];
    const sealed: SealedPart[] = [];
    for (const { name } of draft.payload.parts) {
      const ciphertext = await sealPart(
        parts.get(name) ?? '', { item: draft.id, part: name, version: draft.version ?? 0, keyId }, dataKey);
      digests.push({ name, digest: await partDigest(ciphertext) });
      sealed.push({ name, ciphertext: toBase64Url(ciphertext) });
    }
    const record = await signDocument({ ...draft, payload: { keyId, parts: digests } }, seed, now);
    return { record, sealedKey: toBase64Url(await sealKeyFor(dataKey, nodeKey)), parts: sealed };
  } finally {
    dataKey.fill(0);
  }
}

/** Sent in canonical form, so that the bytes on the wire are the bytes that were signed (with the proof added). */
export function writeRecord(signed: SignedRecord | { record: Signed }): string {
  return canonicalize(signed);
}
