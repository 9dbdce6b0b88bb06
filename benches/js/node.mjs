// `cargo xtask bench`: hookproof beside what users would take instead, in Node; writes docs/bench/node.md, .json and charts.

import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { ratioChart, timeChart } from './charts.mjs';
import { BASE, contenders, TARGETS } from './contenders.mjs';
import { checked, hashes, payloads } from './payloads.mjs';
import { median, ratio, rounds, seeded } from './rounds.mjs';

const FOLDER = new URL('../../docs/bench/', import.meta.url);
const COUNT = Number(process.env.HOOKPROOF_BENCH_ROUNDS ?? 21);

if (process.argv.includes('--hashes')) {
  writeFileSync(new URL('./payloads.json', import.meta.url), `${JSON.stringify(hashes(payloads()), null, 2)}\n`);
  process.exit();
}

const random = seeded(20_261_121);
const results = {};
for (const [name, body] of Object.entries(checked())) {
  const times = await rounds(contenders(body), COUNT, random);
  results[name] = { bytes: body.length, times };
  const row = Object.entries(times).map(([who, list]) => [who, median(list)]);
  console.log(`\n${name}, ${body.length} bytes (us of CPU per call; ${BASE} / x, middle half)`);
  for (const [who, time] of row) {
    const { median: times_, low, high } = ratio(times[BASE], times[who]);
    console.log(`  ${who.padEnd(36)}${(time / 1000).toFixed(2).padStart(12)}  ${shown(times_, low, high)}`);
  }
}

const targets = TARGETS.flatMap(([who, than, least]) =>
  Object.entries(least).map(([size, wanted]) => {
    // The lower of mixed and pure ASCII counts.
    const found = [size, `${size}-ascii`].map((name) => ratio(results[name].times[than], results[name].times[who]));
    const lower = found[0].median <= found[1].median ? found[0] : found[1];
    return { who, than, size, wanted, found: lower, met: lower.median >= wanted };
  }),
);
for (const [name, most] of [
  ['16k', 1],
  ['256k', 1],
  ['256k-text', 0.1],
]) {
  const { bytes, times } = results[name];
  const found = median(times['walk alone: hookproof']) / bytes;
  const than = `${ratio(times['walk alone: JSON.parse'], times['walk alone: hookproof']).median.toFixed(1)}x JSON.parse`;
  targets.push({
    who: 'walk alone: ns per byte',
    than,
    size: name,
    wanted: most,
    most: true,
    value: found,
    met: found <= most,
  });
}

const lines = targets.map((target) => {
  const { who, than, size, wanted, found, met, most, value } = target;
  const measured = most ? value.toFixed(2) : shown(found.median, found.low, found.high);
  return `| ${who} | ${than} | ${size} | ${most ? 'at most' : 'at least'} ${wanted} | ${measured} | ${met ? 'met' : '**missed**'} |`;
});
const where = `${new Date().toISOString().slice(0, 10)}, Node ${process.version}, ${cpus()[0].model.trim()} (${cpus().length} CPUs)`;
mkdirSync(FOLDER, { recursive: true });
writeFileSync(new URL('node.md', FOLDER), page(where, lines));
writeFileSync(new URL('node.json', FOLDER), `${JSON.stringify(summary(where))}\n`);
writeFileSync(new URL('node-time.svg', FOLDER), timeChart(results, median));
writeFileSync(new URL('node-ratio.svg', FOLDER), ratioChart(results, ratio, BASE));
console.log(`\n${lines.join('\n')}\n\n${targets.filter(({ met }) => met).length} of ${targets.length} targets met`);

function shown(middle, low, high) {
  return `${middle.toFixed(2)} (${low.toFixed(2)} to ${high.toFixed(2)})`;
}

function summary(machine) {
  const of = ({ bytes, times }) => ({
    bytes,
    nanoseconds: Object.fromEntries(Object.entries(times).map(([who, list]) => [who, Math.round(median(list))])),
  });
  return {
    machine,
    rounds: COUNT,
    results: Object.fromEntries(Object.entries(results).map(([name, it]) => [name, of(it)])),
  };
}

function page(machine, rows) {
  const names = Object.keys(results);
  const who = Object.keys(results[names[0]].times);
  const times = who.map((name) => {
    const cells = names.map((body) => (median(results[body].times[name]) / 1000).toFixed(1));
    return `| ${name} | ${cells.join(' | ')} |`;
  });
  return `# Node: hookproof beside what users would take instead

Made by \`cargo xtask bench\`: ${machine}, ${COUNT} rounds. In each round all contenders run in a shuffled order, measured by CPU
time; a ratio is the median over the rounds of "the other's time / hookproof's time in the same round", with the middle half of
the rounds in brackets. Of mixed and pure ASCII bodies the lower ratio counts. Contenders that say \`no schema\` do less than
hookproof. Absolute times are those of a machine that did other things too.

## Targets

| what | than | body | target | measured | |
| --- | --- | --- | --- | --- | --- |
${rows.join('\n')}

## Time per delivery, in microseconds of CPU

| | ${names.join(' | ')} |
| --- | ${names.map(() => '--:').join(' | ')} |
${times.join('\n')}

![Time over size](node-time.svg)

![Ratio over contenders](node-ratio.svg)
`;
}
