// Node and Bun: the module lies beside these files and is compiled when it is first needed.

import { readFileSync } from 'node:fs';
import type { Origin } from '../../origin.js';

export const origin: Origin = {
  module: () => new WebAssembly.Module(readFileSync(new URL('../hookproof.wasm', import.meta.url))),
  remedy:
    'bundlers for Node do not copy the file along: leave the package out of the bundle (`external`), ' +
    'or import `hookproof/inline`, which is all in one',
};
