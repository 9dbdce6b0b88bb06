// Any host that compiles bytes: the module is text in a script.

import type { Sources } from '../../origin.js';
import { base64 } from '../base64.js';
import * as glue from '../details/glue.js';

export const sources: Sources = {
  first: {
    glue,
    origin: {
      module: () => new WebAssembly.Module(Uint8Array.from(atob(base64), (unit) => unit.charCodeAt(0))),
      remedy:
        'this host does not compile WebAssembly from bytes. Cloudflare Workers and edge functions compile a module when they are ' +
        "deployed: import the entry without `/inline` there. A page's Content-Security-Policy has to allow 'wasm-unsafe-eval'",
    },
  },
};
