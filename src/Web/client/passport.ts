/**
 * The script of pages that need a member's own key. The same file serves as the worker that derives keys from
 * passphrases, so that libsodium is fetched once.
 */
import { answerDerivations, deriveInWorker } from './crypto/argon2.ts';
import { bindIdentity } from './flows/identity.ts';
import { bindJoin } from './flows/join.ts';
import { bindManage } from './flows/manage.ts';
import { bindRecord } from './flows/publish.ts';
import { bindRelease } from './flows/release.ts';
import { bindSignIn } from './flows/signin.ts';
import { startSession } from './keys/session.ts';
import { addStyles } from './ui/styles.ts';

if (typeof document === 'undefined') {
  answerDerivations(self);
} else {
  deriveInWorker(import.meta.url);
  startSession();
  addStyles();
  for (const owner of document.querySelectorAll<HTMLElement>('[data-passport]')) {
    bind(owner);
  }
}

function bind(owner: HTMLElement): void {
  const flow = owner.dataset['passport'];
  if (owner instanceof HTMLFormElement) {
    switch (flow) {
      case 'join': return bindJoin(owner);
      case 'sign-in': return bindSignIn(owner);
      case 'identity': return bindIdentity(owner);
      case 'publish':
      case 'sign': return bindRecord(owner, flow);
    }
  }
  switch (flow) {
    case 'release': return bindRelease(owner);
    case 'manage': return bindManage(owner);
    default: console.warn(`Nothing is known about data-passport="${flow}" on a ${owner.localName}.`);
  }
}
