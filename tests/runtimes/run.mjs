// Runs the suite on every host against the packed package and prints the table; `run.mjs NAME...` only where NAME fits.

import { prepare } from './app.mjs';
import { hosts as browsers } from './browsers.mjs';
import { hosts as bundles } from './bundles.mjs';
import { checks } from './checks.mjs';
import { hosts as programs } from './programs.mjs';
import { hosts as workers } from './workers.mjs';

const wanted = process.argv.slice(2).map((name) => name.toLowerCase());
const chosen = ({ name }) => wanted.length === 0 || wanted.some((word) => name.toLowerCase().includes(word));

const tarball = prepare();
const hosts = [...programs, ...workers, ...browsers, ...bundles].filter(chosen);
const table = [];
const waiting = [...hosts.entries()];
// Two at a time: each of them works in one thread.
await Promise.all(
  [0, 1].map(async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [place, host] = next;
      table[place] = await rowsOf(host);
    }
  }),
);
print(table);
const problems = wanted.length === 0 ? await checks(tarball) : [];

const suites = table.flatMap(({ suites }) => suites);
const sum = (name) => suites.reduce((sum, suite) => sum + suite[name], 0);
const broken = table.filter(({ error }) => error !== undefined);
for (const { host, error } of broken) console.log(`  FAILED ${host}: ${error}`);
for (const { host, suites } of table) {
  for (const { name, failures } of suites) {
    for (const failure of failures) console.log(`  FAILED ${host}, ${name}: ${failure}`);
  }
}
for (const problem of problems) console.log(`  FAILED ${problem}`);
for (const { host, reason } of table.filter(({ reason }) => reason)) console.log(`  not run: ${host}: ${reason}`);
const failed = sum('failed') + broken.length + problems.length;
console.log(`runtimes: ${sum('passed')} passed, ${failed} failed`);
process.exit(failed === 0 && suites.length > 0 ? 0 : 1);

async function rowsOf({ name: host, missing, run }) {
  const reason = await missing();
  if (reason !== undefined) return { host, suites: [], reason };
  const start = performance.now();
  try {
    const suites = await run();
    return { host, suites, ms: performance.now() - start };
  } catch (error) {
    return { host, suites: [], error: error.stack ?? String(error), ms: performance.now() - start };
  }
}

/** A line for each runtime, a column for each suite: passed / failed. */
function print(table) {
  const names = [...new Set(table.flatMap(({ suites }) => suites.map(({ name }) => name)))];
  const wide = Math.max(...table.map(({ host }) => host.length));
  const column = (text, name) => String(text).padStart(Math.max(name.length, 8) + 2);
  console.log(`  ${'passed / failed'.padEnd(wide)}${names.map((name) => column(name, name)).join('')}      time`);
  for (const { host, suites, reason, error, ms } of table) {
    const cells = names.map((name) => {
      const suite = suites.find((suite) => suite.name === name);
      return column(suite === undefined ? '-' : `${suite.passed} / ${suite.failed}`, name);
    });
    const end = reason ? '   not run' : error ? '    FAILED' : `${(ms / 1000).toFixed(1).padStart(8)} s`;
    console.log(`  ${host.padEnd(wide)}${cells.join('')}${end}`);
  }
}
