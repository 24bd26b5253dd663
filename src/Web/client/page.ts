/** Small comforts of every page. Each page works without them; none of them knows a key. */
import { lockEverywhere } from './keys/rest.ts';
import { bindConfirm } from './page/confirm.ts';
import { bindCopy } from './page/copy.ts';
import { showCounters } from './page/counters.ts';
import { watchStates } from './page/live.ts';
import { applyChoices, bindChoices } from './page/scheme.ts';
import { showLocalTimes } from './page/times.ts';

applyChoices();
if (document.readyState === 'loading') {
  document.addEventListener('DOMContentLoaded', start);
} else {
  start();
}

function start(): void {
  bindConfirm();
  bindCopy();
  bindChoices();
  bindPrint();
  lockOnSignOut();
  showLocalTimes();
  showCounters();
  watchStates();
}

/** `<button hidden data-print>` */
function bindPrint(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-print]')) {
    button.hidden = false;
    button.addEventListener('click', () => window.print());
  }
}

/** `<form data-locks-passport>`: signing out also locks the passport, in every tab. */
function lockOnSignOut(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-locks-passport]')) {
    form.addEventListener('submit', lockEverywhere);
  }
}
