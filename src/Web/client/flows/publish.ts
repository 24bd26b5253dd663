/** Publish, revise and every other record that a member-held passport signs: draft, check, seal, sign, send. */
import { Refused } from '../crypto/refusal.ts';
import { findPassport } from '../keys/keystore.ts';
import { busily, type Say } from '../ui/busy.ts';
import { clearErrors, showFailure } from '../ui/errors.ts';
import { withSeed } from '../ui/unlock.ts';
import { checkDraft, type Said } from './draft.ts';
import { draftBody, type Entries, partsOf, privateInputs, takeNamesOff, valueOf } from './fields.ts';
import { handlerUrl, ownUrl, postForm, postJson } from './post.ts';
import { attribute, keepReady } from './ready.ts';
import { signRecord, writeRecord } from './record.ts';

/** `publish` says a title and may seal parts; `sign` signs the document alone. */
type Kind = 'publish' | 'sign';

const comparedWords = ['summary', 'category', 'visibility'];

export function bindRecord(form: HTMLFormElement, kind: Kind): void {
  takeNamesOff(form);
  const did = attribute(form, 'did');
  keepReady(form, async () => await findPassport(did) !== undefined);
  form.addEventListener('submit', event => {
    event.preventDefault();
    clearErrors(form);
    const button = event.submitter instanceof HTMLButtonElement ? event.submitter : null;
    // Read before the button is disabled, or its own name and value would be missing.
    const entries = [...new FormData(form, button)];
    void busily(form, button, 'Preparing…', say => signAndSend(form, kind, entries, say), why => showFailure(form, why));
  });
}

async function signAndSend(form: HTMLFormElement, kind: Kind, entries: Entries, say: Say): Promise<'leave'> {
  const inputs = kind === 'publish' ? privateInputs(form) : [];
  const parts = partsOf(inputs);
  const said = whatWasSaid(form, kind, entries, [...parts.keys()]);
  if (await findPassport(said.did) === undefined) {
    throw new Refused('keystore.absent');
  }
  const drafted = await postForm(handlerUrl(form, 'Draft'), draftBody(entries, inputs));
  const draft = checkDraft(drafted.body['document'], said);
  say('Waiting for your passphrase…');
  const signed = await withSeed(said.did, seed => {
    say('Signing…');
    return signRecord(draft, parts, said.nodeKey, seed, new Date(drafted.serverNow));
  });
  say('Sending…');
  const body = writeRecord(kind === 'publish' ? signed : { record: signed.record });
  const answer = await postJson(handlerUrl(form, 'Signed'), body, form);
  location.assign(ownUrl(String(answer.body['location'] ?? location.href)));
  return 'leave';
}

/** The page has to say what it asks for; a draft that cannot be compared is not signed. */
function whatWasSaid(form: HTMLFormElement, kind: Kind, entries: Entries, parts: string[]): Said {
  const said: Said = {
    did: attribute(form, 'did'),
    nodeKey: attribute(form, 'nodeKey'),
    type: form.dataset['type'] ?? valueOf(entries, 'type') ?? '',
    title: valueOf(entries, 'title'),
    words: Object.fromEntries(comparedWords.map(name => [name, valueOf(entries, name)])),
    item: form.dataset['item'],
    parts,
  };
  if (said.did === '' || said.nodeKey === '' || said.type === '' || (kind === 'publish' && said.title === undefined)) {
    throw new Refused('page.incomplete');
  }
  return said;
}
