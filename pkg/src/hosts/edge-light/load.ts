// Vercel's edge runtime: the host compiles the module when the function is deployed.

import type { Origin } from '../../origin.js';
import module from '../hookproof.wasm?module';

export const origin: Origin = {
  module: () => module,
  remedy: 'the bundler has to hand `.wasm?module` over as a compiled module, as Next.js does',
};
