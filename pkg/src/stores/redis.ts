// Claims in Redis, through the client that the application has: `redis` or `ioredis`.

import { UsageError } from '../errors.js';
import { type Store, StoreError, wholeSeconds } from './store.js';

/** A client of the package `redis`: a single one, a pool, a cluster or a sentinel. */
export interface RedisClient {
  readonly isOpen: boolean;
  set(key: string, value: string, options: { NX: true; EX: number }): Promise<unknown>;
  del(key: string): Promise<unknown>;
}

/** A client of the package `ioredis`: a single one or a cluster. */
export interface IoRedisClient {
  defineCommand: unknown;
  set(key: string, value: string, ex: 'EX', seconds: number, nx: 'NX'): Promise<unknown>;
  del(key: string): Promise<unknown>;
}

/** What {@link redisStore} takes beside the client. */
export interface RedisStoreOptions {
  /** What all keys begin with; `hookproof:` unless set. */
  readonly prefix?: string | undefined;
}

/**
 * Claims in Redis by `SET key 1 NX EX seconds`: for any number of machines. The client is the application's, connected
 * and with an `error` listener of its own.
 *
 * A claim lasts as long as Redis remembers it. A server without persistence forgets by a restart, one with
 * `appendfsync everysec` may lose the last second, and a replica that takes over may lack the claims of the last moment.
 * `maxmemory-policy` must be `noeviction`, or claims end before their time.
 *
 * @throws `UsageError` `usage.option` for something that is neither client.
 */
export function redisStore(
  client: RedisClient | IoRedisClient,
  { prefix = 'hookproof:' }: RedisStoreOptions = {},
): Store & { release(key: string): Promise<void> } {
  const set = setterOf(client);
  return {
    async claim(key, ttlSeconds) {
      const answer = await set(prefix + key, wholeSeconds(ttlSeconds));
      if (answer === null) return false;
      // Some set-ups hand out bytes in place of text.
      if (String(answer) === 'OK') return true;
      throw new StoreError('store.answer', 'SET with NX was answered by neither OK nor nil, expected one of them');
    },
    async release(key) {
      await client.del(prefix + key);
    },
  };
}

function setterOf(client: RedisClient | IoRedisClient): (key: string, seconds: number) => Promise<unknown> {
  if (typeof client === 'object' && client !== null && typeof client.set === 'function') {
    if ('defineCommand' in client) return (key, seconds) => client.set(key, '1', 'EX', seconds, 'NX');
    if ('isOpen' in client) return (key, seconds) => client.set(key, '1', { NX: true, EX: seconds });
  }
  // A client of another kind may ignore words that it does not know, and then every claim would be given.
  throw new UsageError(
    'usage.option',
    'the client is none of the packages `redis` and `ioredis`, expected one of them; for another write the store ' +
      "yourself: { claim: async (key, seconds) => (await client.set(key, '1', ...)) === 'OK' } with its own words for NX and EX",
  );
}
