/**
 * The reader's own colour scheme and theme, kept in this browser alone: `html[data-scheme]` is `light` or `dark`,
 * `html[data-theme]` a theme's name, absent while the reader has not chosen. Loaded in the head without `defer`, the
 * choice is there before anything is drawn.
 */
const kinds = ['scheme', 'theme'] as const;

type Kind = typeof kinds[number];

/** What the server chose, for when the reader has no wish. */
const served: Partial<Record<Kind, string>> = {};

export function applyChoices(): void {
  for (const kind of kinds) {
    apply(kind, read(kind));
  }
}

/** `<button data-scheme-toggle>` turns light and dark over; `<select data-choose="scheme|theme">` chooses ("" for none). */
export function bindChoices(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-scheme-toggle]')) {
    button.hidden = false;
    button.setAttribute('aria-pressed', String(isDark()));
    button.addEventListener('click', () => {
      choose('scheme', isDark() ? 'light' : 'dark');
      button.setAttribute('aria-pressed', String(isDark()));
    });
  }
  for (const select of document.querySelectorAll<HTMLSelectElement>('select[data-choose]')) {
    const kind = kinds.find(known => known === select.dataset['choose']);
    if (kind !== undefined) {
      select.value = read(kind);
      select.addEventListener('change', () => choose(kind, select.value));
    }
  }
}

function isDark(): boolean {
  const chosen = document.documentElement.dataset['scheme'];
  return chosen === undefined ? matchMedia('(prefers-color-scheme: dark)').matches : chosen === 'dark';
}

function choose(kind: Kind, value: string): void {
  apply(kind, value);
  try {
    localStorage.setItem(`postmoney.${kind}`, value);
  } catch {
    // Kept for this page only.
  }
}

function read(kind: Kind): string {
  try {
    return localStorage.getItem(`postmoney.${kind}`) ?? '';
  } catch {
    return '';
  }
}

function apply(kind: Kind, value: string): void {
  const root = document.documentElement;
  const allowed = kind === 'theme' ? /^[a-z][a-z0-9-]{0,31}$/ : /^(light|dark)$/;
  served[kind] ??= root.dataset[kind] ?? '';
  const shown = allowed.test(value) ? value : served[kind];
  if (shown === '') {
    delete root.dataset[kind];
  } else {
    root.dataset[kind] = shown;
  }
}
