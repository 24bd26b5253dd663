/** Joining: the invitation comes in the address fragment, which never reaches a server by itself; a passport is made or chosen. */
import { listPassports, noteName } from '../keys/keystore.ts';
import { passportChoice } from '../ui/choice.ts';
import { inputNamed } from './fields.ts';
import { keepReady } from './ready.ts';
import { answer, onAnswer } from './signin.ts';

export function bindJoin(form: HTMLFormElement): void {
  takeInvitation(form);
  // Any answer will do: it shows that this browser can keep a passport.
  keepReady(form, async () => Array.isArray(await listPassports()));
  const choice = passportChoice(form, { mayMake: true });
  onAnswer(form, say => answer(form, 'join', async told => {
    const did = await choice.chosen(told);
    await noteName(did, `${inputNamed(form, 'displayname')?.value ?? ''} (@${inputNamed(form, 'handle')?.value ?? ''})`);
    return did;
  }, say));
}

/** `#CODE` or `#invitation=CODE`. The code is taken out of the address bar, so that it stays out of the history. */
function takeInvitation(form: HTMLFormElement): void {
  const fragment = location.hash.slice(1);
  const code = new URLSearchParams(fragment).get('invitation') ?? (/^[\w.~-]+$/.test(fragment) ? fragment : '');
  const field = inputNamed(form, 'invitation');
  if (code !== '' && field !== undefined) {
    field.value = code;
    history.replaceState(history.state, '', location.pathname + location.search);
  }
}
