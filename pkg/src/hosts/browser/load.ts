// Browsers, and hosts that are not known: `init` fetches the module from beside these files.

import type { Origin } from '../../origin.js';

export const origin: Origin = {
  url: () => new URL('../hookproof.wasm', import.meta.url),
  remedy:
    'call `await init()` once before anything else. Should the file not be served from beside the script, ' +
    'pass its URL, response or bytes to `init`, or import `hookproof/inline`, which is all in one and needs no `init`. ' +
    "A page's Content-Security-Policy has to allow 'wasm-unsafe-eval' and the connection",
};
