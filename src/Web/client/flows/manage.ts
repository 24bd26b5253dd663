/** The passports of this browser: make, bring, unlock, copy, forget. */
import { Refused } from '../crypto/refusal.ts';
import { forgetPassport, listPassports, noteName, type Passport, passportsChanged } from '../keys/keystore.ts';
import { lock, lockChanged, unlockedDid } from '../keys/session.ts';
import { busily } from '../ui/busy.ts';
import { downloadCopy, showSheet } from '../ui/copy.ts';
import { confirmed } from '../ui/dialog.ts';
import { el, shortDid } from '../ui/element.ts';
import { clearErrors, showFailure } from '../ui/errors.ts';
import { pageLocales } from '../ui/locale.ts';
import { withSeed } from '../ui/unlock.ts';
import { bringForm, makeForm } from './add.ts';
import { keepReady } from './ready.ts';

export function bindManage(section: HTMLElement): void {
  const list = el('ul', { class: 'passports flow' });
  section.append(list, makeForm(), bringForm());
  keepReady(section, async () => Array.isArray(await listPassports()));
  const show = (): void => void render(section, list).catch(why => showFailure(section, why));
  document.addEventListener(passportsChanged, show);
  document.addEventListener(lockChanged, show);
  show();
  const { did, name } = section.dataset;
  if (did !== undefined && name !== undefined) {
    void noteName(did, name).catch(() => undefined);
  }
}

async function render(section: HTMLElement, list: HTMLElement): Promise<void> {
  const passports = await listPassports();
  const open = await unlockedDid();
  list.replaceChildren(...passports.map(passport => rowOf(section, list, passport, passport.did === open)));
  if (passports.length === 0) {
    list.replaceChildren(el('li', { class: 'empty' }, 'There is no passport in this browser yet.'));
  }
  // The list was drawn anew under the reader's hands: the focus goes to the button in the place of the pressed one.
  const pressed = list.dataset['pressed'];
  if (pressed !== undefined && document.activeElement === document.body) {
    list.querySelector<HTMLElement>(`[data-act="${CSS.escape(pressed)}"]`)?.focus();
  }
}

function rowOf(section: HTMLElement, list: HTMLElement, passport: Passport, open: boolean): HTMLElement {
  const { did, addedAt, copiedAt, name } = passport;
  const act = (name: string, text: string, work: () => Promise<unknown>, kind = ''): HTMLElement => {
    const button = el('button', { type: 'button', class: `button small ${kind}`, 'data-act': `${name} ${did}` }, text);
    button.addEventListener('click', () => {
      list.dataset['pressed'] = `${name} ${did}`;
      clearErrors(section);
      void busily(section, button, 'Working…', async () => {
        await work();
        return 'stay';
      }, why => {
        // Whoever closes the question knows that nothing happened.
        if (!(why instanceof Refused && why.code === 'unlock.cancelled')) {
          showFailure(section, why);
        }
      });
    });
    return button;
  };
  return el('li', { class: 'panel flow', 'data-did': did },
    el('p', {}, ...(name === undefined ? [] : [el('strong', {}, name), ' ']), shortDid(did), ' ', el('span', { class: 'state', 'data-state': open ? 'ready' : 'closed' }, open ? 'Unlocked' : 'Locked')),
    el('p', { class: 'help hint' }, 'In this browser since ', el('time', { datetime: addedAt }, new Date(addedAt).toLocaleDateString(pageLocales())), '.'),
    ...(copiedAt === undefined
      ? [el('p', { class: 'notice', 'data-kind': 'warn' }, 'No copy saved yet. If this browser’s data is cleared, the passport is lost.')]
      : []),
    el('div', { class: 'actions' },
      open
        ? act('lock', 'Lock', lock)
        : act('lock', 'Unlock', () => withSeed(did, async () => undefined)),
      act('file', 'Download a copy', () => downloadCopy(passport)),
      act('sheet', 'Print a copy', () => showSheet(passport)),
      act('forget', 'Forget', () => forget(passport, open), 'danger')));
}

async function forget({ did, copiedAt }: Passport, open: boolean): Promise<void> {
  const agreed = await confirmed({
    title: 'Forget this passport?',
    text: copiedAt === undefined
      ? 'You have saved no copy from this browser. Without one, nobody can bring this passport back.'
      : 'It will be gone from this browser. You can bring it back with the copy you saved and your passphrase.',
    yes: 'Forget it',
    danger: true,
  });
  if (agreed) {
    if (open) {
      await lock();
    }
    await forgetPassport(did);
  }
}
