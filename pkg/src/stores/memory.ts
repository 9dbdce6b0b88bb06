// Claims in the memory of one process, bounded.

import { type Store, StoreError, wholeSeconds } from './store.js';

/** What {@link memoryStore} takes. */
export interface MemoryStoreOptions {
  /** How many claims it holds at once; 500,000 unless set. */
  readonly max?: number | undefined;
  /** The clock: milliseconds since the Unix epoch. `Date.now` unless set. */
  readonly now?: (() => number) | undefined;
}

/** A store in memory. */
export interface MemoryStore extends Store {
  release(key: string): Promise<void>;
  /** How many claims it holds, ended ones included that it has not forgotten yet. */
  readonly size: number;
}

/** How many of the oldest claims are looked at by each new one, so that ended ones do not pile up. */
const LOOKS = 4;

/**
 * Claims in the memory of this process: for one machine with one process, and for tests. It forgets with the process.
 *
 * It never forgets a claim before its time. When it is full of claims that have not ended, it gives no more of them and
 * rejects with `store.full`; the delivery is then answered as `onStoreError` says. Only deliveries that were verified
 * claim anything, so that strangers cannot fill it.
 */
export function memoryStore({ max = 500_000, now = Date.now }: MemoryStoreOptions = {}): MemoryStore {
  if (!Number.isInteger(max) || max < 1) throw new RangeError(`max is ${max}, expected a whole number above 0`);
  const ends = new Map<string, number>();
  let firstEnd = Number.POSITIVE_INFINITY;

  /** Forgets what has ended; looks at all claims only when one of them can have. */
  function makeRoom(time: number): void {
    if (time < firstEnd) return;
    firstEnd = Number.POSITIVE_INFINITY;
    for (const [key, end] of ends) {
      if (end <= time) ends.delete(key);
      else firstEnd = Math.min(firstEnd, end);
    }
  }

  return {
    // Nothing is awaited in it: that is what makes it atomic.
    async claim(key, ttlSeconds) {
      const time = now();
      const end = time + wholeSeconds(ttlSeconds) * 1000;
      const held = ends.get(key);
      if (held !== undefined && held > time) return false;
      ends.delete(key);
      let looks = LOOKS;
      for (const [oldest, itsEnd] of ends) {
        if (looks === 0) break;
        looks -= 1;
        if (itsEnd <= time) ends.delete(oldest);
      }
      if (ends.size >= max) makeRoom(time);
      if (ends.size >= max) {
        throw new StoreError(
          'store.full',
          `the store holds ${max} claims that have not ended, expected room for one more`,
        );
      }
      ends.set(key, end);
      firstEnd = Math.min(firstEnd, end);
      return true;
    },
    async release(key) {
      ends.delete(key);
    },
    get size() {
      return ends.size;
    },
  };
}
