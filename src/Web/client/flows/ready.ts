/**
 * Until a key is here, a page stays as the server made it: `[data-passport-fallback]` shown, `[data-passport-ready]`
 * hidden, submit buttons as they were. This turns them over when the key is there, and back when it is forgotten.
 */
import { passportsChanged } from '../keys/keystore.ts';

export function keepReady(owner: HTMLElement, isReady: () => Promise<boolean>): void {
  const look = async (): Promise<void> => {
    const ready = await isReady().catch(() => false);
    for (const element of owner.querySelectorAll<HTMLElement>('[data-passport-ready]')) {
      element.hidden = !ready;
    }
    for (const element of owner.querySelectorAll<HTMLElement>('[data-passport-fallback]')) {
      element.hidden = ready;
    }
    for (const button of buttonsOf(owner)) {
      button.disabled = !ready;
    }
    owner.dataset['passportState'] = ready ? 'ready' : 'absent';
  };
  document.addEventListener(passportsChanged, () => {
    if (owner.getAttribute('aria-busy') !== 'true') {
      void look();
    }
  });
  void look();
}

/** The buttons that start the flow: a form's submit buttons, a section's marked ones. */
export function buttonsOf(owner: HTMLElement): HTMLButtonElement[] {
  const buttons = [...owner.querySelectorAll('button')];
  return owner instanceof HTMLFormElement
    ? buttons.filter(button => button.type === 'submit')
    : buttons.filter(button => 'passportOpen' in button.dataset);
}

/** A `data-` attribute that the page has to carry. */
export function attribute(owner: HTMLElement, name: string): string {
  return owner.dataset[name] ?? '';
}
