// Types of `glue.js`, which `cargo xtask build` puts into the folder of each entry, beside its module.

import type { Glue } from '../boundary.js';

export const buffer: Glue['buffer'];
export const useHash: Glue['useHash'];
export const create: Glue['create'];
export const verify: Glue['verify'];
export const captures: Glue['captures'];
export const brief: Glue['brief'];
export const report: Glue['report'];
export const lookup: Glue['lookup'];
export const taggedPayload: Glue['taggedPayload'];
export const release: Glue['release'];
export const compileSchema: Glue['compileSchema'];
export const eventSchema: Glue['eventSchema'];
export const validate: Glue['validate'];
export const validation: Glue['validation'];
export const taggedText: Glue['taggedText'];
export const releaseSchema: Glue['releaseSchema'];
export const providers: Glue['providers'];
export const version: Glue['version'];
export const checkEndpoint: Glue['checkEndpoint'];
export const retrySchedule: Glue['retrySchedule'];
export const route: Glue['route'];
export const checkSetup: Glue['checkSetup'];
export const handshake: Glue['handshake'];
export const detect: Glue['detect'];
export const sign: Glue['sign'];
export const explain: Glue['explain'];
export const inspect: Glue['inspect'];
export const __wbg_set_wasm: Glue['__wbg_set_wasm'];
export const __reset_caches: Glue['__reset_caches'];
export const __module_sha256: Glue['__module_sha256'];
