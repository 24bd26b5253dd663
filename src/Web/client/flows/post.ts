/** Posts to our own server and nowhere else; every way it can go wrong has its sentence. */
import { type Document, isObject } from '../crypto/proof.ts';
import { type RefusalCode, Refused } from '../crypto/refusal.ts';
import { type FieldError, FieldErrors } from '../ui/errors.ts';

/** `serverNow` is the server's clock when it answered, Unix time in milliseconds (to the second; ours when it is silent). */
export interface Answer {
  body: Document;
  serverNow: number;
}

/** The address of a page's named handler. */
export function handlerUrl(form: HTMLFormElement, handler: string): URL {
  const url = ownUrl(form.getAttribute('action') || location.href);
  url.searchParams.set('handler', handler);
  url.hash = '';
  return url;
}

/** An address of this server, or nothing is done. */
export function ownUrl(address: string): URL {
  const url = new URL(address, location.href);
  if (url.origin !== location.origin) {
    throw new Refused('net.elsewhere');
  }
  return url;
}

export function postForm(url: URL, body: URLSearchParams): Promise<Answer> {
  return post(url, body, {});
}

/** `owner` is where the page's antiforgery field is looked for first. */
export function postJson(url: URL, body: string, owner: HTMLElement): Promise<Answer> {
  const field = '__RequestVerificationToken';
  const token = owner.querySelector<HTMLInputElement>(`input[name="${field}"]`)
    ?? document.querySelector<HTMLInputElement>(`input[name="${field}"]`);
  return post(url, body, {
    ...(body === '' ? {} : { 'Content-Type': 'application/json' }),
    RequestVerificationToken: token?.value ?? '',
  });
}

async function post(url: URL, body: BodyInit, headers: Record<string, string>): Promise<Answer> {
  let response: Response;
  try {
    response = await fetch(url, {
      method: 'POST', body, headers: { Accept: 'application/json', ...headers },
      credentials: 'same-origin', redirect: 'manual', cache: 'no-store', referrerPolicy: 'same-origin',
    });
  } catch {
    throw new Refused('net.unreachable');
  }
  if (response.status === 422) {
    throw new FieldErrors(readErrors(await readBody(response)));
  }
  if (!response.ok) {
    throw new Refused(reasonOf(response));
  }
  const sent = Date.parse(response.headers.get('Date') ?? '');
  return { body: await readBody(response), serverNow: Number.isNaN(sent) ? Date.now() : sent };
}

/** A redirect means the sign-in page: a passport's form is never answered by one. */
function reasonOf(response: Response): RefusalCode {
  if (response.type === 'opaqueredirect' || response.status === 401) {
    return 'net.signedOut';
  }
  const reasons: Record<number, RefusalCode> = {
    400: 'net.forbidden', 403: 'net.forbidden', 404: 'net.notFound', 429: 'net.tooMany',
  };
  return reasons[response.status] ?? 'net.answer';
}

async function readBody(response: Response): Promise<Document> {
  try {
    const body: unknown = await response.json();
    if (isObject(body)) {
      return body;
    }
  } catch {
    // Not JSON: as bad as no answer.
  }
  throw new Refused('net.answer');
}

function readErrors(body: Document): FieldError[] {
  const errors = body['errors'];
  if (!Array.isArray(errors) || errors.length === 0) {
    throw new Refused('net.answer');
  }
  return errors.filter(isObject).map(error => ({
    field: String(error['field'] ?? ''),
    message: String(error['message'] ?? 'Please check this.'),
  }));
}
