// Node and Bun: the modules lie beside these files, and each is compiled when it is first needed.

import { createRequire } from 'node:module';
import type { Glue } from '../../boundary.js';
import { missing } from '../../entry.js';
import type { Origin, Sources } from '../../origin.js';
import * as first from '../glue.js';

const remedy =
  'bundlers for Node do not copy the file along: leave the package out of the bundle (`external`), ' +
  'or import `hookproof/inline`, which is all in one';

/** Loads a script in the midst of a call. */
const load = (name: string): unknown => createRequire(import.meta.url)(name);

const origin = (path: string): Origin => ({
  module() {
    // Not imported, which would load all of `fs`: promises and streams too take a fresh Node 3 ms.
    const { readFileSync } = load('node:fs') as typeof import('node:fs');
    return new WebAssembly.Module(readFileSync(new URL(path, import.meta.url)));
  },
  remedy,
});

/** What hosts have that load scripts in the midst of a call: the second glue is read with its module. */
function detailsGlue(): Glue {
  try {
    return load('../details/glue.cjs') as Glue;
  } catch (error) {
    throw missing('the script of the second WebAssembly module cannot be loaded', error, remedy);
  }
}

export const sources: Sources = {
  first: { glue: first, origin: origin('../hookproof.wasm') },
  details: {
    get glue() {
      return detailsGlue();
    },
    origin: origin('../details/hookproof.wasm'),
  },
};
