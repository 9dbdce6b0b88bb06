// How a delivery is claimed: while its handler works, and for good once that has succeeded.

import type { Store } from '../stores/store.js';
import type { Settings } from './options.js';

/** A delivery that is ours to work on. */
export interface Claim {
  /** The handler has succeeded: no copy is taken until the time to live is over. */
  keep(): Promise<void>;
  /** The handler has failed: the sender may send it again. */
  drop(): Promise<void>;
}

/** Seconds by which the claim of the work outlasts that of the delivery. */
const LONGER = 5;
const LONGEST_KEY = 128;

/**
 * Claims a delivery, or says that somebody works on a copy of it, or that a copy was accepted before.
 *
 * Two claims are needed, since one cannot tell work that goes on from work that is done, and whoever is told "done" does
 * not repeat the delivery. The claim of the work is held by one at a time; only its holder asks for the claim of the
 * delivery, which is short at first and long once the work is done. When the process dies in between, both end by
 * themselves, that of the delivery first, and a repeated delivery is taken.
 *
 * A store without `release` gets one claim for the whole time: a delivery whose handler fails is not taken again.
 */
export async function claim(settings: Settings<never>, key: string): Promise<Claim | 'busy' | 'duplicate'> {
  const { ttlSeconds, leaseSeconds } = settings;
  const { claim, release } = within(settings.store as Store, settings.storeTimeoutMs);
  const done = await nameOf(settings, key);
  if (release === undefined) {
    const nothing = async () => {};
    return (await claim(done, ttlSeconds)) ? { keep: nothing, drop: nothing } : 'duplicate';
  }

  const work = `${done}:work`;
  if (!(await claim(work, leaseSeconds + LONGER))) return 'busy';
  let ours: boolean;
  try {
    ours = await claim(done, leaseSeconds);
  } catch (error) {
    // Not waited for: the answer is that the store is unavailable, whatever comes of this.
    release(work).catch(() => {});
    throw error;
  }
  if (!ours) {
    // Should this fail, the claim ends by itself.
    await release(work).catch(settings.onError);
    return 'duplicate';
  }
  return {
    async keep() {
      await release(done);
      await claim(done, ttlSeconds);
      await release(work);
    },
    async drop() {
      await release(done);
      await release(work);
    },
  };
}

/** Keys of different senders and endpoints differ, and fit into every store. */
async function nameOf({ verifier, scope }: Settings<never>, key: string): Promise<string> {
  const fits = key.length <= LONGEST_KEY && /^[\x21-\x7e]*$/.test(key);
  return `${verifier.provider}:${scope === '' ? '' : `${encodeURIComponent(scope)}:`}${fits ? key : await digest(key)}`;
}

async function digest(text: string): Promise<string> {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The store's methods, each with an end to its patience: a client that waits for its connection may wait for ever. */
function within(store: Store, milliseconds: number) {
  const limited = async <T>(what: string, ask: () => Promise<T>): Promise<T> => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<never>((_, reject) => {
      const error = () => new Error(`the store has not answered \`${what}\` within ${milliseconds} ms`);
      timer = setTimeout(() => reject(error()), milliseconds);
    });
    try {
      return await Promise.race([ask(), late]);
    } finally {
      clearTimeout(timer);
    }
  };
  return {
    claim: async (key: string, ttlSeconds: number): Promise<boolean> => {
      const given = await limited('claim', () => store.claim(key, ttlSeconds));
      // Whatever else it may be, it is no clear yes or no, and must not pass for a yes.
      if (typeof given !== 'boolean') throw new TypeError('the store has answered `claim` by neither true nor false');
      return given;
    },
    release:
      store.release === undefined ? undefined : (key: string) => limited('release', async () => store.release?.(key)),
  };
}
