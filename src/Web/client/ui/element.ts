/** Builds elements by DOM calls alone: no markup is ever parsed, so text stays text. */
type Attributes = Record<string, string | boolean | undefined>;

export function el<K extends keyof HTMLElementTagNameMap>(
  name: K, attributes: Attributes = {}, ...children: (Node | string)[]): HTMLElementTagNameMap[K] {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) {
      element.setAttribute(key, value === true ? '' : value);
    }
  }
  element.append(...children);
  return element;
}

let made = 0;

/** An id that no other element of the page has. */
export function freshId(stem: string): string {
  let id: string;
  do {
    id = `${stem}-${++made}`;
  } while (document.getElementById(id) !== null);
  return id;
}

/** The first and last letters of an identity: enough to tell a few apart; the whole is in the title. */
export function shortDid(did: string): HTMLElement {
  const key = did.slice('did:key:'.length);
  return el('code', { title: did, class: 'did' }, `${key.slice(0, 8)}…${key.slice(-6)}`);
}
