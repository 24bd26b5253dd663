/** Plain pages with the markup that the scripts bind to, as the server would render it. */
import { challenge, nodeDid, town } from './town.ts';

const escape = (text: string): string =>
  text.replace(/[&<>"]/g, letter => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[letter] ?? letter);

const token = '<input type="hidden" name="__RequestVerificationToken" value="harness-token">';
const fallback = '<p class="fallback" data-passport-fallback>This needs scripts and your passport in this browser. <a href="/passports">Bring it here</a>.</p>';

function page(title: string, body: string): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title>
<link rel="stylesheet" href="/style.css"><script src="/lib/page.js"></script><script type="module" src="/lib/passport.js"></script></head>
<body><nav><a href="/">Comforts</a> <a href="/passports">Passports</a> <a href="/join#welcome-42">Join</a> <a href="/sign-in">Sign in</a>
<a href="/publish">Publish</a> <a href="/withdraw">Withdraw</a> <a href="/release">Release</a></nav><main><h1>${title}</h1>${body}</main></body></html>`;
}

function record(kind: 'publish' | 'sign', type: string, fields: string, query: string): string {
  return `<form method="post" action="${escape(query)}" data-passport="${kind}" data-type="${type}" data-did="${town.member ?? ''}" data-node-key="${nodeDid}">
${token}${fallback}${fields}<div class="actions"><button disabled>${type === 'Need' ? 'Publish' : type}</button></div></form>`;
}

const challenged = (purpose: string, fields: string, action: string): string =>
  `<form method="post" data-passport="${purpose}" data-nonce="${challenge.nonce}" data-expires="${challenge.expires}">${token}${fallback}
<input type="hidden" name="Did"><input type="hidden" name="Signature"><input type="hidden" name="Nonce">${fields}
<div class="actions"><button disabled>${action}</button></div></form>`;

export const pages: Record<string, (query: string) => string> = {
  '/': () => page('Comforts', `<p>From <time datetime="2026-11-25T09:00:00Z">25 Nov 2026, 09:00 UTC</time>, on <time datetime="2026-11-25">25 Nov</time>.
<span class="badge" data-live-url="/state" data-live-seconds="5" data-state="queued">In the queue</span></p>
<label for="about">About</label><textarea id="about" maxlength="30">Almost full text</textarea>
<p><button type="button" hidden data-copy="did:key:z6Mk">Copy</button> <button type="button" hidden data-print>Print</button>
<button type="button" hidden data-scheme-toggle>Dark colours</button></p>
<form method="post" action="/erase"><button class="danger" data-confirm="This cannot be undone.">Erase everything</button></form>
<form method="post" action="/sign-out" data-locks-passport><button>Sign out</button></form>`),
  '/passports': () => page('Passports in this browser', `<section data-passport="manage">${fallback}</section>`),
  '/join': () => page('Join', challenged('join', '<div class="field"><label for="invitation">Invitation</label><input id="invitation" name="Invitation" required></div>', 'Join')),
  '/sign-in': () => page('Sign in', challenged('sign-in', '', 'Sign in')),
  '/publish': query => page('New need', record('publish', 'Need', `
<div class="field"><label for="title">Title</label><input id="title" name="Title" required maxlength="120"></div>
<div class="field"><label for="summary">Summary</label><textarea id="summary" name="Summary" maxlength="500"></textarea></div>
<div class="field"><label for="code">Access code (private)</label><input id="code" name="payload.accessCode" data-private="accessCode"></div>
<div class="field"><label for="note">Note (private)</label><textarea id="note" name="payload.note" data-private="note"></textarea></div>`, query)),
  '/withdraw': query => page('Withdraw', record('sign', 'Withdraw', '', query)),
  '/published': () => page('Published', `<pre id="opened">${escape(JSON.stringify(town.opened))}</pre><pre>${escape(JSON.stringify(town.posted, null, 1) ?? '')}</pre>`),
  '/release': query => page('Your assignment', `<section data-passport="release" data-grant-url="/release${escape(query)}${query === '' ? '?' : '&amp;'}handler=Grant" data-did="${town.member ?? ''}" data-node-did="${nodeDid}">
${token}${fallback}<button type="button" disabled>Show the private details</button></section>`),
};
