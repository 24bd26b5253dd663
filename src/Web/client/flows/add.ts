/** Two ways for a passport to get into this browser: made here, or brought as a file, a pasted or a scanned text. */
import { openSeed, readKeyFile } from '../crypto/keyfile.ts';
import { Refused } from '../crypto/refusal.ts';
import { keepPassport } from '../keys/keystore.ts';
import { rememberSeed } from '../keys/session.ts';
import { busily, type Say } from '../ui/busy.ts';
import { makePassport } from '../ui/choice.ts';
import { el } from '../ui/element.ts';
import { clearErrors, FieldErrors, showFailure } from '../ui/errors.ts';
import { newPassphrase, secretField, textField } from '../ui/field.ts';

/** A key file has about 350 letters. */
const largestFile = 4096;

export function makeForm(): HTMLElement {
  const passphrase = newPassphrase();
  return foldedForm('Make a new passport', 'Make', passphrase.fields, async say => {
    await makePassport(passphrase.take(), say);
  });
}

export function bringForm(): HTMLElement {
  const file = textField('Passport file', el('input', { type: 'file', accept: '.json,application/json' }));
  const text = textField('Or its text', el('textarea', { rows: '4', spellcheck: 'false', autocomplete: 'off' }),
    'Paste what is in the file, or what a scanner reads from the printed code.');
  text.input.dataset['name'] = text.input.id;
  const passphrase = secretField('Passphrase', 'current-password');
  return foldedForm('Bring a passport', 'Bring it here', [file.field, text.field, passphrase.field], async say => {
    const chosen = file.input.files?.[0];
    const written = chosen === undefined ? text.input.value : chosen.size > largestFile ? '' : await chosen.text();
    say('Working…');
    await bring(written, passphrase.input.value).catch(why => {
      throw beside(why, { text: text.input.id, passphrase: passphrase.input.id });
    });
    file.input.value = text.input.value = passphrase.input.value = '';
  });
}

/** It is opened once before it is kept: a file that its owner cannot open here is not a passport here. */
async function bring(written: string, passphrase: string): Promise<void> {
  const keyFile = await readKeyFile(written);
  const seed = await openSeed(keyFile, passphrase);
  try {
    await keepPassport(keyFile);
    await rememberSeed(keyFile.did, seed);
  } finally {
    seed.fill(0);
  }
}

function beside(why: unknown, fields: { text: string; passphrase: string }): unknown {
  if (!(why instanceof Refused) || why.code.startsWith('keystore.')) {
    return why;
  }
  const field = why.code === 'keyfile.passphrase' ? fields.passphrase : fields.text;
  return new FieldErrors([{ field, message: why.message }]);
}

function foldedForm(title: string, action: string, fields: HTMLElement[], work: (say: Say) => Promise<void>): HTMLElement {
  const button = el('button', { type: 'submit', class: 'button primary' }, action);
  const form = el('form', { novalidate: true }, ...fields, el('div', { class: 'actions' }, button));
  const folded = el('details', { class: 'more' }, el('summary', {}, title), form);
  const status = el('p', { role: 'status' });
  form.addEventListener('submit', event => {
    event.preventDefault();
    clearErrors(form);
    void busily(form, button, 'Working…', async say => {
      status.textContent = '';
      await work(say);
      folded.open = false;
      status.textContent = 'The passport is in this browser now.';
      return 'stay';
    }, why => showFailure(form, why));
  });
  return el('div', {}, folded, status);
}
