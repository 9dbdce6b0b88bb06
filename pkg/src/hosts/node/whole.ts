// Node and Bun, of an entry with one module.

import { createRequire } from 'node:module';
import type { Sources } from '../../origin.js';
import * as glue from '../details/glue.js';

export const sources: Sources = {
  first: {
    glue,
    origin: {
      module() {
        // Not imported: see `load.ts`.
        const { readFileSync } = createRequire(import.meta.url)('node:fs') as typeof import('node:fs');
        return new WebAssembly.Module(readFileSync(new URL('../details/hookproof.wasm', import.meta.url)));
      },
      remedy: 'bundlers for Node do not copy the file along: leave the package out of the bundle (`external`)',
    },
  },
};
