// How requests come in and go out: Node's server towards Fetch, and fetch() to loopback addresses alone.
import { Agent, setGlobalDispatcher } from 'undici';

// Names under .test (RFC 6761 §6.2) are this machine; no other name is anything. So nothing is fetched from the internet,
// which a context that Fedify does not know would have it do.
function resolve(name, options, done) {
  if (!name.endsWith('.test')) {
    return done(Object.assign(new Error(`${name} is not on loopback.`), { code: 'ENOTFOUND' }));
  }
  return options.all ? done(null, [{ address: '127.0.0.1', family: 4 }]) : done(null, '127.0.0.1', 4);
}

export function stayOnLoopback(authority) {
  setGlobalDispatcher(new Agent({ connect: { ca: authority, lookup: resolve }, headersTimeout: 10_000, bodyTimeout: 10_000 }));
}

// message: { method, url, headers, body }; what answers it gives a Response.
export async function answer(incoming, outgoing, respond) {
  try {
    const chunks = [];
    for await (const chunk of incoming) {
      chunks.push(chunk);
    }
    const headers = Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]);
    const url = `https://${incoming.headers.host}${incoming.url}`;
    const response = await respond({ method: incoming.method, url, headers, body: Buffer.concat(chunks) });
    outgoing.writeHead(response.status, Object.fromEntries(response.headers));
    outgoing.end(Buffer.from(await response.arrayBuffer()));
  } catch (error) {
    console.error(error);
    outgoing.destroy();
  }
}

export function toRequest({ method, url, headers, body }) {
  return new Request(url, { method, headers, body: method === 'GET' || method === 'HEAD' ? undefined : body });
}
