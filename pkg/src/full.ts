// The entry `hookproof/full` for Node: the same functions with the `jsonschema` crate behind schemas that are handed in.

import { readFileSync } from 'node:fs';
import { type Entry, entry } from './entry.js';
import * as glue from './full/glue.js';

const module = new WebAssembly.Module(readFileSync(new URL('./full/hookproof_full.wasm', import.meta.url)));
const functions = entry({ glue, module });

export * from './index.js';
// By name, so that their documentation is found.
export const checkEndpoint: Entry['checkEndpoint'] = functions.checkEndpoint;
export const checkSetup: Entry['checkSetup'] = functions.checkSetup;
export const compileSchema: Entry['compileSchema'] = functions.compileSchema;
export const createVerifier: Entry['createVerifier'] = functions.createVerifier;
export const handshake: Entry['handshake'] = functions.handshake;
export const detect: Entry['detect'] = functions.detect;
export const explain: Entry['explain'] = functions.explain;
export const providers: Entry['providers'] = functions.providers;
export const retrySchedule: Entry['retrySchedule'] = functions.retrySchedule;
export const route: Entry['route'] = functions.route;
export const sign: Entry['sign'] = functions.sign;
export const version: Entry['version'] = functions.version;
