// Vercel's edge runtime: the host compiles the modules when the function is deployed.

import type { Origin, Sources } from '../../origin.js';
import * as detailsGlue from '../details/glue.js';
import details from '../details/hookproof.wasm?module';
import * as firstGlue from '../glue.js';
import first from '../hookproof.wasm?module';

const origin = (module: WebAssembly.Module): Origin => ({
  module: () => module,
  remedy: 'the bundler has to hand `.wasm?module` over as a compiled module, as Next.js does',
});

export const sources: Sources = {
  first: { glue: firstGlue, origin: origin(first) },
  details: { glue: detailsGlue, origin: origin(details) },
};
