// The entry `hookproof/public-key` for Node: the same functions with senders whose signatures a published key verifies.

import { readFileSync } from 'node:fs';
import { type Entry, entry } from './entry.js';
import * as detailsGlue from './public-key/details/glue.js';
import * as glue from './public-key/glue.js';

const load = (path: string) => new WebAssembly.Module(readFileSync(new URL(path, import.meta.url)));
const details = () => ({ glue: detailsGlue, module: load('./public-key/details/hookproof_public_key_details.wasm') });
const functions = entry({ glue, module: load('./public-key/hookproof_public_key.wasm') }, details);

export * from './index.js';
// By name, so that their documentation is found.
export const checkEndpoint: Entry['checkEndpoint'] = functions.checkEndpoint;
export const checkSetup: Entry['checkSetup'] = functions.checkSetup;
export const compileSchema: Entry['compileSchema'] = functions.compileSchema;
export const createVerifier: Entry['createVerifier'] = functions.createVerifier;
export const detect: Entry['detect'] = functions.detect;
export const explain: Entry['explain'] = functions.explain;
export const handshake: Entry['handshake'] = functions.handshake;
export const providers: Entry['providers'] = functions.providers;
export const retrySchedule: Entry['retrySchedule'] = functions.retrySchedule;
export const route: Entry['route'] = functions.route;
export const sign: Entry['sign'] = functions.sign;
export const version: Entry['version'] = functions.version;
