// Other people's implementations of what src/ActivityStreams does, for its tests to agree with.
// One request a line on stdin, {"ask": name, ...}; one answer a line on stdout, {"answer": ...} or {"error": message}.
import { createInterface } from 'node:readline';
import { canonicalize, compact, expand, setContexts, toRdf } from './linkedData.mjs';
import { signDocument, verifyDocument } from './proofs.mjs';
import { signRequest, verifyRequest } from './requests.mjs';

const answers = { setContexts, expand, compact, toRdf, canonicalize, signDocument, verifyDocument, signRequest, verifyRequest };

// Whatever a library prints would be taken for an answer.
console.log = console.error;

for await (const line of createInterface({ input: process.stdin })) {
  const { ask, ...request } = JSON.parse(line);
  let reply;
  try {
    reply = { answer: (await answers[ask](request)) ?? null };
  } catch (error) {
    reply = { error: String(error?.message ?? error) };
  }
  process.stdout.write(JSON.stringify(reply) + '\n');
}
