// What is measured, one row a run: its command, what it shows, and how its page is made of its figures.

import { instructionsFiles } from './instructions.mjs';
import { nativeFiles } from './native.mjs';
import { reasonFor } from './reasons.mjs';
import { speedFiles } from './speed.mjs';
import { startFiles } from './start.mjs';
import { measured, met, table, wanted } from './targets.mjs';
import { throughputFiles } from './throughput.mjs';

const NODE = {
  title: 'Node: hookproof beside what users would take instead',
  intro: `In each round all contenders run in a shuffled order, measured by CPU time; a ratio is the median over the rounds of "the other's
time / hookproof's time in the same round", with the middle half of the rounds in brackets. Of mixed and pure ASCII bodies the
lower ratio counts. Contenders that say \`no schema\` do less than hookproof. Every contender gets the bytes of the body, the
header and the secret.`,
  what: 'Microseconds of CPU per delivery',
  bars: ['0.5k', '2k', '16k'],
};

const EDGE = {
  title: 'Workers: hookproof beside what may run without compiling at run time',
  intro: `A workerd process runs one Worker twice: with a date of compatibility that gives it Node's modules, and with the last one that
does not. Each request verifies the same delivery many times; contenders alternate in a shuffled order. The clock inside stands still during a request, so that the time is taken from
outside: CPU time of all threads of the process, less that of a request that verifies nothing. Of mixed and pure ASCII bodies
the lower ratio counts.`,
  what: 'Microseconds of CPU per delivery',
  bars: ['0.5k', '2k', '16k'],
};

/** Every run. */
export const RUNS = {
  node: {
    command: 'cargo xtask bench',
    shows: 'a delivery verified in Node, beside ten others, over bodies of 0.5 KB to 1 MB',
    files: (run) => speedFiles('node', NODE, run),
  },
  edge: {
    command: 'cargo xtask bench --edge',
    shows: 'the same in workerd, beside what may run without compiling at run time',
    files: (run) => speedFiles('edge', EDGE, run),
  },
  start: {
    command: 'cargo xtask bench --start',
    shows:
      'the first verdict of a fresh Node process, its memory, and what a million deliveries and 100,000 verifiers leave',
    files: startFiles,
  },
  throughput: {
    command: 'cargo xtask bench --throughput',
    shows: 'whole receivers under load on loopback: requests per second, p99, CPU per request',
    files: throughputFiles,
  },
  native: {
    command: 'cargo xtask bench --native',
    shows: 'the core without WebAssembly, beside the crates that a Rust user would take; one thread and two',
    files: nativeFiles,
  },
  instructions: {
    command: 'cargo xtask bench --instructions',
    shows: 'instructions of the hot path, which do not change with the load: what regressions are seen by',
    files: instructionsFiles,
  },
};

/** The text of every file in docs/bench but the figures themselves, by its name. */
export function rendered(all) {
  const files = Object.entries(all).map(([name, run]) => RUNS[name].files(run));
  return Object.assign({ 'README.md': index(all) }, ...files);
}

function shown(target) {
  return [target.what, target.than, target.body, wanted(target), measured(target)];
}

function index(all) {
  const runs = Object.entries(RUNS).map(([name, { command, shows }]) => {
    const run = all[name];
    const page = run === undefined ? 'not made yet' : `[${name}.md](${name}.md)`;
    const targets = run?.targets ?? [];
    const count = targets.length === 0 ? '' : `${targets.filter(met).length} of ${targets.length}`;
    return [page, shows, `\`${command}\``, run?.made.date ?? '', count];
  });
  const missed = Object.entries(all).flatMap(([name, { targets = [] }]) =>
    targets.filter((target) => !met(target)).map((target) => [name, ...shown(target), reasonFor(name, target)]),
  );
  const list =
    missed.length === 0 ? 'None.' : table(['run', 'what', 'than', 'body', 'target', 'measured', 'why'], missed);
  return `# What is measured

Each run writes its figures (\`.json\`) and its page; this page, the other pages and the charts are made of the figures, and
[the README](../../README.md) quotes them. \`cargo xtask bench --all\` makes all of them anew. Absolute times are those of one
machine, which may have done other things too: contenders alternate within a run, and only what ran side by side is compared.
\`HOOKPROOF_BENCH_ROUNDS\` is the number of rounds, for a quick look. The bodies are made by
[a script](../../benches/js/payloads.mjs) and held to committed hashes; the schema is [that of the benches](../../benches/js/schema.mjs).

${table(['page', 'shows', 'made by', 'on', 'targets met'], runs)}

## Targets that are missed

${list}
`;
}
