// Vercel's edge runtime, of an entry with one module.

import type { Sources } from '../../origin.js';
import * as glue from '../details/glue.js';
import module from '../details/hookproof.wasm?module';

export const sources: Sources = {
  first: {
    glue,
    origin: {
      module: () => module,
      remedy: 'the bundler has to hand `.wasm?module` over as a compiled module, as Next.js does',
    },
  },
};
