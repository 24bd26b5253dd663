// A server of the fediverse by Fedify, as an independent peer for tests. It keeps everything in memory.
//   node fediverse.mjs --name peer.test --cert cert.pem --key key.pem --authority authority.pem
//     [--port 0] [--people ruth,sol] [--first-knock rfc9421|cavage] [--answer-follows accept|reject|nothing]
//     [--rsa-bits 2048] [--demand-signatures] [--verbose]
// Says "listening ORIGIN" when it can be spoken to. Then it does what it is told, as peer.mjs does: one request a line on
// stdin, {"ask": name, ...}, one answer a line on stdout. It ends with stdin. Logs go to stderr, with --verbose alone.
import { AsyncLocalStorage } from 'node:async_hooks';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { configure } from '@logtape/logtape';
import { commandsOf } from './commands.mjs';
import { Inspection } from './inspection.mjs';
import { createNode } from './node.mjs';
import { answer, stayOnLoopback } from './transport.mjs';

const { values: options } = parseArgs({
  options: {
    name: { type: 'string' },
    cert: { type: 'string' },
    key: { type: 'string' },
    authority: { type: 'string' },
    port: { type: 'string', default: '0' },
    people: { type: 'string', default: 'ruth,sol' },
    'first-knock': { type: 'string', default: 'rfc9421' },
    'answer-follows': { type: 'string', default: 'accept' },
    'rsa-bits': { type: 'string', default: '2048' },
    'demand-signatures': { type: 'boolean', default: false },
    verbose: { type: 'boolean', default: false },
  },
});

// Whatever a library prints would be taken for an answer.
console.log = console.info = console.debug = console.error;

// Fedify asks it for one kind of server that it knows, and Node has it from version 21 on.
globalThis.navigator ??= { userAgent: 'Node.js' };

const toStderr = ({ level, category, message }) => {
  const text = message.map((part) => (typeof part === 'string' ? part : part instanceof Error ? part.stack : JSON.stringify(part))).join('');
  process.stderr.write(`${level} ${category.join('.')}: ${text.slice(0, 2_000)}\n`);
};
await configure({
  contextLocalStorage: new AsyncLocalStorage(),
  sinks: { stderr: toStderr },
  loggers: [
    { category: 'fedify', lowestLevel: options.verbose ? 'debug' : null, sinks: ['stderr'] },
    { category: ['fedify', 'utils', 'kv-cache'], lowestLevel: 'warning' },
    { category: ['logtape', 'meta'], lowestLevel: 'warning', sinks: ['stderr'] },
  ],
});
stayOnLoopback(readFileSync(options.authority));

const server = createServer({ cert: readFileSync(options.cert), key: readFileSync(options.key) });
await new Promise((resolve) => server.listen(Number(options.port), '127.0.0.1', resolve));

const origin = `https://${options.name}:${server.address().port}`;
const node = createNode({
  origin,
  people: options.people.split(','),
  firstKnock: options['first-knock'] === 'cavage' ? 'draft-cavage-http-signatures-12' : options['first-knock'],
  answerFollows: options['answer-follows'],
  rsaBits: Number(options['rsa-bits']),
  demandsSignatures: options['demand-signatures'],
});
const inspection = new Inspection(node);
server.on('request', (request, response) => answer(request, response, (message) => inspection.pass(message)));

const commands = commandsOf(node, inspection);
process.stdout.write(`listening ${origin}\n`);

for await (const line of createInterface({ input: process.stdin })) {
  const { ask, ...request } = JSON.parse(line);
  let reply;
  try {
    reply = { answer: (await commands[ask](request)) ?? null };
  } catch (error) {
    reply = { error: String(error?.message ?? error) };
  }
  process.stdout.write(JSON.stringify(reply) + '\n');
}
process.exit(0);
