/** `<button data-confirm="Really withdraw?">`: asks before its form is sent. `data-confirm-yes` names the answer. */
import { confirmed } from '../ui/dialog.ts';

export function bindConfirm(): void {
  const agreed = new WeakSet<Element>();
  // While the event goes down, so that no other listener acts before the answer.
  document.addEventListener('click', event => {
    const button = event.target instanceof Element ? event.target.closest<HTMLButtonElement>('button[data-confirm]') : null;
    if (button === null || agreed.delete(button)) {
      return;
    }
    event.preventDefault();
    event.stopImmediatePropagation();
    void ask(button).then(yes => {
      if (yes) {
        agreed.add(button);
        button.click();
      }
    });
  }, { capture: true });
}

function ask(button: HTMLButtonElement): Promise<boolean> {
  const label = button.textContent?.trim() || 'Yes';
  return confirmed({
    title: label,
    text: button.dataset['confirm'] ?? '',
    yes: button.dataset['confirmYes'] ?? label,
    danger: button.classList.contains('danger'),
  });
}
