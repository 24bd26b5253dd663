/** Copies of a passport for its owner to keep: a file, and a sheet to print with the same words as a QR code. */
import { writeKeyFile } from '../crypto/keyfile.ts';
import { noteCopied, type Passport } from '../keys/keystore.ts';
import { confirmed, dialogOf, showDialog } from './dialog.ts';
import { el } from './element.ts';
import { pageLocales } from './locale.ts';
import { qrImage } from './qr.ts';

/** Asks first, so that no other click ends in a file with a key. */
export async function downloadCopy({ did, file }: Passport): Promise<void> {
  const agreed = await confirmed({
    title: 'Download a copy of your passport?',
    text: 'Whoever has this file and your passphrase can act in your name. Keep it where only you can reach it.',
    yes: 'Download',
  });
  if (!agreed) {
    return;
  }
  const address = URL.createObjectURL(new Blob([writeKeyFile(file)], { type: 'application/json' }));
  el('a', { href: address, download: `passport-${did.slice(-8)}.json` }).click();
  // The download has taken the bytes by then.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
  await noteCopied(did);
}

/** Shows the sheet; printing it counts as a copy. */
export async function showSheet({ did, file }: Passport): Promise<void> {
  const text = writeKeyFile(file);
  const print = el('button', { type: 'button', class: 'button primary' }, 'Print');
  const close = el('button', { type: 'button', class: 'button' }, 'Close');
  const sheet = dialogOf('Passport, paper copy',
    el('p', {}, 'Keep this sheet in a safe place and your passphrase in another. '
      + 'To use it, scan the code and paste its text under “Bring a passport”.'),
    el('p', {}, el('code', { class: 'did' }, did)),
    qrImage(text, 'QR code with the text below'),
    el('pre', {}, text),
    el('p', {}, 'Printed on ', el('time', { datetime: new Date().toISOString() }, new Date().toLocaleDateString(pageLocales()))),
    el('div', { class: 'actions' }, print, close));
  sheet.classList.add('passport-sheet');
  close.addEventListener('click', () => sheet.close());
  print.addEventListener('click', () => {
    window.print();
    void noteCopied(did);
  });
  await showDialog(sheet);
}
