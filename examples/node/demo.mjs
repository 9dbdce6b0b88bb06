// The demo: starts the receiver on a loopback port, plays the senders, and says whether each verdict is the right one.

import { once } from 'node:events';
import { version } from 'hookproof';
import { check } from './expect.mjs';
import { faults } from './faults.mjs';
import { byHand, heading, line, summary, title } from './print.mjs';
import { createReceiver } from './receiver.mjs';
import { ENDPOINTS, examples, FORMS, sign } from './senders.mjs';

let last = null;
let serving = false;
const server = createReceiver({
  endpoints: ENDPOINTS,
  onReport: ({ path, report }) => {
    last = report;
    if (serving) console.log(line({ path, status: report.status, report }));
  },
});

server.listen(Number(process.env.DEMO_PORT ?? 0), '127.0.0.1');
try {
  await once(server, 'listening');
} catch (error) {
  console.error(`cannot listen: ${error.message}; DEMO_PORT names another port, 0 any free one`);
  process.exit(1);
}
const base = `http://127.0.0.1:${server.address().port}`;

const counts = { right: 0, wrong: 0 };
console.log(title(version(), base));
for (const [path, { provider }] of Object.entries(ENDPOINTS)) {
  console.log(heading(`Every event of ${provider}, delivered to ${path}`));
  for (const [place, { name, body }] of examples(path).entries()) {
    // How the CRM writes its signature is not documented; each of the three forms gets its turn.
    const form = path === '/edesy' ? Object.keys(FORMS)[place % 3] : undefined;
    await deliver({
      what: name,
      path,
      method: 'POST',
      headers: sign(path, body, { form }),
      body,
      expect: { status: 200, code: 'ok', scheme: form, event: name },
    });
  }
}
for (const group of faults()) {
  console.log(heading(group.title));
  for (const delivery of group.deliveries) await deliver(delivery);
}
console.log(summary(counts));
process.exitCode = counts.wrong === 0 && counts.right > 0 ? 0 : 1;

if (process.argv.includes('--no-serve')) {
  server.close();
  server.closeAllConnections();
} else {
  serving = true;
  console.log(byHand(base));
  const playground = process.env.DEMO_PLAYGROUND;
  if (playground !== undefined) console.log(`\nThe playground: ${playground}`);
  process.once('SIGINT', () => {
    server.close();
    server.closeAllConnections();
  });
}

async function deliver({ what, path, method, headers, body, expect }) {
  last = null;
  const response = await fetch(base + path, {
    method,
    headers: { 'Content-Type': 'application/json', ...headers },
    body,
  });
  await response.arrayBuffer();
  const report = last;
  const faults = check(expect, response.status, report, body);
  counts[faults.length === 0 ? 'right' : 'wrong'] += 1;
  console.log(line({ what, path, status: response.status, report, expect, faults }));
}
