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

interface Filled {
  said: Said;
  body: URLSearchParams;
  parts: Map<string, string>;
}

/** A signed record whose answer never came, and what the form said then. */
interface Unanswered {
  filled: string;
  signed: string;
}

const comparedChoices = ['category', 'visibility'];

export function bindRecord(form: HTMLFormElement, kind: Kind): void {
  takeNamesOff(form);
  const did = attribute(form, 'did');
  keepReady(form, async () => await findPassport(did) !== undefined);
  let unanswered: Unanswered | undefined;
  form.addEventListener('submit', event => {
    event.preventDefault();
    clearErrors(form);
    const button = event.submitter instanceof HTMLButtonElement ? event.submitter : null;
    // Read before the button is disabled, or its own name and value would be missing.
    const entries = [...new FormData(form, button)];
    void busily(form, button, 'Preparing…', async say => {
      const filled = whatWasSaid(form, kind, entries);
      const words = JSON.stringify([filled.body.toString(), ...filled.parts]);
      // The server may have kept the record although we heard nothing: the same one again makes no second.
      const signed = unanswered?.filled === words ? unanswered.signed : await sign(form, kind, filled, say);
      unanswered = { filled: words, signed };
      return await send(form, signed, say).catch(why => {
        unanswered = isSilence(why) ? unanswered : undefined;
        throw why;
      });
    }, why => showFailure(form, why));
  });
}

async function sign(form: HTMLFormElement, kind: Kind, { said, body, parts }: Filled, say: Say): Promise<string> {
  if (await findPassport(said.did) === undefined) {
    throw new Refused('keystore.absent');
  }
  const drafted = await postForm(handlerUrl(form, 'Draft'), body);
  const draft = checkDraft(drafted.body['document'], said);
  say('Waiting for your passphrase…');
  const signed = await withSeed(said.did, seed => {
    say('Signing…');
    return signRecord(draft, parts, said.nodeKey, seed, new Date(drafted.serverNow));
  });
  return writeRecord(kind === 'publish' ? signed : { record: signed.record });
}

async function send(form: HTMLFormElement, signed: string, say: Say): Promise<'leave'> {
  say('Sending…');
  const answer = await postJson(handlerUrl(form, 'Signed'), signed, form);
  location.assign(ownUrl(String(answer.body['location'] ?? location.href)));
  return 'leave';
}

function isSilence(why: unknown): boolean {
  return why instanceof Refused && (why.code === 'net.unreachable' || why.code === 'net.answer');
}

/** The page has to say what it asks for; a draft that cannot be compared is not signed. */
function whatWasSaid(form: HTMLFormElement, kind: Kind, entries: Entries): Filled {
  const inputs = kind === 'publish' ? privateInputs(form) : [];
  const parts = partsOf(inputs);
  const said: Said = {
    did: attribute(form, 'did'),
    nodeKey: attribute(form, 'nodeKey'),
    type: form.dataset['type'] ?? valueOf(entries, 'type') ?? '',
    title: valueOf(entries, 'title'),
    summary: valueOf(entries, 'summary'),
    choices: Object.fromEntries(comparedChoices.map(name => [name, valueOf(entries, name)])),
    item: form.dataset['item'] || undefined,
    parts: [...parts.keys()],
  };
  if (said.did === '' || said.nodeKey === '' || said.type === '' || (kind === 'publish' && said.title === undefined)) {
    throw new Refused('page.incomplete');
  }
  return { said, body: draftBody(entries, inputs), parts };
}
