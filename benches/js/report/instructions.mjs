// The page about instructions of the hot path.

import { checked } from '../payloads.mjs';
import { figure, table, where } from './targets.mjs';

export function instructionsFiles({ made, cases }) {
  const bodies = checked();
  const rows = Object.entries(cases).map(([name, count]) => {
    const bytes = bodies[name.split(' ')[1]].length;
    return [name, count.toLocaleString('en'), figure(count / bytes)];
  });
  return {
    'instructions.md': `# Instructions of the hot path

Counted by callgrind in the native core, in one call each after a first one. A count does not change with what else the machine
does: \`cargo xtask bench --instructions\` fails when one has grown by more than 2 %, and \`--instructions --update\` commits to new ones.
The processor's hashing instructions do not count, since callgrind has none.

${where(made)}, ${made.valgrind}.

${table(['', 'instructions', 'per byte'], rows, true)}
`,
  };
}
