// Runs the suite in a program of its own and reads the results from what it prints.

import { spawn } from 'node:child_process';
import { APP, MARK } from './app.mjs';

/** What a program may take, in milliseconds. It is ended then, and has failed. */
const LIMIT = 180_000;

/** Runs a program in the project and gives the suite's results. */
export async function results(program, options, { env = {}, cwd = APP } = {}) {
  const { output } = await run(program, options, { env, cwd });
  const line = output.split('\n').find((text) => text.includes(MARK));
  if (line === undefined) throw new Error(`it prints no results\n${tail(output)}`);
  return JSON.parse(line.slice(line.indexOf(MARK) + MARK.length));
}

/** Runs a program to its end and gives all that it prints; it fails with an exit code other than 0. */
export function run(program, options, { env = {}, cwd = APP } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, options, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: LIMIT,
    });
    let output = '';
    const add = (bytes) => {
      output += bytes;
    };
    child.stdout.setEncoding('utf8').on('data', add);
    child.stderr.setEncoding('utf8').on('data', add);
    child.on('error', reject);
    child.on('close', (code, signal) => {
      if (code === 0) resolve({ output });
      else reject(new Error(`it ends with ${signal ?? `exit code ${code}`}\n${tail(output)}`));
    });
  });
}

function tail(text) {
  return text.slice(-3000);
}
