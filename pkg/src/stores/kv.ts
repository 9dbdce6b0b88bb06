// Claims in Workers KV, which cannot claim: better than nothing where there is nothing better.

import { type Store, wholeSeconds } from './store.js';

/** The part of a Workers KV namespace that is used. */
export interface KvNamespace {
  get(key: string): Promise<string | null>;
  put(key: string, value: string, options: { expirationTtl: number }): Promise<void>;
  delete(key: string): Promise<void>;
}

/** What {@link kvStore} takes beside the namespace. */
export interface KvStoreOptions {
  /** What all keys begin with; `hookproof:` unless set. */
  readonly prefix?: string | undefined;
}

/** The shortest time that KV lets a key live. */
const SHORTEST = 60;

/**
 * Claims in Workers KV. **It is not atomic and does not stop a replay that comes quickly**: KV reads and writes in two
 * steps, and shows a new key in other places only after up to a minute or more, so that copies which arrive at the same
 * time, or soon in another place, are all taken. It keeps out what is repeated later. Use
 * {@link durableObjectStore} where one copy must be taken at most.
 */
export function kvStore(
  namespace: KvNamespace,
  { prefix = 'hookproof:' }: KvStoreOptions = {},
): Store & { release(key: string): Promise<void> } {
  return {
    async claim(key, ttlSeconds) {
      const expirationTtl = Math.max(SHORTEST, wholeSeconds(ttlSeconds));
      if ((await namespace.get(prefix + key)) !== null) return false;
      await namespace.put(prefix + key, '1', { expirationTtl });
      return true;
    },
    async release(key) {
      await namespace.delete(prefix + key);
    },
  };
}
