// What came in, and what Fedify says of it. Fedify believes an activity for any one of its signatures; here each is asked about.
import { verifyJsonLd, verifyObject, verifyProof, verifyRequestDetailed } from '@fedify/fedify/sig';
import { Activity, Object as AnyObject } from '@fedify/vocab';
import { instance } from './node.mjs';
import { toRequest } from './transport.mjs';

export class Inspection {
  requests = [];
  received = [];
  #node;
  #keys = new Map();

  constructor(node) {
    this.#node = node;
  }

  async pass(message) {
    const isForInbox = message.method === 'POST' && new URL(message.url).pathname.endsWith('/inbox');
    const record = { inbox: new URL(message.url).pathname, isHandled: false, document: null };
    const response = await this.#node.federation.fetch(toRequest(message), { contextData: record });
    const headers = new Headers(message.headers);
    this.requests.push({
      method: message.method,
      path: new URL(message.url).pathname + new URL(message.url).search,
      host: headers.get('host'),
      userAgent: headers.get('user-agent'),
      accept: headers.get('accept'),
      scheme: schemeOf(headers),
      status: response.status,
    });
    if (isForInbox) {
      this.received.push({ ...record, status: response.status, body: message.body.toString('utf8'), ...(await this.#read(message)) });
    }
    return response;
  }

  async #read(message) {
    const options = await this.#options();
    const { verified, reason } = await verifyRequestDetailed(toRequest(message), options);
    const request = { scheme: schemeOf(new Headers(message.headers)), isRequestVerified: verified, requestProblem: reason?.type ?? null };
    let raw;
    try {
      raw = JSON.parse(message.body);
    } catch {
      raw = null;
    }
    if (typeof raw !== 'object' || raw === null) {
      return { type: null, id: null, actor: null, ...request, isLinkedDataSignatureVerified: null, proofs: [], isProofVerified: null, proofProblem: null };
    }
    return {
      type: [raw.type].flat()[0] ?? null,
      id: raw.id ?? null,
      actor: raw.actor?.id ?? raw.actor ?? null,
      ...request,
      isLinkedDataSignatureVerified: raw.signature === undefined ? null : await verifyJsonLd(raw, options).catch(() => false),
      ...(await this.proofs(raw, Activity)),
    };
  }

  // FEP-8b32. An LD signature laid over the proof is not part of what the proof says.
  async proofs({ signature, ...document }, kind = AnyObject) {
    const options = await this.#options();
    const proofs = [];
    let isProofVerified = null;
    try {
      const object = await kind.fromJsonLd(document, options);
      for await (const proof of object.getProofs(options)) {
        const key = await verifyProof(document, proof, options);
        proofs.push({ method: proof.verificationMethodId?.href ?? null, isVerified: key !== null });
      }
      isProofVerified = proofs.length === 0 ? null : (await verifyObject(kind, document, options)) !== null;
    } catch (error) {
      return { proofs, isProofVerified: false, proofProblem: String(error.message) };
    }
    return { proofs, isProofVerified, proofProblem: null };
  }

  // Keys found once are kept; Fedify looks again where a kept one does not fit.
  async #options() {
    const context = this.#node.context();
    const keyCache = {
      get: async (id) => this.#keys.get(id.href),
      set: async (id, key) => { if (key !== null) { this.#keys.set(id.href, key); } },
    };
    return { documentLoader: await context.getDocumentLoader({ identifier: instance }), contextLoader: context.contextLoader, keyCache };
  }
}

export async function documentOf(object, context) {
  return object.toJsonLd({ format: 'compact', contextLoader: context.contextLoader });
}

function schemeOf(headers) {
  return headers.has('signature-input') ? 'rfc9421' : headers.has('signature') ? 'cavage' : null;
}
