// By how much the module's memory and the heap grow over many calls. Needs `--expose-gc`, and to be the first to load hookproof.

import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { checked } from '../payloads.mjs';
import { SCHEMA } from '../schema.mjs';

const SECRET = 'bench-secret-0123456789abcdef';
const OPTIONS = { provider: 'datasaur', secrets: [SECRET], schemas: { PROJECT_CREATED: SCHEMA } };
const PAGE = 65_536;

const memories = [];
const { Instance } = WebAssembly;
// The package does not show the memory of its modules, so instances are seen to as they are made.
WebAssembly.Instance = function seen(...given) {
  const instance = new Instance(...given);
  memories.push(instance.exports.memory);
  return instance;
};
WebAssembly.Instance.prototype = Instance.prototype;
const { createVerifier } = await import('hookproof');

/** Growth over `calls` mixed deliveries, and over `verifiers` that are released, or dropped and collected. */
export async function lifeOf(calls, verifiers) {
  const deliver = mixed(createVerifier(OPTIONS));
  const once = verifierUse();
  return [
    await growth(`${words(calls)} mixed deliveries`, calls, deliver, Math.min(calls, 20_000)),
    await growth(`${words(verifiers)} verifiers, released`, verifiers, () => once().release()),
    await growth(`${words(verifiers)} verifiers, dropped and collected`, verifiers, () => void once(), 1000, collected),
  ];
}

/** Growth over verifiers that are left to the collector. How far it goes before that comes shows in the run-up. */
export function growthOfDropped(verifiers) {
  const once = verifierUse();
  return growth(`${words(verifiers)} verifiers, dropped`, verifiers, () => void once(), verifiers / 5);
}

/** Does something often, after a run-up, and gives what has grown. */
async function growth(what, times, act, before = 1000, between = turn) {
  await repeat(before, act, between);
  const start = await state();
  await repeat(times, act, between);
  const end = await state();
  return {
    what,
    pages: end.pages - start.pages,
    heap: Number(((end.heap - start.heap) / 2 ** 20).toFixed(3)),
    memory: end.pages * PAGE,
  };
}

async function repeat(times, act, between) {
  for (let done = 0; done < times; done += 1) {
    act(done);
    if (done % 500 === 499) await between();
  }
}

/** What is freed by finalizers is freed in a turn of the event loop. */
function turn() {
  return new Promise((resolve) => setImmediate(resolve));
}

async function collected() {
  globalThis.gc();
  await turn();
}

async function state() {
  for (let times = 0; times < 4; times += 1) await collected();
  const pages = memories.reduce((sum, { buffer }) => sum + buffer.byteLength / PAGE, 0);
  return { pages, heap: process.memoryUsage().heapUsed };
}

/** Deliveries of 0.5 KB; each hundredth has a wrong signature or does not fit the schema, each thousandth has 16 KB. */
function mixed(verifier) {
  const { '0.5k': small, '16k': large } = checked();
  const unfit = Buffer.from(small.toString().replace('"channel":"web"', '"channel":"fax"'));
  const [good, big, wrong] = [small, large, unfit].map(signed);
  const forged = { ...good, headers: { ...good.headers, 'x-datasaur-signature': '0'.repeat(64) } };
  const codes = new Set();
  return (done) => {
    const kind = done % 1000;
    const delivery = kind === 500 ? big : kind % 200 === 99 ? forged : kind % 100 === 99 ? wrong : good;
    const report = verifier.verify(delivery);
    if (report.ok !== (delivery === good || delivery === big)) throw new Error(`${done}: ${report.code}`);
    codes.add(report.code);
  };
}

function verifierUse() {
  const { body, headers } = signed(
    readFileSync(new URL('../../../providers/github/examples/ping.json', import.meta.url)),
  );
  const hub = { 'x-hub-signature-256': `sha256=${headers['x-datasaur-signature']}`, 'x-github-event': 'ping' };
  const options = { provider: 'github', secrets: [SECRET] };
  return () => {
    const verifier = createVerifier(options);
    if (!verifier.verify({ method: 'POST', headers: hub, body }).ok) throw new Error('a right delivery was refused');
    return verifier;
  };
}

function signed(body) {
  const hex = createHmac('sha256', SECRET).update(body).digest('hex');
  return { method: 'POST', headers: { 'x-datasaur-signature': hex }, body };
}

function words(count) {
  return count.toLocaleString('en');
}
