// The entry for Node: the module lies beside this file and is compiled when the package is imported.

import { readFileSync } from 'node:fs';
import { entry } from './entry.js';
import * as glue from './glue.js';

const module = new WebAssembly.Module(readFileSync(new URL('./hookproof.wasm', import.meta.url)));

export * from './index.js';
export const {
  checkEndpoint,
  checkSetup,
  compileSchema,
  createVerifier,
  handshake,
  providers,
  retrySchedule,
  route,
  version,
} = entry(glue, module);
