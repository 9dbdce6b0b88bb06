// What a replay store is, and the error of one that cannot answer.

/**
 * Remembers which deliveries were taken.
 *
 * One method is enough for a store of your own: `INSERT ... ON CONFLICT DO NOTHING` and whether a row came of it. With
 * `release` a delivery whose handler failed is taken again when the sender repeats it.
 */
export interface Store {
  /**
   * Claims a key: `true` for the one caller who gets it, `false` as long as somebody has it. Atomic, however many ask at
   * once. A claim that is not given changes nothing, so that asking does not make it last longer. It ends by itself after
   * `ttlSeconds`. Rejects when the store cannot tell.
   */
  claim(key: string, ttlSeconds: number): Promise<boolean>;

  /** Ends a claim before its time. Fine when there is none. */
  release?(key: string): Promise<void>;
}

/** Why a store could not answer. */
export type StoreErrorCode = 'store.full' | 'store.answer';

/** A store that cannot tell whether a key is claimed. What follows from it is for `onStoreError` to say. */
export class StoreError extends Error {
  /** Which trouble. */
  readonly code: StoreErrorCode;

  constructor(code: StoreErrorCode, message: string) {
    super(message);
    this.code = code;
  }

  static {
    Object.defineProperty(StoreError.prototype, 'name', { value: 'StoreError', configurable: true, writable: true });
  }
}

/** Whole seconds, at least one: what is claimed for less would be no claim in stores that count seconds. */
export function wholeSeconds(ttlSeconds: number): number {
  if (!Number.isFinite(ttlSeconds) || ttlSeconds <= 0) {
    throw new RangeError(`ttlSeconds is ${ttlSeconds}, expected a number of seconds above 0`);
  }
  return Math.ceil(ttlSeconds);
}
