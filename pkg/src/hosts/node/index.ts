// The functions of an entry, listed once: the build puts a copy beside the loader of each host, in the folder of each entry.

import { type Entry, entry } from '../../entry.js';
import { sources } from './load.js';

const functions = entry(sources);

export * from '../../index.js';
// By name, so that their documentation is found.
export const checkEndpoint: Entry['checkEndpoint'] = functions.checkEndpoint;
export const checkSetup: Entry['checkSetup'] = functions.checkSetup;
export const compileSchema: Entry['compileSchema'] = functions.compileSchema;
export const createVerifier: Entry['createVerifier'] = functions.createVerifier;
export const detect: Entry['detect'] = functions.detect;
export const explain: Entry['explain'] = functions.explain;
export const handshake: Entry['handshake'] = functions.handshake;
export const init: Entry['init'] = functions.init;
export const inspect: Entry['inspect'] = functions.inspect;
export const providers: Entry['providers'] = functions.providers;
export const retrySchedule: Entry['retrySchedule'] = functions.retrySchedule;
export const route: Entry['route'] = functions.route;
export const sign: Entry['sign'] = functions.sign;
export const version: Entry['version'] = functions.version;
