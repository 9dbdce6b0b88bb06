// Targets beside what was measured, as rows of a table.

/** Whether a target is met: `least` or `most` says which way it goes. */
export function met({ least, most, value }) {
  return least === undefined ? value <= most : value >= least;
}

/** How a target is written. */
export function wanted({ least, most, unit = '' }) {
  return least === undefined ? `at most ${most}${unit}` : `at least ${least}${unit}`;
}

/** How the measurement is written: the median, and the middle half of the rounds where there is one. */
export function measured({ value, low, high, unit = '' }) {
  const spread = low === undefined ? '' : ` (${figure(low)} to ${figure(high)})`;
  return `${figure(value)}${unit}${spread}`;
}

/** The table of a run's targets. */
export function targetsTable(targets) {
  const rows = targets.map((target) => {
    const { what, than, body } = target;
    return [what, than, body, wanted(target), measured(target), met(target) ? 'met' : '**missed**'];
  });
  return table(['what', 'than', 'body', 'target', 'measured', ''], rows);
}

/** A table of Markdown. Columns that are numbers stand to the right. */
export function table(head, rows, numbers = false) {
  const rule = head.map((_, place) => (numbers && place > 0 ? '--:' : '---'));
  return [head, rule, ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}

/** Three digits that tell something. */
export function figure(value) {
  if (value === 0) return '0';
  const size = Math.abs(value);
  return value.toFixed(size >= 100 ? 0 : size >= 10 ? 1 : 2);
}

/** When, where and on what a run was made. */
export function where({ date, node, workerd, rustc, cpu, cpus }) {
  const host = rustc ?? (workerd === undefined ? `Node ${node}` : `workerd ${workerd}`);
  return `${date}, ${host}, ${cpu} (${cpus} CPUs)`;
}
