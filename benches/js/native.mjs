// `cargo xtask bench --native`: what `cargo bench` has left in the target directory, as figures; writes docs/bench/native.*.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checked } from './payloads.mjs';
import { machine } from './report/machine.mjs';
import { publish } from './report/publish.mjs';
import { rounded } from './speed.mjs';

const [target, rustc] = process.argv.slice(2);
const read = (...path) => JSON.parse(readFileSync(join(target, ...path), 'utf8'));

const bodies = checked();
const results = {};
for (const what of readdirSync(join(target, 'criterion')).sort()) {
  for (const body of Object.keys(bodies)) {
    const estimates = ['criterion', what, body, 'new', 'estimates.json'];
    if (!existsSync(join(target, ...estimates))) continue;
    const { point_estimate: nanoseconds, confidence_interval: sure } = read(...estimates).median;
    results[what] ??= {};
    results[what][body] = {
      nanoseconds: rounded(nanoseconds),
      low: rounded(sure.lower_bound),
      high: rounded(sure.upper_bound),
      perByte: rounded(nanoseconds / bodies[body].length),
    };
  }
}
const { gigabytes, one, two, ratio, cpu } = read('tmp', 'scaling.json');
const scaling = { gigabytes, one: rounded(one), two: rounded(two), cpu: rounded(cpu) };
const what = `${gigabytes} GB walked by two threads`;
const targets = [{ what, than: 'one thread', body: 'all sizes', least: 1.8, unit: 'x', value: rounded(ratio) }];
publish('native', { made: { ...machine(), rustc }, targets, results, scaling });
