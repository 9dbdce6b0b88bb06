// `cargo xtask bench --throughput`: whole receivers under load on loopback; writes docs/bench/throughput.*.

import { fork } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import autocannon from 'autocannon';
import { checked } from './payloads.mjs';
import { cpuOf } from './proc.mjs';
import { machine } from './report/machine.mjs';
import { publish } from './report/publish.mjs';
import { figure } from './report/targets.mjs';
import { ratio, seeded, shuffled } from './rounds.mjs';
import { rounded, spread } from './speed.mjs';

const COUNT = Number(process.env.HOOKPROOF_BENCH_ROUNDS ?? 11);
const SECRET = 'bench-secret-0123456789abcdef';
const BY_HAND = 'createHmac + JSON.parse + ajv';
const OWN = ['hookproof (examples/node)', 'hookproof (nodeHandler)'];
const WHO = [...OWN, 'hookproof (nodeHandler, copies told apart)', BY_HAND, 'nothing is checked'];
/** Bodies, and requests in a round. */
const REQUESTS = { '2k': 6000, '16k': 3000 };
const CONNECTIONS = 16;

const servers = {};
for (const who of WHO) servers[who] = await start(who);
const random = seeded(20_261_121);
const results = {};
const found = {};
try {
  for (const [name, amount] of Object.entries(REQUESTS)) {
    const rows = Object.fromEntries(WHO.map((who) => [who, []]));
    const body = checked()[name];
    for (const who of WHO) await load(servers[who], body, amount / 2);
    for (let round = 0; round < COUNT; round += 1) {
      for (const who of shuffled(WHO, random)) rows[who].push(await load(servers[who], body, amount));
    }
    found[name] = rows;
    results[name] = Object.fromEntries(WHO.map((who) => [who, summary(rows[who])]));
    for (const [who, { perSecond, p99, cpu }] of Object.entries(results[name])) {
      const figures = `${figure(perSecond.value)} requests/s, p99 ${figure(p99.value)} ms, ${figure(cpu.value)} us of CPU`;
      console.log(`  ${name.padEnd(6)}${who.padEnd(44)}${figures}`);
    }
  }
} finally {
  for (const { child } of Object.values(servers)) child.disconnect();
}

const targets = OWN.flatMap((what) =>
  Object.keys(REQUESTS).flatMap((body) => {
    const each = (who, measure) => found[body][who].map((row) => row[measure]);
    const compared = (words, top, bottom) => {
      const { median: value, low, high } = ratio(top, bottom);
      const figures = { value: rounded(value), low: rounded(low), high: rounded(high) };
      return { what: `${what}: ${words}`, than: BY_HAND, body, least: 1, unit: 'x', ...figures };
    };
    return [
      compared('requests per second', each(what, 'perSecond'), each(BY_HAND, 'perSecond')),
      compared('requests per second of CPU', each(BY_HAND, 'cpu'), each(what, 'cpu')),
    ];
  }),
);
publish('throughput', {
  made: machine(),
  rounds: COUNT,
  connections: CONNECTIONS,
  requests: REQUESTS,
  targets,
  results,
});

async function start(who) {
  const script = fileURLToPath(new URL('throughput/server.mjs', import.meta.url));
  const child = fork(script, [who, SECRET]);
  const port = await Promise.race([once(child, 'message'), once(child, 'exit')]);
  if (child.exitCode !== null) throw new Error(`the receiver "${who}" ended with ${child.exitCode}`);
  return { child, url: `http://127.0.0.1:${port[0]}/hook` };
}

/** So many deliveries over all connections: requests per second, the time that one in a hundred exceeds, CPU of the server. */
async function load({ child, url }, body, amount) {
  const signature = createHmac('sha256', SECRET).update(body).digest('hex');
  const headers = { 'x-datasaur-signature': signature, 'content-type': 'application/json' };
  const latencies = [];
  const cpu = cpuOf(child.pid);
  const begin = performance.now();
  let end = begin;
  const running = autocannon({ url, method: 'POST', headers, body, amount, connections: CONNECTIONS, sampleInt: 50 });
  running.on('response', (_client, _status, _bytes, milliseconds) => {
    latencies.push(milliseconds);
    end = performance.now();
  });
  const answer = await running;
  if (answer['2xx'] !== amount) throw new Error(`${url}: ${answer['2xx']} of ${amount} were accepted`);
  latencies.sort((left, right) => left - right);
  return {
    perSecond: (amount * 1000) / (end - begin),
    p99: latencies[Math.floor(0.99 * latencies.length)],
    cpu: (cpuOf(child.pid) - cpu) / amount / 1000,
  };
}

function summary(rows) {
  const of = (measure) => spread(rows.map((row) => row[measure]));
  return { perSecond: of('perSecond'), p99: of('p99'), cpu: of('cpu') };
}
