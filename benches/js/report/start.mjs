// The page about the first delivery of a process and a long life.

import { figure, table, targetsTable, where } from './targets.mjs';

export function startFiles({ made, rounds, first, life, targets }) {
  const cell = ({ value, low, high }) => `${figure(value)} (${figure(low)} to ${figure(high)})`;
  const rows = Object.entries(first).map(([who, { cpu, wall, rss }]) => [who, cell(cpu), cell(wall), cell(rss)]);
  const grown = life.growth.map(({ what, pages, heap, memory }) => [
    what,
    pages,
    `${figure(heap)} MB`,
    `${figure(memory / 2 ** 20)} MB`,
  ]);
  return {
    'start.md': `# The first delivery of a process, and a long life

Each contender starts in a Node process of its own: it loads what it needs, compiles, makes its verifier and verifies one delivery of
2 KB. Processes alternate in a shuffled order; taken is the CPU time of all threads until the verdict, less that of a process that
does nothing, and so is the memory. The schema is a JSON object to all of them; "built-in schema" is a verifier for a sender that
hookproof knows, with a smaller delivery of that sender. Medians, with the middle half of the rounds in brackets.

${where(made)}, ${rounds} rounds.

## Targets

${targetsTable(targets)}

## The first verdict, over an empty Node

${table(['', 'CPU, ms', 'wall, ms', 'memory (RSS), MB'], rows, true)}

The row "nothing" is the empty Node itself.

## A long life

In one process, after a run-up: ${life.calls.toLocaleString('en')} deliveries to one verifier (0.5 KB; 1 in 100 is forged or does not fit,
1 in 1,000 has 16 KB), then ${life.verifiers.toLocaleString('en')} verifiers that each verify one delivery. "Dropped" ones are neither
released nor collected by force; the collector does not see how much memory of the module hangs on them, and comes when it likes.

${table(['', 'pages more', 'heap more', "the module's memory in the end"], grown, true)}
`,
  };
}
