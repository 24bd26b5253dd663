/** Asks for the passphrase of a passport when it is locked, and lends its seed for one piece of work. */
import { openSeed, type KeyFile } from '../crypto/keyfile.ts';
import { Refused } from '../crypto/refusal.ts';
import { findPassport } from '../keys/keystore.ts';
import { recallSeed, rememberSeed } from '../keys/session.ts';
import { busily } from './busy.ts';
import { dialogOf, showDialog } from './dialog.ts';
import { el, shortDid } from './element.ts';
import { clearErrors, showBeside } from './errors.ts';
import { secretField } from './field.ts';

/** Runs the work with the seed of an identity and wipes the copy after; asks first when the passport is locked. */
export async function withSeed<T>(did: string, work: (seed: Uint8Array) => Promise<T>): Promise<T> {
  const seed = await recallSeed(did) ?? await unlock(did);
  try {
    return await work(seed);
  } finally {
    seed.fill(0);
  }
}

/** Opens the passport, or `unlock.cancelled` when its owner thinks better of it. */
export async function unlock(did: string): Promise<Uint8Array> {
  const passport = await findPassport(did);
  if (passport === undefined) {
    throw new Refused('keystore.absent');
  }
  const seed = await askPassphrase(passport.file);
  await rememberSeed(did, seed);
  return seed;
}

async function askPassphrase(file: KeyFile): Promise<Uint8Array> {
  let opened: Uint8Array | undefined;
  const passphrase = secretField('Passphrase', 'current-password');
  const open = el('button', { type: 'submit', class: 'button primary' }, 'Unlock');
  const cancel = el('button', { type: 'button', class: 'button' }, 'Cancel');
  const form = el('form', { method: 'dialog', novalidate: true },
    // Password managers file a passphrase under the name beside it.
    el('input', { type: 'text', autocomplete: 'username', value: file.did, hidden: true, readonly: true }),
    passphrase.field, el('div', { class: 'actions' }, open, cancel));
  const dialog = dialogOf('Unlock your passport', el('p', {}, 'Passport ', shortDid(file.did)), form);
  cancel.addEventListener('click', () => dialog.close());
  form.addEventListener('submit', event => {
    event.preventDefault();
    clearErrors(form);
    void busily(form, open, 'Working…', async () => {
      const seed = await openSeed(file, passphrase.input.value);
      if (dialog.open) {
        opened = seed;
        dialog.close();
      } else {
        seed.fill(0);
      }
      return 'stay';
    }, why => {
      showBeside(passphrase.input, why instanceof Refused ? why.message : 'This passport could not be opened here.');
      passphrase.input.select();
    });
  });
  const closed = showDialog(dialog);
  passphrase.input.focus();
  await closed;
  passphrase.input.value = '';
  if (opened === undefined) {
    throw new Refused('unlock.cancelled');
  }
  return opened;
}
