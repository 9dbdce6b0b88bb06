// The page about whole receivers under load.

import { figure, table, targetsTable, where } from './targets.mjs';

export function throughputFiles({ made, rounds, connections, requests, targets, results }) {
  const cell = ({ value, low, high }) => `${figure(value)} (${figure(low)} to ${figure(high)})`;
  const rows = Object.entries(results).flatMap(([body, receivers]) =>
    Object.entries(receivers).map(([who, { perSecond, p99, cpu }]) => [
      who,
      body,
      cell(perSecond),
      cell(p99),
      cell(cpu),
    ]),
  );
  const amounts = Object.entries(requests).map(([body, amount]) => `${amount.toLocaleString('en')} of ${body}`);
  return {
    'throughput.md': `# A whole receiver under load

Servers of node:http in processes of their own, loaded by autocannon on loopback over ${connections} connections: the receiver of
[examples/node](../../examples/node/receiver.mjs), the adapter \`nodeHandler\`, and the same made by hand with \`createHmac\`, \`JSON.parse\`
and ajv. In each round every receiver gets its requests (${amounts.join(', ')}) in a shuffled order; all of them are right and must be
accepted. "nothing is checked" is what the server and the reading of the body take. The adapter that tells copies apart has a store
in memory, to which each request after the first is a copy. The one who sends shares the CPUs with the server, so that the
server's CPU time per request says more than requests per second. Medians, with the middle half of the rounds in brackets.

${where(made)}, ${rounds} rounds.

## Targets

No slower than made by hand.

${targetsTable(targets)}

## Receivers

${table(['', 'body', 'requests per second', 'p99, ms', 'CPU per request, us'], rows, true)}
`,
  };
}
