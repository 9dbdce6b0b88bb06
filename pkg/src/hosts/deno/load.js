// Deno: source phase imports, which need no permission to read files. By hand, since TypeScript does not know them.

import * as detailsGlue from '../details/glue.js';
import source details from '../details/hookproof.wasm';
import * as firstGlue from '../glue.js';
import source first from '../hookproof.wasm';

const origin = (module) => ({
  module: () => module,
  remedy: 'Deno 2.6 or newer is needed; with an older one import `hookproof/inline`',
});

export const sources = {
  first: { glue: firstGlue, origin: origin(first) },
  details: { glue: detailsGlue, origin: origin(details) },
};
