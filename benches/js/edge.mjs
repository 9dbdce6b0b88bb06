// `cargo xtask bench --edge`: the same in workerd, where nothing may compile at run time; writes docs/bench/edge.*.

import { createHmac } from 'node:crypto';
import { SECRET, VERDICT } from './edge/names.mjs';
import { DATES, start } from './edge/workerd.mjs';
import { checked } from './payloads.mjs';
import { machine } from './report/machine.mjs';
import { publish } from './report/publish.mjs';
import { measuredRounds, seeded } from './rounds.mjs';
import { multiples, print, summary } from './speed.mjs';

const COUNT = Number(process.env.HOOKPROOF_BENCH_ROUNDS ?? 15);
const BODIES = ['0.5k', '0.5k-ascii', '2k', '2k-ascii', '16k', '16k-ascii', '256k', '256k-ascii'];
const BASE = 'WebCrypto + JSON.parse + cfworker';
const BARE = 'bare';
/** At least so many times as fast. */
const TARGETS = [[VERDICT, BASE, { '0.5k': 10, '2k': 10, '16k': 20 }]];
const TIMING = { warmMs: 200, batchMs: 20 };

const workerd = await start();
const measured = {};
try {
  const random = seeded(20_261_121);
  const all = checked();
  // What is measured first would pay for what the engine compiles meanwhile.
  for (const name of ['2k', '0.5k']) await measuredRounds(await contenders(name, all[name]), 5, random, TIMING);
  for (const name of BODIES) {
    const times = await measuredRounds(await contenders(name, all[name]), COUNT, random, TIMING);
    measured[name] = { bytes: all[name].length, times };
    print(name, all[name].length, times, BASE);
  }
} finally {
  workerd.stop();
}
const results = Object.entries(measured).map(([name, { bytes, times }]) => [name, summary(bytes, times, VERDICT)]);
publish('edge', {
  made: { ...machine(), workerd: workerd.version },
  rounds: COUNT,
  verdict: VERDICT,
  targets: multiples(TARGETS, measured),
  results: Object.fromEntries(results),
});

/** What takes a number of calls and gives the nanoseconds of CPU that one of them took. */
async function contenders(name, body) {
  const found = {};
  for (const service of Object.keys(DATES)) {
    const headers = { 'x-signatures': JSON.stringify(signatures(body)) };
    const names = JSON.parse(await workerd.ask(service, `/body?body=${name}`, { headers, body }));
    // Node's modules make a difference to hookproof alone.
    for (const who of names.filter((each) => service !== BARE || each === VERDICT)) {
      const path = (calls) => `/run?body=${name}&who=${encodeURIComponent(who)}&calls=${calls}`;
      const label = service === BARE ? `${who}, without Node's modules` : who;
      found[label] = async (calls) => (await spent(service, path(calls))) - (await spent(service, path(0)));
    }
  }
  return found;
}

/** CPU time of a request. The clock inside stands still, so that it is taken from outside. */
async function spent(service, path) {
  const before = workerd.cpu();
  await workerd.ask(service, path);
  return workerd.cpu() - before;
}

function signatures(body) {
  const sign = (prefix) => createHmac('sha256', SECRET).update(prefix).update(body);
  const seconds = Math.floor(Date.now() / 1000);
  const id = 'msg_1';
  const v1 = `v1,${sign(`${id}.${seconds}.`).digest('base64')}`;
  const webhook = { 'webhook-id': id, 'webhook-timestamp': String(seconds), 'webhook-signature': v1 };
  return { hex: sign('').digest('hex'), webhook };
}
