/**
 * What a form says in the open and what it keeps for the sealed payload. Private inputs (`data-private="part"`) lose
 * their name as soon as the page is bound, so that not even the browser's own submit could send them; and what is
 * posted is filtered by name once more.
 */
export interface PrivateInput {
  name: string;
  part: string;
  value: string;
}

export type Entries = readonly (readonly [string, FormDataEntryValue])[];

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

export function takeNamesOff(form: HTMLElement): void {
  for (const control of form.querySelectorAll<Control>('[data-private]')) {
    if (control.name !== '') {
      control.dataset['name'] = control.name;
      control.removeAttribute('name');
    }
  }
}

export function privateInputs(form: HTMLElement): PrivateInput[] {
  return [...form.querySelectorAll<Control>('[data-private]')]
    .filter(control => !(control instanceof HTMLInputElement && /^(checkbox|radio)$/.test(control.type) && !control.checked))
    .map(control => ({
      name: control.dataset['name'] ?? control.name,
      part: control.dataset['private'] ?? '',
      value: control.value,
    }));
}

/** Text by part name, without the empty ones; two inputs of one part make two lines of it. */
export function partsOf(inputs: PrivateInput[]): Map<string, string> {
  const parts = new Map<string, string>();
  for (const { part, value } of inputs) {
    if (part !== '' && value.trim() !== '') {
      const before = parts.get(part);
      parts.set(part, before === undefined ? value : `${before}\n${value}`);
    }
  }
  return parts;
}

/** The body that asks for a draft: the open fields, and the names alone of the parts that will be sealed. */
export function draftBody(entries: Entries, inputs: PrivateInput[]): URLSearchParams {
  const body = new URLSearchParams();
  const hidden = new Set(['sealed', ...inputs.map(input => input.name)]);
  for (const [name, value] of entries) {
    if (!hidden.has(name) && typeof value === 'string') {
      body.append(name, value);
    }
  }
  for (const part of partsOf(inputs).keys()) {
    body.append('sealed', part);
  }
  return body;
}

/** The value of a field by its plain name, with or without a prefix (`Title`, `Input.Title`), in any case. */
export function valueOf(entries: Entries, field: string): string | undefined {
  const found = entries.find(([name]) => name.toLowerCase() === field) ?? entries.find(([name]) => isNamed(name, field));
  return typeof found?.[1] === 'string' ? found[1] : undefined;
}

/** Finds a field for the client to fill, by its plain name as above. */
export function inputNamed(form: HTMLFormElement, field: string): HTMLInputElement | undefined {
  return [...form.querySelectorAll('input')].find(input => isNamed(input.name, field));
}

/** A category may have a field `details.title` of its own: that is not the title. */
function isNamed(name: string, field: string): boolean {
  const [last, ...before] = name.toLowerCase().split('.').reverse();
  return last === field && !before.some(prefix => ['payload', 'constraints', 'details', 'requirements'].includes(prefix));
}
