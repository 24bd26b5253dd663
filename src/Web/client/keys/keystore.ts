/** The passports of this browser, in IndexedDB, each as its sealed key file. A clear seed is never written. */
import type { KeyFile } from '../crypto/keyfile.ts';
import { Refused } from '../crypto/refusal.ts';

/**
 * `addedAt` and `copiedAt` are ISO 8601 in UTC; without `copiedAt` the owner has saved no copy from here yet.
 * `name` is what its owner is called here, so that people need not tell passports apart by letters of a key; it is not proof of anything.
 */
export interface Passport {
  did: string;
  file: KeyFile;
  addedAt: string;
  copiedAt?: string;
  name?: string;
}

/** Sent to the document when the list changes, so that every open form shows it. */
export const passportsChanged = 'postmoney:passports';

const passports = 'passports';
const wrapping = 'wrapping';

export function listPassports(): Promise<Passport[]> {
  return ask<Passport[]>(passports, 'readonly', store => store.getAll());
}

export function findPassport(did: string): Promise<Passport | undefined> {
  return ask<Passport | undefined>(passports, 'readonly', store => store.get(did));
}

/** Adds or replaces a passport, and asks the browser not to clear it when space runs short. */
export async function keepPassport(file: KeyFile): Promise<void> {
  const known = await findPassport(file.did);
  const kept: Passport = { ...known, did: file.did, file, addedAt: known?.addedAt ?? new Date().toISOString() };
  await ask(passports, 'readwrite', store => store.put(kept));
  await navigator.storage?.persist?.().catch(() => false);
  announce();
}

export function noteCopied(did: string): Promise<void> {
  return note(did, { copiedAt: new Date().toISOString() });
}

/** Writes beside a passport of this browser what its owner is called; nothing for one that is not here. */
export function noteName(did: string, name: string): Promise<void> {
  return note(did, { name });
}

async function note(did: string, what: Partial<Passport>): Promise<void> {
  const known = await findPassport(did);
  if (known !== undefined) {
    await ask(passports, 'readwrite', store => store.put({ ...known, ...what }));
    announce();
  }
}

export async function forgetPassport(did: string): Promise<void> {
  await ask(passports, 'readwrite', store => store.delete(did));
  announce();
}

/** The key under which an unlocked seed may rest between two pages: made here, not extractable. */
export async function wrappingKey(): Promise<CryptoKey> {
  const known = await ask<CryptoKey | undefined>(wrapping, 'readonly', store => store.get('session'));
  if (known !== undefined) {
    return known;
  }
  const made = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
  await ask(wrapping, 'readwrite', store => store.put(made, 'session'));
  return made;
}

/** Makes every seed that was put to rest unreadable, whatever copies of it exist. */
export async function dropWrappingKey(): Promise<void> {
  await ask(wrapping, 'readwrite', store => store.delete('session'));
}

function announce(): void {
  document.dispatchEvent(new Event(passportsChanged));
}

async function ask<T>(store: string, mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest): Promise<T> {
  const database = await open();
  try {
    return await new Promise<T>((resolve, reject) => {
      const transaction = database.transaction(store, mode, { durability: 'strict' });
      const request = work(transaction.objectStore(store));
      transaction.oncomplete = () => resolve(request.result as T);
      transaction.onabort = () => reject(new Refused('keystore.unavailable'));
    });
  } finally {
    database.close();
  }
}

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const fail = (): void => reject(new Refused('keystore.unavailable'));
    let request: IDBOpenDBRequest;
    try {
      request = indexedDB.open('postmoney', 1);
    } catch {
      return fail();
    }
    request.onupgradeneeded = () => {
      request.result.createObjectStore(passports, { keyPath: 'did' });
      request.result.createObjectStore(wrapping);
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = fail;
    request.onblocked = fail;
  });
}
