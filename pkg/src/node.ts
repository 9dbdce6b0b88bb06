// The entry for Node: the module lies beside this file and is compiled when the package is imported.

import { readFileSync } from 'node:fs';
import * as glue from './glue.js';
import { initModule } from './instance.js';

initModule(glue, new WebAssembly.Module(readFileSync(new URL('./hookproof.wasm', import.meta.url))));

export * from './index.js';
