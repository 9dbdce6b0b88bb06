// Deno, of an entry with one module.

import * as glue from '../details/glue.js';
import source module from '../details/hookproof.wasm';

export const sources = {
  first: {
    glue,
    origin: { module: () => module, remedy: 'Deno 2.6 or newer is needed' },
  },
};
