// What Linux tells of another process.

import { readdirSync, readFileSync } from 'node:fs';

/** CPU time that all threads of a process have used, in nanoseconds. */
export function cpuOf(pid) {
  const folder = `/proc/${pid}/task`;
  return readdirSync(folder)
    .map((task) => Number(readFileSync(`${folder}/${task}/schedstat`, 'utf8').split(' ')[0]))
    .reduce((sum, nanoseconds) => sum + nanoseconds, 0);
}
