// JSON-LD by jsonld, RDFC-1.0 by rdf-canonize. Contexts come from the tests: nothing is fetched.
import jsonld from 'jsonld';
import * as rdfCanonize from 'rdf-canonize';

let contexts = {};

export function setContexts(request) {
  contexts = request.contexts;
}

export async function load(address) {
  if (contexts[address] === undefined) {
    throw new Error(`There is no document at ${address}.`);
  }
  return { contextUrl: null, documentUrl: address, document: contexts[address] };
}

const options = { documentLoader: load, safe: false };

export const expand = ({ document }) => jsonld.expand(document, options);

export const compact = ({ document, context }) => jsonld.compact(document, context, options);

export const toRdf = ({ document }) => jsonld.toRDF(document, { ...options, format: 'application/n-quads' });

export const canonicalize = ({ quads }) =>
  rdfCanonize.canonize(quads, { algorithm: 'RDFC-1.0', inputFormat: 'application/n-quads', format: 'application/n-quads', maxWorkFactor: 2 });
