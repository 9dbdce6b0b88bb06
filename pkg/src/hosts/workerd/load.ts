// Cloudflare Workers: the host compiles the module when the Worker is deployed.

import type { Origin } from '../../origin.js';
import module from '../hookproof.wasm';

export const origin: Origin = {
  module: () => module,
  remedy: 'the bundler has to hand `.wasm` files over as compiled modules, as wrangler does',
};
