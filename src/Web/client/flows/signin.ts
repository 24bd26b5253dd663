/** Signing in: the passport answers the page's challenge, and the browser posts the form as it is. */
import { Refused } from '../crypto/refusal.ts';
import { listPassports } from '../keys/keystore.ts';
import { busily, type Say } from '../ui/busy.ts';
import { passportChoice } from '../ui/choice.ts';
import { clearErrors, showFailure } from '../ui/errors.ts';
import { withSeed } from '../ui/unlock.ts';
import { answerChallenge, type Challenge } from './challenge.ts';
import { inputNamed } from './fields.ts';
import { attribute, keepReady } from './ready.ts';

export function bindSignIn(form: HTMLFormElement): void {
  keepReady(form, async () => (await listPassports()).length > 0);
  const choice = passportChoice(form, { mayMake: false });
  onAnswer(form, say => answer(form, 'sign-in', choice.chosen, say));
}

/** Signs for the passport that `choose` gives, fills the form and lets the browser post it. */
export async function answer(
  form: HTMLFormElement, purpose: Challenge['purpose'], choose: (say: Say) => Promise<string>, say: Say): Promise<'leave'> {
  const nonce = attribute(form, 'nonce');
  const expires = attribute(form, 'expires');
  const fields = { did: inputNamed(form, 'did'), signature: inputNamed(form, 'signature'), nonce: inputNamed(form, 'nonce') };
  if (nonce === '' || expires === '' || Object.values(fields).includes(undefined)) {
    throw new Refused('page.incomplete');
  }
  const did = await choose(say);
  say('Waiting for your passphrase…');
  const signature = await withSeed(did, seed => answerChallenge({ purpose, origin: location.origin, did, nonce, expires }, seed));
  fields.did!.value = did;
  fields.signature!.value = signature;
  fields.nonce!.value = nonce;
  say('Sending…');
  // Not `form.submit()`: a field of that name would stand in its place.
  HTMLFormElement.prototype.submit.call(form);
  return 'leave';
}

export function onAnswer(form: HTMLFormElement, work: (say: Say) => Promise<'leave'>): void {
  form.addEventListener('submit', event => {
    event.preventDefault();
    clearErrors(form);
    const button = event.submitter instanceof HTMLButtonElement ? event.submitter : null;
    void busily(form, button, 'Working…', work, why => showFailure(form, why));
  });
}
