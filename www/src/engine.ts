// The package at work in the worker: its own wasm, and the one for published keys when a sender asks for it.

import plainBase64 from 'wasm:hookproof';
import * as made from '../../pkg/dist/entry.js';
import { UsageError } from '../../pkg/dist/errors.js';
import * as plainGlue from '../../pkg/dist/glue.js';
import { fromBase64 } from './case.ts';

export type Entry = made.Entry;
type Glue = { readonly __module_sha256: string };

/** Every entry of the package is made by this function, which its types leave out. */
const { entry } = made as unknown as { entry: (glue: Glue, module: WebAssembly.Module) => Entry };

let plain: Entry | undefined;
let publicKey: Entry | undefined;

async function hash(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Compiles the module, after a look at whether it is the one of the package. */
async function start(base64: string, glue: Glue): Promise<Entry> {
  const bytes = fromBase64(base64);
  if (globalThis.isSecureContext && (await hash(bytes)) !== glue.__module_sha256) {
    throw new Error('the WebAssembly module is not the one that its glue belongs to');
  }
  return entry(glue, await WebAssembly.compile(bytes));
}

/** Asks the default entry, or for what it leaves out the one with published keys. */
export async function ask<T>(question: (hookproof: Entry) => T): Promise<T> {
  plain ??= await start(plainBase64, plainGlue);
  try {
    return question(plain);
  } catch (error) {
    if (!(error instanceof UsageError) || error.code !== 'usage.entry') throw error;
    if (!error.message.includes('hookproof/public-key')) throw error;
    publicKey ??= await startPublicKey();
    return question(publicKey);
  }
}

async function startPublicKey(): Promise<Entry> {
  const [{ default: base64 }, glue] = await Promise.all([
    import('wasm:hookproof/public-key'),
    import('../../pkg/dist/public-key/glue.js'),
  ]);
  return start(base64, glue);
}
