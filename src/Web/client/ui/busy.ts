/** A form or section at work: its button says what is happening and cannot be pressed; doing it twice is impossible. */

/** What a piece of work may say while it runs. */
export type Say = (what: string) => void;

/** `leave` keeps the button as it is, because the page is about to change. */
export type Work = (say: Say) => Promise<'stay' | 'leave'>;

/** Runs the work of an element unless it is running already. Failures go to `onFailure`, never further. */
export async function busily(
  owner: HTMLElement, button: HTMLButtonElement | null, first: string, work: Work, onFailure: (why: unknown) => void): Promise<void> {
  if (owner.getAttribute('aria-busy') === 'true') {
    return;
  }
  const focused = button !== null && document.activeElement === button;
  const label = button === null ? [] : [...button.childNodes];
  const say: Say = what => button?.replaceChildren(what);
  const restore = (): void => {
    owner.removeAttribute('aria-busy');
    if (button !== null) {
      button.replaceChildren(...label);
      button.disabled = false;
    }
    // A button that is disabled loses the focus, and a keyboard its place on the page.
    if (focused && document.activeElement === document.body) {
      button.focus();
    }
  };
  owner.setAttribute('aria-busy', 'true');
  if (button !== null) {
    button.disabled = true;
  }
  say(first);
  try {
    if (await work(say) === 'leave') {
      // "Back" may bring the page again as it was left.
      addEventListener('pageshow', event => {
        if (event.persisted) {
          restore();
        }
      }, { once: true });
      return;
    }
  } catch (why) {
    restore();
    onFailure(why);
    return;
  }
  restore();
}
