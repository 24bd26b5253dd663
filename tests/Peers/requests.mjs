// HTTP signatures: the older draft by PeerTube's library, RFC 9421 by http-message-signatures.
import { createHash, createPublicKey } from 'node:crypto';
import cavage from '@peertube/http-signature';
import { createSigner, createVerifier, httpbis } from 'http-message-signatures';

const digestOf = (body) => createHash('sha256').update(Buffer.from(body, 'base64')).digest('base64');

// request: { method, url, headers: {name: value}, body in base64 }
export async function signRequest({ scheme, request, secretKey, keyId, algorithm }) {
  const url = new URL(request.url);
  const headers = { ...request.headers };
  if (scheme === 'Cavage') {
    headers.digest = `SHA-256=${digestOf(request.body)}`;
    const outgoing = {
      method: request.method,
      path: url.pathname + url.search,
      getHeader: (name) => headers[name.toLowerCase()],
      setHeader: (name, value) => { headers[name.toLowerCase()] = value; },
    };
    cavage.sign(outgoing, { key: secretKey, keyId, algorithm, authorizationHeaderName: 'signature', headers: ['(request-target)', 'host', 'date', 'digest'] });
    headers.signature = headers.signature.replace(/^Signature /, '');
    return headers;
  }
  headers['content-digest'] = `sha-256=:${digestOf(request.body)}:`;
  const signed = await httpbis.signMessage({
    key: createSigner(secretKey, algorithm, keyId),
    fields: ['@method', '@target-uri', '@authority', 'content-digest'],
    params: ['created', 'keyid', 'alg'],
  }, { ...request, headers });
  return signed.headers;
}

export async function verifyRequest({ scheme, request, publicKey, algorithm }) {
  const url = new URL(request.url);
  const { headers } = request;
  if (scheme === 'Cavage') {
    if (headers.digest !== `SHA-256=${digestOf(request.body)}`) {
      return false;
    }
    const parsed = cavage.parse(
      { method: request.method, url: url.pathname + url.search, httpVersion: '1.1', headers },
      { authorizationHeaderName: 'signature', headers: ['(request-target)', 'host', 'date', 'digest'] });
    // It finds the hash by the algorithm that the request names; hs2019 leaves it to the key.
    parsed.algorithm = parsed.algorithm === 'HS2019' ? 'RSA-SHA256' : parsed.algorithm;
    return cavage.verifySignature(parsed, publicKey);
  }
  if (headers['content-digest'] !== `sha-256=:${digestOf(request.body)}:`) {
    return false;
  }
  const verify = createVerifier(createPublicKey(publicKey), algorithm);
  return await httpbis.verifyMessage({
    requiredFields: ['@method', 'content-digest'],
    keyLookup: async ({ keyid }) => ({ id: keyid, algs: [algorithm], verify }),
  }, request) === true;
}
