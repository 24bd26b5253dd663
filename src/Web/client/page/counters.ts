/** How much of a limited field is used: every `textarea[maxlength]`, and inputs marked `data-counter`. */
import { el, freshId } from '../ui/element.ts';

/** From here on, what is left is also read aloud. */
const nearTheEnd = 20;

export function showCounters(): void {
  for (const field of document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('textarea[maxlength], input[maxlength][data-counter]')) {
    count(field);
  }
}

function count(field: HTMLInputElement | HTMLTextAreaElement): void {
  const id = freshId('counter');
  const shown = el('p', { class: 'counter', id, 'aria-hidden': 'true' });
  const spoken = el('p', { class: 'visually-hidden', role: 'status' });
  const update = (): void => {
    const left = field.maxLength - field.value.length;
    shown.textContent = `${field.value.length} of ${field.maxLength}`;
    shown.dataset['state'] = left <= nearTheEnd ? 'near' : 'fine';
    spoken.textContent = left <= nearTheEnd ? `${left} characters left` : '';
  };
  field.after(shown, spoken);
  field.addEventListener('input', update);
  update();
}
