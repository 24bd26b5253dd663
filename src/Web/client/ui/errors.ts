/** Errors beside their field and in a summary above the form, as the server would render them. */
import { Refused } from '../crypto/refusal.ts';
import { el, freshId } from './element.ts';

export interface FieldError {
  field: string;
  message: string;
}

/** A form was understood and refused, field by field (422). */
export class FieldErrors extends Error {
  constructor(readonly errors: FieldError[]) {
    super('Please check the form.');
    this.name = 'FieldErrors';
  }
}

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

const ours = 'data-client-error';

export function clearErrors(form: HTMLElement): void {
  for (const note of form.querySelectorAll(`[${ours}]`)) {
    note.remove();
  }
  for (const control of form.querySelectorAll('[aria-invalid]')) {
    control.removeAttribute('aria-invalid');
  }
}

/** Shows any failure of a flow: known ones by their own sentence, unknown ones without details. */
export function showFailure(form: HTMLElement, why: unknown): void {
  clearErrors(form);
  if (why instanceof FieldErrors) {
    showFieldErrors(form, why.errors);
    return;
  }
  // For whoever builds the page: the code and the member, never a value.
  console.warn(why instanceof Refused ? `${why.code} ${why.about}` : why);
  summarize(form, why instanceof Refused ? why.message : 'Something went wrong, and nothing was sent. Please try again.');
}

function showFieldErrors(form: HTMLElement, errors: FieldError[]): void {
  const lines = errors.map(({ field, message }) => {
    const control = findControl(form, field);
    if (control === undefined) {
      return el('li', {}, message);
    }
    showBeside(control, message);
    const link = el('a', { href: `#${control.id}` }, message);
    link.addEventListener('click', event => {
      event.preventDefault();
      control.focus();
    });
    return el('li', {}, link);
  });
  summarize(form, 'Please check the following:', el('ul', {}, ...lines));
}

export function showBeside(control: Control, message: string): void {
  control.id ||= freshId('field');
  const id = `${control.id}-error`;
  document.getElementById(id)?.remove();
  (control.closest('.secret') ?? control).after(el('p', { class: 'error', id, [ours]: true }, message));
  control.setAttribute('aria-invalid', 'true');
  const described = new Set((control.getAttribute('aria-describedby') ?? '').split(/\s+/).filter(Boolean));
  control.setAttribute('aria-describedby', [...described.add(id)].join(' '));
}

/** By name as the server says it, also when the name was taken off a private input. */
function findControl(form: HTMLElement, field: string): Control | undefined {
  const wanted = field.toLowerCase();
  return [...form.querySelectorAll<Control>('input, textarea, select')].find(control =>
    (control.dataset['name'] ?? control.name).toLowerCase() === wanted && control.type !== 'hidden');
}

function summarize(form: HTMLElement, sentence: string, ...more: Node[]): void {
  const summary = el('div', { role: 'alert', class: 'error-summary', tabindex: '-1', [ours]: true },
    el('p', {}, sentence), ...more);
  form.prepend(summary);
  summary.focus();
}
