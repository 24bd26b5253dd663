/**
 * Opens a release: a grant signed by the node that decides about the item, for this holder, valid now, whose box holds
 * the very key the grant commits to. An anonymous box alone proves nothing about its sender, so all of it is checked.
 */
import { fromBase64Url } from '../crypto/encoding.ts';
import { keyCommitment, openKeyBox, openPart } from '../crypto/payload.ts';
import { type Document, isObject, verifyDocument } from '../crypto/proof.ts';
import { demand } from '../crypto/refusal.ts';

export interface OpenedPart {
  name: string;
  label: string;
  text: string;
}

/** `expires` is Unix time in milliseconds, by the server's clock. */
export interface Release {
  parts: OpenedPart[];
  expires: number;
}

export interface Reader {
  did: string;
  nodeDid: string;
  seed: Uint8Array;
  /** The item that the page is about, when it says so. */
  item?: string | undefined;
  /** Unix time in milliseconds, by the server's clock. */
  now: number;
}

/** How far a start may lie ahead of our idea of the server's time, in milliseconds. */
const skew = 60_000;

interface Grant {
  item: string;
  version: number;
  keyId: string;
  commitment: string;
  expires: number;
}

/** All parts or none. */
export async function openRelease(answer: unknown, reader: Reader): Promise<Release> {
  demand(isObject(answer) && typeof answer['box'] === 'string' && Array.isArray(answer['parts']), 'grant.form');
  const grant = readGrant(await verifyDocument(answer['grant'], reader.nodeDid), reader);
  const dataKey = await openKeyBox(fromBase64Url(answer['box']), reader.seed);
  try {
    demand(await keyCommitment(dataKey) === grant.commitment, 'grant.key');
    const parts: OpenedPart[] = [];
    for (const part of answer['parts']) {
      const { name, label, ciphertext } = readPart(part);
      demand(parts.every(other => other.name !== name), 'grant.form');
      parts.push({ name, label, text: await openPart(fromBase64Url(ciphertext), { ...grant, part: name }, dataKey) });
    }
    return { parts, expires: grant.expires };
  } finally {
    dataKey.fill(0);
  }
}

function readGrant(grant: Document, reader: Reader): Grant {
  const { type, item, version, keyId, holder, keyCommitment: commitment } = grant;
  demand(type === 'KeyGrant' && typeof item === 'string' && typeof commitment === 'string', 'grant.form');
  demand(typeof version === 'number' && Number.isSafeInteger(version) && version > 0, 'grant.form');
  demand(item.startsWith('urn:uuid:') && keyId === `k-${item.slice('urn:uuid:'.length)}-${version}`, 'grant.form');
  demand(reader.item === undefined || item === reader.item, 'grant.form');
  demand(holder === reader.did, 'grant.holder');
  const notBefore = Date.parse(String(grant['notBefore']));
  const expires = Date.parse(String(grant['expires']));
  demand(notBefore <= reader.now + skew && reader.now < expires, 'grant.time');
  return { item, version, keyId, commitment, expires };
}

function readPart(part: unknown): { name: string; label: string; ciphertext: string } {
  demand(isObject(part), 'grant.form');
  const { name, label, ciphertext } = part;
  demand(typeof name === 'string' && typeof ciphertext === 'string', 'grant.form');
  return { name, ciphertext, label: typeof label === 'string' && label !== '' ? label : name };
}
