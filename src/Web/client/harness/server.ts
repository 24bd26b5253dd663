/** Serves the built scripts under the real policy of the node, to try the flows in a browser: `npm run harness`. */
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { resolve } from 'node:path';
import { pages } from './pages.ts';
import { accept, admit, draft, grant, origin, type Reply, town } from './town.ts';

const policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' blob:; font-src 'self'; "
  + "connect-src 'self'; media-src 'self'; manifest-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; "
  + "frame-ancestors 'none'; object-src 'none'; require-trusted-types-for 'script'";

/** `HARNESS_SCRIPT_POLICY` replaces the policy of the script files, which is the one that a worker lives under. */
const scriptPolicy = process.env['HARNESS_SCRIPT_POLICY'] ?? policy;

const files: Record<string, [string, string]> = {
  '/lib/page.js': ['../wwwroot/lib/page.js', 'text/javascript'],
  '/lib/passport.js': ['../wwwroot/lib/passport.js', 'text/javascript'],
  '/style.css': ['harness/style.css', 'text/css'],
};

let asked = 0;

createServer((request, response) => void answer(request, response).catch((why: unknown) => {
  console.error(why);
  response.writeHead(400).end();
})).listen(8099, 'localhost', () => console.log(origin));

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname, search, searchParams } = new URL(request.url ?? '/', origin);
  response.setHeader('Content-Security-Policy', policy);
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('Cross-Origin-Opener-Policy', 'same-origin');
  const file = files[pathname];
  if (file !== undefined) {
    response.setHeader('Content-Security-Policy', scriptPolicy);
    response.writeHead(200, { 'Content-Type': `${file[1]}; charset=utf-8` }).end(await readFile(resolve(file[0])));
  } else if (pathname === '/state') {
    send(response, { status: 200, body: ++asked > 1 ? { state: 'assigned', text: 'Assigned to you', final: true } : { state: 'queued', text: 'In the queue' } });
  } else if (request.method === 'POST') {
    const body = await read(request);
    console.log(`POST ${pathname}${search} ${body}`);
    send(response, await post(pathname, searchParams, body, request), '/');
  } else if (pages[pathname] !== undefined) {
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(pages[pathname](search));
  } else {
    response.writeHead(404).end();
  }
}

async function post(path: string, query: URLSearchParams, body: string, request: IncomingMessage): Promise<Reply> {
  const handler = query.get('handler');
  const form = new URLSearchParams(body);
  const token = handler === null || handler === 'Draft' ? form.get('__RequestVerificationToken') : request.headers['requestverificationtoken'];
  if (path !== '/erase' && path !== '/sign-out' && token !== 'harness-token') {
    return { status: 400 };
  }
  switch (`${path} ${handler}`) {
    case '/join null': return admit('join', form);
    case '/sign-in null': return admit('sign-in', form);
    case '/publish Draft': return draft(form, 'Need', query.get('lie'));
    case '/withdraw Draft': return draft(form, 'Withdraw', query.get('lie'));
    case '/publish Signed':
    case '/withdraw Signed': return accept(JSON.parse(body) as Parameters<typeof accept>[0]);
    case '/release Grant': return grant(query.get('lie'));
    case '/sign-out null': delete town.member; return { status: 303 };
    default: return { status: 303 };
  }
}

function send(response: ServerResponse, { status, body }: Reply, location?: string): void {
  if (status === 303 && location !== undefined) {
    response.writeHead(303, { Location: location }).end();
  } else {
    response.writeHead(status, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' }).end(JSON.stringify(body ?? {}));
  }
}

async function read(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) {
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks).toString('utf8');
}
