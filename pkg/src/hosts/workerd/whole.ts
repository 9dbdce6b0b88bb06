// Cloudflare Workers, of an entry with one module.

import type { Sources } from '../../origin.js';
import * as glue from '../details/glue.js';
import module from '../details/hookproof.wasm';

export const sources: Sources = {
  first: {
    glue,
    origin: {
      module: () => module,
      remedy: 'the bundler has to hand `.wasm` files over as compiled modules, as wrangler does',
    },
  },
};
