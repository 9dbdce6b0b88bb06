// `cargo xtask bench`: hookproof beside what users would take instead, in Node; writes docs/bench/node.*.

import { BASE, contenders, TARGETS, VERDICT, WALK } from './contenders.mjs';
import { checked } from './payloads.mjs';
import { machine } from './report/machine.mjs';
import { publish } from './report/publish.mjs';
import { ratio, rounds, seeded } from './rounds.mjs';
import { multiples, print, rounded, summary } from './speed.mjs';

const COUNT = Number(process.env.HOOKPROOF_BENCH_ROUNDS ?? 21);
const OWN = 'walk alone: hookproof';

const random = seeded(20_261_121);
const measured = {};
const all = checked();
// What is measured first would pay for what the engine compiles meanwhile.
for (const body of [all['2k'], all['0.5k'], all['16k']]) await rounds(contenders(body), 5, random);
for (const [name, body] of Object.entries(all)) {
  const times = await rounds(contenders(body), COUNT, random);
  measured[name] = { bytes: body.length, times };
  print(name, body.length, times, BASE);
}

const walks = Object.entries(WALK).map(([body, most]) => {
  const { bytes, times } = measured[body];
  const each = times[OWN].map((time) => time / bytes);
  const {
    median: value,
    low,
    high,
  } = ratio(
    each,
    each.map(() => 1),
  );
  const parse = ratio(times['walk alone: JSON.parse'], times[OWN]).median;
  const what = `walk alone, per byte (${parse.toFixed(1)}x as fast as JSON.parse)`;
  const spread = { value: rounded(value), low: rounded(low), high: rounded(high) };
  return { what, than: '', body, most, unit: ' ns', ...spread };
});

const results = Object.entries(measured).map(([name, { bytes, times }]) => [name, summary(bytes, times, VERDICT)]);
publish('node', {
  made: machine(),
  rounds: COUNT,
  verdict: VERDICT,
  targets: [...multiples(TARGETS, measured), ...walks],
  results: Object.fromEntries(results),
});
