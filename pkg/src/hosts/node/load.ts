// Node and Bun: the modules lie beside these files, and each is compiled when it is first needed.

import { readFileSync } from 'node:fs';
import type { Origin, Sources } from '../../origin.js';
import * as details from '../details/glue.js';
import * as first from '../glue.js';

const remedy =
  'bundlers for Node do not copy the file along: leave the package out of the bundle (`external`), ' +
  'or import `hookproof/inline`, which is all in one';

const origin = (path: string): Origin => ({
  module: () => new WebAssembly.Module(readFileSync(new URL(path, import.meta.url))),
  remedy,
});

export const sources: Sources = {
  first: { glue: first, origin: origin('../hookproof.wasm') },
  details: { glue: details, origin: origin('../details/hookproof.wasm') },
};
