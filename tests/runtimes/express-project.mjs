// What somebody writes into a fresh project with Express: the package as it is, and what it says of a parsed body.

import express from 'express';
import { createVerifier, sign, UsageError } from 'hookproof';

const secret = 'whsec_test';
const verifier = createVerifier({ provider: 'stripe', secrets: [secret] });

const app = express();
app.post('/right', express.raw({ type: () => true, limit: '1mb' }), (request, response) => {
  const report = verifier.verify({ method: request.method, headers: request.headers, body: request.body });
  response.status(report.status).send(report.event?.id ?? report.code);
});
app.post('/parsed', express.json(), (request, response) => {
  try {
    verifier.verify({ headers: request.headers, body: request.body });
    response.send('it works');
  } catch (error) {
    const right =
      error instanceof UsageError && error.code === 'usage.body' && /^ *Express: .*express\.raw\(/m.test(error.message);
    response.status(500).send(right ? 'the line to add' : String(error));
  }
});

async function answered(path, fault) {
  const body = JSON.stringify({ id: 'evt_1', object: 'event', type: 'ping' });
  const delivery = sign({ provider: 'stripe', secret, body, ...(fault && { fault }) });
  const headers = { 'Content-Type': 'application/json', ...Object.fromEntries(delivery.headers) };
  const response = await fetch(`http://127.0.0.1:${server.address().port}${path}`, { ...delivery, headers });
  return `${response.status} ${await response.text()}`;
}

const server = app.listen(0, '127.0.0.1', async () => {
  const failures = [];
  const expected = [
    ['/right', undefined, '200 evt_1'],
    ['/right', 'body.newline', '401 signature.mismatch'],
    ['/right', 'timestamp.stale', '401 timestamp.stale'],
    ['/parsed', undefined, '500 the line to add'],
  ];
  for (const [path, fault, answer] of expected) {
    const found = await answered(path, fault);
    if (!found.startsWith(answer)) failures.push(`${path} ${fault}: ${found}, expected ${answer}`);
  }
  const passed = expected.length - failures.length;
  console.log(`RESULTS ${JSON.stringify([{ name: 'loading', passed, failed: failures.length, failures, ms: 0 }])}`);
  server.close();
});
