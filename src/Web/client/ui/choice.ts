/** Which passport a form speaks for: one of this browser, or a new one made on the way. */
import { newSeed, sealSeed } from '../crypto/keyfile.ts';
import { Refused } from '../crypto/refusal.ts';
import { keepPassport, listPassports, passportsChanged } from '../keys/keystore.ts';
import { rememberSeed } from '../keys/session.ts';
import type { Say } from './busy.ts';
import { el, shortDid } from './element.ts';
import { newPassphrase, textField } from './field.ts';

export interface PassportChoice {
  /** The identity that was chosen, made first if need be. */
  chosen(say: Say): Promise<string>;
}

const makeNew = 'new';

/** Adds the choice to a form, in its `[data-passport-choice]` or before its first submit button. */
export function passportChoice(form: HTMLFormElement, { mayMake }: { mayMake: boolean }): PassportChoice {
  const choice = textField('Passport', el('select', {}));
  const passphrase = newPassphrase();
  const making = el('fieldset', { class: 'new-passport flow' }, ...passphrase.fields);
  const owner = el('fieldset', { class: 'field flow' },
    el('legend', {}, 'Your passport'), choice.field, ...(mayMake ? [making] : []));
  const showMaking = (): void => {
    // Disabled, its required fields do not hold up the form.
    making.hidden = making.disabled = choice.input.value !== makeNew;
  };

  const show = async (): Promise<void> => {
    const passports = (await listPassports().catch(() => [])).sort((one, other) => other.addedAt.localeCompare(one.addedAt));
    const before = choice.input.value;
    choice.input.replaceChildren(
      ...passports.map(({ did, name }) => el('option', { value: did }, name ?? shortDid(did).textContent ?? did)),
      ...(mayMake ? [el('option', { value: makeNew }, 'Make a new passport')] : []));
    if (passports.some(({ did }) => did === before)) {
      choice.input.value = before;
    }
    choice.field.hidden = passports.length === 0;
    owner.hidden = !mayMake && passports.length === 0;
    showMaking();
  };

  choice.input.addEventListener('change', showMaking);
  document.addEventListener(passportsChanged, () => void show());
  place(form, owner);
  void show();
  return {
    async chosen(say) {
      const did = choice.input.value;
      if (did === '') {
        throw new Refused('keystore.absent');
      }
      return did === makeNew ? await makePassport(passphrase.take(), say) : did;
    },
  };
}

/** Makes a passport, keeps it sealed in this browser and leaves it unlocked. */
export async function makePassport(passphrase: string, say: Say): Promise<string> {
  say('Making your passport…');
  const seed = await newSeed();
  try {
    const file = await sealSeed(seed, passphrase);
    await keepPassport(file);
    await rememberSeed(file.did, seed);
    return file.did;
  } finally {
    seed.fill(0);
  }
}

function place(form: HTMLFormElement, owner: HTMLElement): void {
  const slot = form.querySelector('[data-passport-choice]');
  const button = [...form.querySelectorAll('button')].find(candidate => candidate.type === 'submit');
  if (slot !== null) {
    slot.append(owner);
  } else if (button !== undefined) {
    (button.closest('.actions') ?? button).before(owner);
  } else {
    form.append(owner);
  }
}
