// The entry `hookproof/full` for Node: the same functions with the `jsonschema` crate behind schemas that are handed in.

import { readFileSync } from 'node:fs';
import { entry } from './entry.js';
import * as glue from './full/glue.js';

const module = new WebAssembly.Module(readFileSync(new URL('./full/hookproof_full.wasm', import.meta.url)));

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
