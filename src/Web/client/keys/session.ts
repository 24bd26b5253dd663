/**
 * The one unlocked passport of this tab: its seed in memory, and wrapped in sessionStorage so that the next page need
 * not ask again. Fifteen minutes without use end it; so do locking, forgetting and signing out, in every tab.
 */
import { dropWrappingKey, wrappingKey } from './keystore.ts';
import { clearRest, idleLimit, lockEverywhere, readRest, whenLockedElsewhere, writeRest } from './rest.ts';
import { type Resting, unwrapSeed, wrapSeed } from './wrap.ts';

/** Sent to the document when a passport is unlocked or locked. */
export const lockChanged = 'postmoney:lock';

let unlocked: { did: string; seed: Uint8Array; until: number } | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Call once a page. A page that is left keeps no seed in memory, also when the browser keeps the page for "Back". */
export function startSession(): void {
  whenLockedElsewhere(lockHere);
  addEventListener('pagehide', wipe);
}

export async function rememberSeed(did: string, seed: Uint8Array): Promise<void> {
  hold(did, seed.slice(), Date.now() + idleLimit);
  await rest();
  document.dispatchEvent(new Event(lockChanged));
}

/** A copy of the seed, for the caller to wipe; nothing while this passport is locked. Counts as use. */
export async function recallSeed(did: string): Promise<Uint8Array | undefined> {
  if (await unlockedDid() !== did || unlocked === undefined) {
    return undefined;
  }
  const copy = unlocked.seed.slice();
  hold(did, unlocked.seed, Date.now() + idleLimit);
  await rest();
  return copy;
}

/** The passport that is open in this tab. */
export async function unlockedDid(): Promise<string | undefined> {
  // A machine that slept does not run timers: the clock is asked as well.
  if (unlocked !== undefined && Date.now() >= unlocked.until) {
    lockHere();
  }
  await wake();
  return unlocked?.did;
}

/** Ends it in every tab, and makes whatever was put to rest unreadable. */
export async function lock(): Promise<void> {
  lockHere();
  lockEverywhere();
  await dropWrappingKey();
}

function lockHere(): void {
  wipe();
  clearRest();
  document.dispatchEvent(new Event(lockChanged));
}

function hold(did: string, seed: Uint8Array, until: number): void {
  if (unlocked?.seed !== seed) {
    wipe();
  }
  unlocked = { did, seed, until };
  clearTimeout(timer);
  timer = setTimeout(lockHere, until - Date.now());
}

/** Without storage the seed stays in memory only, and the next page asks again. */
async function rest(): Promise<void> {
  const held = unlocked;
  if (held === undefined) {
    return;
  }
  try {
    const resting = await wrapSeed(held.seed, held.did, held.until, await wrappingKey());
    if (unlocked?.seed === held.seed) {
      writeRest(JSON.stringify(resting));
    }
  } catch {
    clearRest();
  }
}

/** Takes up what the last page put to rest. */
async function wake(): Promise<void> {
  const text = readRest();
  if (text === null || unlocked !== undefined) {
    return;
  }
  try {
    const resting = JSON.parse(text) as Resting;
    const seed = await unwrapSeed(resting, await wrappingKey(), Date.now());
    if (seed !== undefined && readRest() === text) {
      hold(resting.did, seed, resting.until);
      return;
    }
  } catch {
    // What cannot be read is thrown away like what is too old.
  }
  clearRest();
}

function wipe(): void {
  clearTimeout(timer);
  unlocked?.seed.fill(0);
  unlocked = undefined;
}
