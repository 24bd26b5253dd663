import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkDraft, type Said } from '../flows/draft.ts';
import { asha, bilal, node, otherNode, refuses } from './people.ts';

const uuid = '019ab000-0000-7000-8000-000000000001';
const said: Said = {
  did: asha.did, nodeKey: node.did, type: 'Need', title: 'A ladder', parts: ['accessCode', 'note'],
  summary: 'Two lines\r\nof text ', choices: { category: 'need.tool@v1', visibility: 'Node' },
};
const draft = {
  '@context': ['https://www.w3.org/ns/activitystreams', 'https://w3id.org/security/data-integrity/v2', 'https://w3id.org/postmoney/ns/v1'],
  id: `urn:uuid:${uuid}`, type: 'Need', version: 1, attributedTo: asha.did, authority: node.did,
  category: 'need.tool@v1', title: 'A ladder', summary: 'Two lines\nof text', visibility: 'node',
  payload: { keyId: `k-${uuid}-1`, parts: [{ name: 'note' }, { name: 'accessCode' }] },
};

test('A draft that says what the form said is signed', () => {
  assert.equal(checkDraft(draft, said), draft);
});

const refused: [string, string, Record<string, unknown>][] = [
  ['in the name of somebody else', 'draft.issuer', { attributedTo: bilal.did }],
  ['in nobody’s name', 'draft.issuer', { attributedTo: undefined }],
  ['in the names of two', 'draft.issuer', { attributedTo: [asha.did] }],
  ['for another node', 'draft.authority', { authority: otherNode.did }],
  ['of another kind', 'draft.type', { type: 'Offer' }],
  ['of two kinds', 'draft.type', { type: ['Need', 'Offer'] }],
  ['with another title', 'draft.differs', { title: 'A lorry' }],
  ['without the title', 'draft.differs', { title: undefined }],
  ['with another summary', 'draft.differs', { summary: 'Two lines\nof other text' }],
  ['without the summary', 'draft.differs', { summary: undefined }],
  ['in another category', 'draft.differs', { category: 'need.ride@v1' }],
  ['for everyone, when the form said this node', 'draft.differs', { visibility: 'public' }],
  ['with an id that is an address', 'draft.id', { id: 'https://node.example/items/1' }],
  ['with an id that is not whole', 'draft.id', { id: 'urn:uuid:019ab000' }],
  ['with words from an unknown vocabulary', 'draft.context', { '@context': [...draft['@context'], 'https://evil.example/ns'] }],
  ['with a vocabulary of its own', 'draft.context', { '@context': [{ title: 'https://evil.example/owes' }] }],
  ['without a vocabulary', 'draft.context', { '@context': undefined }],
  ['that already has a proof', 'draft.form', { proof: {} }],
  ['without the parts', 'draft.payload', { payload: undefined }],
  ['with one part missing', 'draft.payload', { payload: { ...draft.payload, parts: [{ name: 'note' }] } }],
  ['with a part too many', 'draft.payload', { payload: { ...draft.payload, parts: [...draft.payload.parts, { name: 'more' }] } }],
  ['with a part twice', 'draft.payload', { payload: { ...draft.payload, parts: [{ name: 'note' }, { name: 'note' }] } }],
  ['with a digest already there', 'draft.payload', { payload: { ...draft.payload, parts: [{ name: 'note', digest: 'AA' }, { name: 'accessCode' }] } }],
  ['with a key already there', 'draft.payload', { payload: { ...draft.payload, key: 'AA' } }],
  ['under the key id of another version', 'draft.payload', { version: 2 }],
  ['without a version to bind the parts to', 'draft.payload', { version: undefined }],
];

for (const [what, code, change] of refused) {
  test(`A draft ${what} is not signed`, async () => {
    await refuses(code, () => checkDraft({ ...draft, ...change }, said));
  });
}

test('What is not a document is not signed', async () => {
  for (const answer of [undefined, null, 'document', [draft]]) {
    await refuses('draft.form', () => checkDraft(answer, said));
  }
});

test('A draft that seals parts nobody filled in is not signed', async () => {
  await refuses('draft.payload', () => checkDraft(draft, { ...said, parts: [] }));
});

test('A revision is signed under the id of its item alone', async () => {
  checkDraft(draft, { ...said, item: draft.id });
  await refuses('draft.id', () => checkDraft(draft, { ...said, item: `urn:uuid:${uuid.replace('1', '2')}` }));
});

test('An answer names what it answers', async () => {
  const { payload: _, ...plain } = draft;
  const accept = { ...plain, type: 'Accept', object: 'urn:uuid:019ab000-0000-7000-8000-0000000000aa' };
  const asked: Said = { did: asha.did, nodeKey: node.did, type: 'Accept', item: accept.object, parts: [] };
  checkDraft(accept, asked);
  await refuses('draft.id', () => checkDraft({ ...accept, object: draft.id }, asked));
});

test('What the form did not say is not compared, and an empty field may be left out', () => {
  const { summary: _, ...short } = draft;
  checkDraft(short, { ...said, summary: '' });
  checkDraft(draft, { ...said, title: undefined, summary: undefined, choices: {} });
});
