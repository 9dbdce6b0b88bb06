// The package at work in the worker: its entry that is all in one script, since nothing may be fetched here.

import * as plain from 'hookproof/inline';

/** The functions of the package. */
export type Hookproof = typeof plain;

let publicKey: Promise<Hookproof> | undefined;

/** Asks the default entry, or for what it leaves out the one with published keys, which is loaded when it is needed. */
export async function ask<T>(question: (hookproof: Hookproof) => T): Promise<T> {
  try {
    return question(plain);
  } catch (error) {
    if (!(error instanceof plain.UsageError) || error.code !== 'usage.entry') throw error;
    if (!error.message.includes('hookproof/public-key')) throw error;
    publicKey ??= import('hookproof/public-key/inline');
    return question(await publicKey);
  }
}
