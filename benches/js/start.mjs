// `cargo xtask bench --start`: what the first delivery of a process costs, and what a long life; writes docs/bench/start.*.

import { execFileSync } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { checked } from './payloads.mjs';
import { machine } from './report/machine.mjs';
import { publish } from './report/publish.mjs';
import { ratio, seeded, shuffled } from './rounds.mjs';
import { SCHEMA } from './schema.mjs';
import { rounded, spread } from './speed.mjs';

const COUNT = Number(process.env.HOOKPROOF_BENCH_ROUNDS ?? 15);
const EMPTY = 'nothing';
const AJV = 'createHmac + JSON.parse + ajv';
const OWN = ['hookproof', 'hookproof, built-in schema'];
const WHO = [
  EMPTY,
  ...OWN,
  AJV,
  'createHmac + JSON.parse + cfworker',
  'stripe (no schema)',
  'svix (no schema)',
  'standardwebhooks (no schema)',
];
const script = (name) => fileURLToPath(new URL(`start/${name}`, import.meta.url));

const random = seeded(20_261_121);
const costs = Object.fromEntries(WHO.map((who) => [who, []]));
for (let round = 0; round < COUNT; round += 1) {
  for (const who of shuffled(WHO, random)) costs[who].push(child('first.mjs', [], who, JSON.stringify(sent())));
}

// An empty Node is shown as it is, everything else as what it adds.
const rows = WHO.map((who) => {
  const each = (what) =>
    spread(costs[who].map((cost, round) => cost[what] - (who === EMPTY ? 0 : costs[EMPTY][round][what])));
  return [who, { cpu: each('cpu'), wall: each('wall'), rss: each('rss') }];
});
for (const [who, { cpu, rss }] of rows) {
  console.log(`  ${who.padEnd(36)}${cpu.value.toFixed(1).padStart(8)} ms of CPU${rss.value.toFixed(1).padStart(8)} MB`);
}
const first = Object.fromEntries(rows);
const above = (who) => costs[who].map(({ cpu }, round) => Math.max(0.1, cpu - costs[EMPTY][round].cpu));
const life = child('life.mjs', ['--expose-gc'], '1000000', '100000', 'dropped');

publish('start', {
  made: machine(),
  rounds: COUNT,
  first,
  life,
  targets: [
    ...OWN.map((what) => ({
      what: `first verdict, ${what}`,
      than: '',
      body: '2k',
      most: 15,
      unit: ' ms',
      ...first[what].cpu,
    })),
    ...OWN.map((what) => {
      const { median: value, low, high } = ratio(above(AJV), above(what));
      const found = { value: rounded(value), low: rounded(low), high: rounded(high) };
      return { what: `first verdict, ${what}`, than: AJV, body: '2k', least: 8, unit: 'x', ...found };
    }),
    { what: 'memory over an empty Node', than: '', body: '2k', most: 8, unit: ' MB', ...first.hookproof.rss },
    ...life.growth.flatMap(({ what, pages, heap }) => [
      { what: `${what}: growth of the module's memory`, than: '', body: '', most: 0, unit: ' pages', value: pages },
      { what: `${what}: growth of the heap`, than: '', body: '', most: 1, unit: ' MB', value: heap },
    ]),
  ],
});

/** Runs a script in a process of its own and gives what it prints. */
function child(name, options, ...values) {
  const { NODE_OPTIONS: _, ...env } = process.env;
  const text = execFileSync(process.execPath, [...options, script(name), ...values], { env, encoding: 'utf8' });
  return JSON.parse(text);
}

/** What a process gets to verify. */
function sent() {
  const body = checked()['2k'].toString();
  const secret = 'bench-secret-0123456789abcdef';
  const seconds = Math.floor(Date.now() / 1000);
  const sign = (text) => createHmac('sha256', secret).update(text);
  const own = readFileSync(new URL('../../providers/stripe/examples/customer.created.json', import.meta.url), 'utf8');
  return {
    body,
    secret,
    seconds,
    schema: SCHEMA,
    event: 'PROJECT_CREATED',
    hex: {
      body: sign(body).digest('hex'),
      stripe: sign(`${seconds}.${body}`).digest('hex'),
      standard: `v1,${sign(`m.${seconds}.${body}`).digest('base64')}`,
    },
    builtIn: {
      provider: 'stripe',
      headers: { 'stripe-signature': `t=${seconds},v1=${sign(`${seconds}.${own}`).digest('hex')}` },
      body: own,
    },
  };
}
