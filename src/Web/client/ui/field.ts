/** Labelled inputs that never carry a name, so that no form can send them. */
import { isPassphrase, passphraseLimits } from '../crypto/keyfile.ts';
import { el, freshId } from './element.ts';
import { FieldErrors } from './errors.ts';

export interface Field<T extends HTMLElement> {
  field: HTMLElement;
  input: T;
}

/** A passphrase input with a button that shows it. */
export function secretField(
  label: string, autocomplete: 'current-password' | 'new-password', hint?: string): Field<HTMLInputElement> {
  const id = freshId('passphrase');
  // Errors find an input by its name; this one has none, so its id stands for it.
  const input = el('input', {
    type: 'password', id, 'data-name': id, autocomplete, required: true, spellcheck: 'false', autocapitalize: 'none',
    'aria-describedby': hint === undefined ? undefined : `${id}-hint`,
  });
  const show = el('button', { type: 'button', class: 'button small', 'aria-controls': id, 'aria-label': 'Show the passphrase' }, 'Show');
  show.addEventListener('click', () => {
    const next = input.type === 'password' ? 'Hide' : 'Show';
    input.type = next === 'Hide' ? 'text' : 'password';
    show.textContent = next;
    show.setAttribute('aria-label', `${next} the passphrase`);
  });
  return { field: fieldOf(label, id, hint, el('div', { class: 'with-reveal' }, input, show)), input };
}

export function textField<T extends HTMLElement>(label: string, input: T, hint?: string): Field<T> {
  input.id ||= freshId('field');
  if (hint !== undefined) {
    input.setAttribute('aria-describedby', `${input.id}-hint`);
  }
  return { field: fieldOf(label, input.id, hint, input), input };
}

function fieldOf(label: string, id: string, hint: string | undefined, control: Node): HTMLElement {
  return el('div', { class: 'field' },
    el('label', { for: id }, label),
    ...(hint === undefined ? [] : [el('p', { class: 'help hint', id: `${id}-hint` }, hint)]),
    control);
}

export interface NewPassphrase {
  fields: HTMLElement[];
  /** The passphrase, or the errors of its fields. Taking it empties the inputs. */
  take(): string;
}

export function newPassphrase(): NewPassphrase {
  const { least } = passphraseLimits;
  const first = secretField('Passphrase', 'new-password',
    `At least ${least} letters; a few words you can remember are best. Nobody can reset it for you.`);
  const again = secretField('The same passphrase again', 'new-password');
  return {
    fields: [first.field, again.field],
    take() {
      if (!isPassphrase(first.input.value)) {
        throw new FieldErrors([{ field: first.input.id, message: `Use at least ${least} letters.` }]);
      }
      if (first.input.value !== again.input.value) {
        throw new FieldErrors([{ field: again.input.id, message: 'The two passphrases differ.' }]);
      }
      const passphrase = first.input.value;
      first.input.value = again.input.value = '';
      return passphrase;
    },
  };
}
