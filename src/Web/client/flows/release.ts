/** Opens what was assigned, shows it as plain text while the grant lasts, and wipes it then or when the page is left. */
import { Refused } from '../crypto/refusal.ts';
import { findPassport } from '../keys/keystore.ts';
import { busily, type Say } from '../ui/busy.ts';
import { el } from '../ui/element.ts';
import { clearErrors, showFailure } from '../ui/errors.ts';
import { withSeed } from '../ui/unlock.ts';
import { openRelease, type Release } from './grant.ts';
import { ownUrl, postJson } from './post.ts';
import { attribute, buttonsOf, keepReady } from './ready.ts';

/** The longest that private text stays on a page, whatever a grant says, in milliseconds. */
const longestShowing = 10 * 60 * 1000;

/** A text as short as a code is shown large, to be read at a lock. */
const longestCode = 12;

export function bindRelease(section: HTMLElement): void {
  const did = attribute(section, 'did');
  // The page may mark its button; otherwise it is the first.
  if (buttonsOf(section).length === 0) {
    section.querySelector('button')?.setAttribute('data-passport-open', '');
  }
  keepReady(section, async () => await findPassport(did) !== undefined);
  const shown = el('div', { class: 'flow', hidden: true });
  (section.querySelector('.sealed-body') ?? section).append(shown);
  let wipe = (): void => undefined;
  addEventListener('pagehide', () => wipe());
  for (const button of buttonsOf(section)) {
    button.addEventListener('click', () => {
      clearErrors(section);
      void busily(section, button, 'Opening…', async say => {
        wipe();
        const { release, serverNow, askedAt } = await request(section, did, say);
        // The server's clock is known to the second: better a second too short than too long.
        const lasts = release.expires - serverNow - 1000 - (performance.now() - askedAt);
        wipe = show(section, shown, release, Math.min(lasts, longestShowing));
        return 'stay';
      }, why => showFailure(section, why));
    });
  }
}

/** The passport is unlocked before the server is asked, so that a grant of a minute is not spent on a passphrase. */
async function request(section: HTMLElement, did: string, say: Say): Promise<{ release: Release; serverNow: number; askedAt: number }> {
  const nodeDid = attribute(section, 'nodeDid');
  const url = attribute(section, 'grantUrl');
  if (did === '' || nodeDid === '' || url === '') {
    throw new Refused('page.incomplete');
  }
  say('Waiting for your passphrase…');
  return await withSeed(did, async seed => {
    say('Opening…');
    const askedAt = performance.now();
    const { body, serverNow } = await postJson(ownUrl(url), '', section);
    const release = await openRelease(body, { did, nodeDid, seed, item: section.dataset['item'], now: serverNow });
    return { release, serverNow, askedAt };
  });
}

/** Shows the parts for some milliseconds, as the server shows them; returns what ends it at once. */
function show(section: HTMLElement, place: HTMLElement, release: Release, lasts: number): () => void {
  const left = el('span', {});
  const list = el('dl', { class: 'flow tight' });
  for (const { label, text } of release.parts) {
    list.append(el('div', { class: 'secret' },
      el('dt', {}, label), el('dd', { class: text.length <= longestCode ? 'code' : undefined }, text)));
  }
  place.replaceChildren(el('p', { role: 'status' }, 'Your private details are open.'), list,
    el('p', { class: 'countdown', role: 'timer' }, 'They close in ', left, '.'));
  place.hidden = false;
  // The themes draw it open, and keep it off paper.
  section.dataset['sealed'] = 'opened';
  // A monotonic clock: setting the machine's time back does not lengthen a grant.
  const end = performance.now() + lasts;
  const wipe = (): void => {
    clearInterval(ticking);
    if (list.isConnected) {
      place.replaceChildren(el('p', { role: 'status' }, 'The private details are closed again.'));
      section.dataset['sealed'] = 'locked';
    }
    list.replaceChildren();
  };
  const tick = (): void => {
    const seconds = Math.ceil((end - performance.now()) / 1000);
    if (seconds <= 0) {
      wipe();
    } else {
      left.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
    }
  };
  const ticking = setInterval(tick, 250);
  tick();
  return wipe;
}
