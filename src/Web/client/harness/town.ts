/** A node in memory that keeps to the wire contract, and lies on request (`?lie=`), so that refusals can be seen. */
import { didOfSeed, parseDidKey } from '../crypto/didkey.ts';
import { verifyBytes } from '../crypto/ed25519.ts';
import { fromBase64Url, toBase64Url, utf8 } from '../crypto/encoding.ts';
import { keyCommitment, newDataKey, openKeyBox, openPart, partDigest, sealKeyFor } from '../crypto/payload.ts';
import { type Document, signDocument, verifyDocument } from '../crypto/proof.ts';
import { challengeText } from '../flows/challenge.ts';

export interface Reply {
  status: number;
  body?: unknown;
}

interface Posted {
  record: Document & { payload?: { keyId: string; parts: { name: string; digest: string }[] } };
  sealedKey?: string;
  parts?: { name: string; ciphertext: string }[];
}

const seed = new Uint8Array(32).fill(90);
const liar = new Uint8Array(32).fill(91);

export const nodeDid = await didOfSeed(seed);
export const origin = 'http://localhost:8099';

/** How long a release lasts, in milliseconds. */
const grantLasts = 20_000;

/** Who signed in last, and what was published last. One reader at a time is enough here. */
export const town: { member?: string; posted?: Posted; opened: Record<string, string> } = { opened: {} };

export const challenge = { nonce: 'aGFybmVzcy1ub25jZQ', expires: '2099-01-01T00:00:00Z' };

export async function admit(purpose: 'join' | 'sign-in', form: URLSearchParams): Promise<Reply> {
  const did = form.get('Did') ?? '';
  const text = challengeText({ purpose, origin, did, ...challenge });
  const signed = await verifyBytes(fromBase64Url(form.get('Signature') ?? ''), utf8(text), await parseDidKey(did));
  if (!signed || form.get('Nonce') !== challenge.nonce || (purpose === 'join' && form.get('Invitation') !== 'welcome-42')) {
    return { status: 401 };
  }
  town.member = did;
  return { status: 303 };
}

export function draft(form: URLSearchParams, type: string, lie: string | null): Reply {
  const title = form.get('Title') ?? '';
  if (title.startsWith('Bad')) {
    return { status: 422, body: { errors: [{ field: 'Title', message: 'Please choose another title.' }, { field: 'payload.accessCode', message: 'This code looks too short.' }] } };
  }
  const id = crypto.randomUUID();
  const sealed = form.getAll('sealed');
  const document = {
    '@context': ['https://www.w3.org/ns/activitystreams', 'https://w3id.org/security/data-integrity/v2', 'https://w3id.org/postmoney/ns/v1'],
    id: `urn:uuid:${id}`, type, version: 1, attributedTo: town.member, authority: nodeDid,
    ...(title === '' ? {} : { title: title.trim() }),
    ...(form.get('Summary') ? { summary: form.get('Summary')?.replaceAll('\r\n', '\n').trim() } : {}),
    ...(sealed.length === 0 ? {} : { payload: { keyId: `k-${id}-1`, parts: sealed.map(name => ({ name })) } }),
    published: new Date().toISOString().replace(/\.\d+Z/, 'Z'),
  };
  const lies: Record<string, Document> = {
    title: { title: 'Something else' }, issuer: { attributedTo: nodeDid }, type: { type: 'Confession' }, payload: { payload: undefined },
  };
  return { status: 200, body: { document: { ...document, ...lies[lie ?? ''] } } };
}

export async function accept(posted: Posted): Promise<Reply> {
  await verifyDocument(posted.record, town.member ?? '');
  town.posted = posted;
  town.opened = {};
  const { payload, id, version } = posted.record;
  if (payload !== undefined) {
    const key = await openKeyBox(fromBase64Url(posted.sealedKey ?? ''), seed);
    for (const [at, { name, ciphertext }] of (posted.parts ?? []).entries()) {
      const sealed = fromBase64Url(ciphertext);
      if (payload.parts[at]?.digest !== await partDigest(sealed)) {
        return { status: 400 };
      }
      town.opened[name] = await openPart(sealed, { item: String(id), part: name, version: Number(version), keyId: payload.keyId }, key);
    }
  }
  return { status: 200, body: { location: '/published' } };
}

export async function grant(lie: string | null): Promise<Reply> {
  const { record, sealedKey, parts = [] } = town.posted ?? {};
  if (record?.payload === undefined || sealedKey === undefined || town.member === undefined) {
    return { status: 404 };
  }
  const dataKey = lie === 'key' ? await newDataKey() : await openKeyBox(fromBase64Url(sealedKey), seed);
  const statement = {
    '@context': record['@context'], id: `urn:uuid:${crypto.randomUUID()}`, type: 'KeyGrant', item: record['id'], version: record['version'],
    keyId: record.payload.keyId, holder: lie === 'holder' ? nodeDid : town.member, notBefore: new Date().toISOString(),
    expires: new Date(Date.now() + grantLasts).toISOString(),
    keyCommitment: await keyCommitment(await openKeyBox(fromBase64Url(sealedKey), seed)),
  };
  return {
    status: 200,
    body: {
      grant: await signDocument(statement, lie === 'node' ? liar : seed, new Date()),
      box: toBase64Url(await sealKeyFor(dataKey, town.member)),
      parts: parts.map(part => ({ ...part, label: part.name === 'accessCode' ? 'Access code' : 'Note' })),
    },
  };
}
