// The page about the core without WebAssembly.

import { figure, table, targetsTable, where } from './targets.mjs';

export function nativeFiles({ made, targets, results, scaling }) {
  const bodies = Object.keys(Object.values(results)[0]);
  const cell = ({ nanoseconds, low, high }) =>
    `${figure(nanoseconds / 1000)} (${figure(low / 1000)} to ${figure(high / 1000)})`;
  const rows = Object.entries(results);
  const times = rows.map(([what, each]) => [what, ...bodies.map((body) => cell(each[body]))]);
  const bytes = rows.map(([what, each]) => [what, ...bodies.map((body) => figure(each[body].perByte))]);
  return {
    'native.md': `# Native: the core without WebAssembly

\`cargo bench\`, with criterion over the CPU time of the measuring thread, compiled as a program's own release build is. "verdict"
is what the package asks for, "report" what a Rust user gets, "walk" the body against its schema without a signature, "hmac" the
signature alone. "hmac + serde_json + jsonschema" is what a Rust user would take instead, "serde_json" the parsing alone.

${where(made)}.

## Threads

${targetsTable(targets)}

The bodies of all sizes are walked in turn, ${scaling.gigabytes} GB by one thread and as much by two that share a verifier, in rounds that
alternate: ${figure(scaling.one)} and ${figure(scaling.two)} GB/s of wall time, which other programs on the machine take away from two threads
first. The CPU time per byte of two threads is ${figure(scaling.cpu)} times that of one.

## Microseconds of CPU per call, with the interval of 95 % confidence

${table(['', ...bodies], times, true)}

## Nanoseconds per byte

${table(['', ...bodies], bytes, true)}
`,
  };
}
