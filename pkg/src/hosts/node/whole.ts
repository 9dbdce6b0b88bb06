// Node and Bun, of an entry with one module.

import { readFileSync } from 'node:fs';
import type { Sources } from '../../origin.js';
import * as glue from '../details/glue.js';

export const sources: Sources = {
  first: {
    glue,
    origin: {
      module: () => new WebAssembly.Module(readFileSync(new URL('../details/hookproof.wasm', import.meta.url))),
      remedy: 'bundlers for Node do not copy the file along: leave the package out of the bundle (`external`)',
    },
  },
};
