// Deno: a source phase import, which needs no permission to read files. By hand, since TypeScript does not know it.

import source module from '../hookproof.wasm';

export const origin = {
  module: () => module,
  remedy: 'Deno 2.6 or newer is needed; with an older one import `hookproof/inline`',
};
