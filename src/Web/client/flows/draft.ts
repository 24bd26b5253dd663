/**
 * A draft is what the server would like a passport to sign. It is signed only when it says what the form said: in whose
 * name, for which server, what kind, which words, which private parts, and in no other vocabulary than ours.
 */
import { type Document, isObject } from '../crypto/proof.ts';
import { demand } from '../crypto/refusal.ts';

/** What the form said. What is absent was not said and is not compared. */
export interface Said {
  did: string;
  nodeKey: string;
  type: string;
  title?: string | undefined;
  summary?: string | undefined;
  /** What was chosen from a list and stands in the draft under the same name, in any case: category, visibility. */
  choices?: Record<string, string | undefined>;
  /** The id that a revision, or an answer to something, has to name. */
  item?: string | undefined;
  /** The names of the parts to be sealed. */
  parts: string[];
}

export type Draft = Document & { id: string; version?: number; payload?: { keyId: string; parts: { name: string }[] } };

const vocabulary = [
  'https://www.w3.org/ns/activitystreams',
  'https://w3id.org/security/data-integrity/v2',
  'https://w3id.org/postmoney/ns/v1',
];

const uuidUrn = /^urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Members in which a document names what it is about. */
const subjects = ['id', 'object', 'item', 'need', 'offer', 'assignment', 'assignmentId', 'target', 'inReplyTo'];

export function checkDraft(draft: unknown, said: Said): Draft {
  demand(isObject(draft) && !('proof' in draft), 'draft.form');
  const context = draft['@context'];
  demand(Array.isArray(context) && context.length > 0 && context.every(name => vocabulary.includes(name)), 'draft.context');
  demand(typeof draft['id'] === 'string' && uuidUrn.test(draft['id']), 'draft.id');
  demand(said.item === undefined || subjects.some(name => draft[name] === said.item), 'draft.id');
  demand(draft['attributedTo'] === said.did, 'draft.issuer');
  demand(draft['authority'] === said.nodeKey, 'draft.authority');
  demand(draft['type'] === said.type, 'draft.type');
  demand(said.title === undefined || sameWords(said.title, draft['title']), 'draft.differs', 'title');
  demand(said.summary === undefined || sameWords(said.summary, draft['summary']), 'draft.differs', 'summary');
  for (const [name, choice] of Object.entries(said.choices ?? {})) {
    demand(choice === undefined || sameWords(choice.toLowerCase(), lowerCased(draft[name])), 'draft.differs', name);
  }
  checkPayload(draft, said.parts);
  return draft as Draft;
}

/** The draft asks for exactly the parts that were filled in, under the key id of this item and version. */
function checkPayload(draft: Document, filled: string[]): void {
  const { payload, version } = draft;
  if (payload === undefined) {
    demand(filled.length === 0, 'draft.payload');
    return;
  }
  demand(isObject(payload) && Object.keys(payload).sort().join() === 'keyId,parts', 'draft.payload');
  demand(typeof version === 'number' && Number.isSafeInteger(version) && version > 0, 'draft.payload');
  demand(payload['keyId'] === `k-${String(draft['id']).slice('urn:uuid:'.length)}-${version}`, 'draft.payload');
  demand(Array.isArray(payload['parts']), 'draft.payload');
  const asked = payload['parts'].map(part => isObject(part) && Object.keys(part).join() === 'name' ? part['name'] : undefined);
  demand(asked.length > 0 && asked.length === filled.length, 'draft.payload');
  demand(filled.every(name => asked.includes(name)), 'draft.payload');
}

function lowerCased(drafted: unknown): unknown {
  return typeof drafted === 'string' ? drafted.toLowerCase() : drafted;
}

/** The same words, apart from how a form sends line ends and outer white space. An empty field may be left out. */
function sameWords(said: string, drafted: unknown = ''): boolean {
  const plain = (text: string): string => text.replace(/\r\n?/g, '\n').trim().normalize('NFC');
  return typeof drafted === 'string' && plain(said) === plain(drafted);
}
