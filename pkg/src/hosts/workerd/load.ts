// Cloudflare Workers: the host compiles the modules when the Worker is deployed.

import type { Origin, Sources } from '../../origin.js';
import * as detailsGlue from '../details/glue.js';
import details from '../details/hookproof.wasm';
import * as firstGlue from '../glue.js';
import first from '../hookproof.wasm';

const origin = (module: WebAssembly.Module): Origin => ({
  module: () => module,
  remedy: 'the bundler has to hand `.wasm` files over as compiled modules, as wrangler does',
});

export const sources: Sources = {
  first: { glue: firstGlue, origin: origin(first) },
  details: { glue: detailsGlue, origin: origin(details) },
};
