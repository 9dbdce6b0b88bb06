// Browsers, and hosts that are not known: `init` fetches the module from beside these files. One module with everything, since a
// second one could not be fetched in the midst of a call.

import type { Sources } from '../../origin.js';
import * as glue from '../details/glue.js';

export const sources: Sources = {
  first: {
    glue,
    origin: {
      url: () => new URL('../details/hookproof.wasm', import.meta.url),
      remedy:
        'call `await init()` once before anything else. Should the file not be served from beside the script, ' +
        'pass its URL, response or bytes to `init`, or import `hookproof/inline`, which is all in one and needs no `init`. ' +
        "A page's Content-Security-Policy has to allow 'wasm-unsafe-eval' and the connection",
    },
  },
};
