/** Where an unlocked passport rests between two pages of one tab. Known to both bundles, so that signing out can end it. */
const restingPlace = 'postmoney.unlocked';

const channelName = 'postmoney';
const lockWord = 'lock';

/** How long a passport stays open without being used, in milliseconds. */
export const idleLimit = 15 * 60 * 1000;

export function readRest(): string | null {
  return sessionStorage.getItem(restingPlace);
}

export function writeRest(text: string): void {
  sessionStorage.setItem(restingPlace, text);
}

export function clearRest(): void {
  sessionStorage.removeItem(restingPlace);
}

/** Locks this tab and tells all others of this server to lock too. */
export function lockEverywhere(): void {
  clearRest();
  const channel = new BroadcastChannel(channelName);
  channel.postMessage(lockWord);
  channel.close();
}

export function whenLockedElsewhere(act: () => void): void {
  new BroadcastChannel(channelName).addEventListener('message', event => {
    if (event.data === lockWord) {
      act();
    }
  });
}
