// Runs the worker on this machine and delivers to it: `node examples/worker/dev.mjs`, and goes on serving; ends with --once.

import { sign } from 'hookproof';
import { startWorker } from './local.mjs';

const SECRET = process.env.EDESY_SECRET ?? 'secret-of-this-demonstration';
const worker = await startWorker({ secret: SECRET, port: Number(process.env.PORT ?? 0) });
console.log(`serving ${worker.url}`);

const good = signed(SECRET, { event: 'order.placed', order: crypto.randomUUID() });
await deliver('a delivery', good);
await deliver('a copy of it', good);
await deliver('a forged one', { ...good, body: '{"event":"order.placed"}' });
await deliver('one that is too large', signed(SECRET, { event: 'order.placed', text: 'x'.repeat(100_000) }));
let handled = await worker.handled();
while (handled.length === 0) handled = await worker.handled();
console.log(`the queue's consumer has ${handled.length}: ${handled[0].type} ${handled[0].payload.order}`);

if (process.argv.includes('--once')) await worker.stop();
else process.once('SIGINT', () => worker.stop());

function signed(secret, payload) {
  const { method, headers, body } = sign({ provider: 'edesy', secret, body: JSON.stringify(payload) });
  return { method, headers, body };
}

async function deliver(what, init) {
  const { status } = await fetch(worker.url, init);
  console.log(`${status}  ${what}`);
}
