// The page and the charts of a run over many bodies.

import { barChart, lineChart } from './charts.mjs';
import { figure, table, targetsTable, where } from './targets.mjs';

/** Charts only show the plain sizes; other bodies stress one thing each. */
const SIZES = ['0.5k', '2k', '16k', '256k', '1m'];

/** The files of a run. `what` is the time, `intro` how it was measured, `bars` the bodies in the chart of ratios. */
export function speedFiles(name, { title, intro, what, bars }, run) {
  const { made, rounds, verdict, targets, results } = run;
  const bodies = Object.keys(results);
  const who = Object.keys(results[bodies[0]].nanoseconds);
  const times = who.map((each) => [each, ...bodies.map((body) => microseconds(results[body].nanoseconds[each]))]);
  const ratios = who.map((each) => [each, ...bodies.map((body) => figure(results[body].ratios[each]))]);
  const text = `# ${title}

${intro}

${where(made)}, ${rounds} rounds.

## Targets

${targetsTable(targets)}

## Times as long as "${verdict}"

${table(['', ...bodies], ratios, true)}

![Times as long as the verdict](${name}-ratio.svg)

## ${what}

${table(['', ...bodies], times, true)}

![Time over the size of the body](${name}-time.svg)
`;
  const deliveries = who.filter((each) => !each.startsWith('walk'));
  const sizes = SIZES.filter((body) => body in results);
  const lines = deliveries.map((each) => [
    each,
    sizes.map((body) => [results[body].bytes, results[body].nanoseconds[each] / 1000]),
  ]);
  const others = deliveries.filter((each) => each !== verdict);
  const rows = others.map((each) => [each, bars.map((body) => results[body].ratios[each])]);
  return {
    [`${name}.md`]: text,
    [`${name}-time.svg`]: lineChart(`${what}, over the size of the body`, Object.fromEntries(lines)),
    [`${name}-ratio.svg`]: barChart(`Times as long as "${verdict}"`, bars, Object.fromEntries(rows)),
  };
}

function microseconds(nanoseconds) {
  return (nanoseconds / 1000).toFixed(nanoseconds < 1e6 ? 1 : 0);
}
