// Hosts that are programs: Node in three versions, Deno without any permission, Bun.

import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { path } from '../js/support.mjs';
import { results } from './process.mjs';

const HERE = dirname(fileURLToPath(import.meta.url));

/** A version of Node that npm has installed here. */
export function node(version) {
  return join(HERE, 'node_modules', version, 'bin/node');
}

/** Why a program cannot be run, if so. */
export function missing(program) {
  return existsSync(program) ? undefined : `there is no build of it for ${process.platform} ${process.arch} from npm`;
}

/** Bun's package for a system, or where its installation has put the program. */
function bun() {
  const places = ['@oven/bun-linux-x64/bin/bun', 'bun/bin/bun.exe'].map((place) => path(`node_modules/${place}`));
  return places.find((place) => existsSync(place)) ?? places[0];
}

const PROGRAMS = {
  'Node 20.19': [node('node20'), 'main.mjs'],
  'Node 20.19, require()': [node('node20'), 'required.cjs'],
  'Node 22': [node('node22'), 'main.mjs'],
  'Node 22, require()': [node('node22'), 'required.cjs'],
  'Node 24': [node('node24'), 'main.mjs'],
  'Node 24, require()': [node('node24'), 'required.cjs'],
  // Without `--allow-...`, and without a prompt that would ask for it.
  'Deno, no permissions': [path('node_modules/@deno/linux-x64-glibc/deno'), 'run', '--no-prompt', 'main.mjs'],
  'Express, Node 22': [node('node22'), 'express-project.mjs'],
  Bun: [bun(), 'main.mjs'],
};

export const hosts = Object.entries(PROGRAMS).map(([name, [program, ...options]]) => ({
  name,
  missing: () => missing(program),
  run: () => results(program, options),
}));
