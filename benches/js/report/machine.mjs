// When and on what a run is made; prints it when it is the script that runs.

import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';

export function machine() {
  const [{ model }] = cpus();
  const date = new Date().toISOString().slice(0, 10);
  return { date, node: process.version, cpu: model.trim(), cpus: cpus().length };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(JSON.stringify(machine()));
