/** Modal questions on the platform's own <dialog>: focus stays inside, Esc closes, focus returns to where it was. */
import { el, freshId } from './element.ts';

export interface Question {
  title: string;
  text: string;
  yes: string;
  no?: string;
  danger?: boolean;
}

/** Shows a dialog until it closes; answers what it was closed with ("" for Esc). The element is then removed. */
export function showDialog(dialog: HTMLDialogElement): Promise<string> {
  const before = document.activeElement;
  document.body.append(dialog);
  dialog.showModal();
  return new Promise(resolve => {
    dialog.addEventListener('close', () => {
      dialog.remove();
      if (before instanceof HTMLElement && before.isConnected) {
        before.focus();
      }
      resolve(dialog.returnValue);
    }, { once: true });
  });
}

export function dialogOf(title: string, ...content: (Node | string)[]): HTMLDialogElement {
  const id = freshId('dialog');
  return el('dialog', { 'aria-labelledby': id, class: 'dialog' }, el('h2', { id }, title), ...content);
}

export async function confirmed({ title, text, yes, no = 'Cancel', danger = false }: Question): Promise<boolean> {
  // The harmless answer comes first, so it has the focus when the dialog opens.
  const form = el('form', { method: 'dialog', class: 'actions' },
    el('button', { value: '', class: 'button' }, no),
    el('button', { value: 'yes', class: danger ? 'button danger' : 'button primary' }, yes));
  return await showDialog(dialogOf(title, el('p', {}, text), form)) === 'yes';
}
