// Claims in a Durable Object: the store, and the class that the user's worker exports.

import { type Store, StoreError, wholeSeconds } from './store.js';

/** The part of a Durable Object namespace that is used. */
export interface DurableObjectNamespaceLike {
  idFromName(name: string): unknown;
  // biome-ignore lint/suspicious/noExplicitAny: the host's own types of ids differ from each other
  get(id: any): { fetch(url: string, init: { method: string }): Promise<{ status: number }> };
}

/** The part of a Durable Object's state that is used. */
export interface DurableObjectStateLike {
  readonly storage: {
    get(key: string): Promise<unknown>;
    put(entries: Record<string, unknown>): Promise<void>;
    delete(keys: string[]): Promise<number>;
    list(options: { prefix: string; end?: string; limit: number }): Promise<Map<string, unknown>>;
    getAlarm(): Promise<number | null>;
    setAlarm(time: number): Promise<void>;
  };
}

/** What {@link durableObjectStore} takes beside the namespace. */
export interface DurableObjectStoreOptions {
  /** Over how many objects the claims are spread; 32 unless set. Changing it forgets the claims. */
  readonly objects?: number | undefined;
}

const GIVEN = 201;
const HELD = 409;
const RELEASED = 204;

/**
 * Claims in Durable Objects of the class {@link ReplayClaims}: atomic and durable, for all isolates in all places. The
 * worker exports the class, and its configuration binds it:
 *
 * ```ts
 * export { ReplayClaims } from 'hookproof/stores';
 * ```
 */
export function durableObjectStore(
  namespace: DurableObjectNamespaceLike,
  { objects = 32 }: DurableObjectStoreOptions = {},
): Store & { release(key: string): Promise<void> } {
  if (!Number.isInteger(objects) || objects < 1) {
    throw new RangeError(`objects is ${objects}, expected a whole number above 0`);
  }
  async function ask(method: string, key: string, query: string): Promise<number> {
    const stub = namespace.get(namespace.idFromName(`hookproof-${spread(key) % objects}`));
    const url = `https://claims.invalid/?key=${encodeURIComponent(key)}${query}`;
    const { status } = await stub.fetch(url, { method });
    return status;
  }
  return {
    async claim(key, ttlSeconds) {
      const status = await ask('PUT', key, `&ttl=${wholeSeconds(ttlSeconds)}`);
      if (status === GIVEN) return true;
      if (status === HELD) return false;
      throw new StoreError('store.answer', `the object answered ${status}, expected ${GIVEN} or ${HELD}`);
    },
    async release(key) {
      const status = await ask('DELETE', key, '');
      if (status !== RELEASED)
        throw new StoreError('store.answer', `the object answered ${status}, expected ${RELEASED}`);
    },
  };
}

/** FNV-1a. It only spreads keys evenly; nothing depends on its being hard to guess. */
function spread(key: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < key.length; at += 1) hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

// Claims stand by their key, and a second time by their end, so that an alarm finds those that have ended.
const claimOf = (key: string) => `claim:${key}`;
const endOf = (end: number, key: string) => `end:${pad(end)}:${key}`;
const pad = (time: number) => String(time).padStart(16, '0');

/** How many claims one alarm forgets; a second alarm follows when there are more. A delete takes 128 keys. */
const AT_ONCE = 64;

/**
 * The Durable Object that holds claims. Nothing else runs in it between its reading and its writing: the runtime hands
 * an object no other request while it waits for its storage.
 */
export class ReplayClaims {
  readonly #storage: DurableObjectStateLike['storage'];

  constructor(state: DurableObjectStateLike) {
    this.#storage = state.storage;
  }

  async fetch(request: { readonly method: string; readonly url: string }): Promise<Response> {
    const { searchParams } = new URL(request.url);
    const key = searchParams.get('key');
    if (key === null) return new Response(null, { status: 400 });
    if (request.method === 'DELETE') return this.#release(key);
    const seconds = Number(searchParams.get('ttl'));
    if (request.method !== 'PUT' || !(seconds > 0)) return new Response(null, { status: 400 });
    return this.#claim(key, seconds);
  }

  async alarm(): Promise<void> {
    const ended = await this.#storage.list({ prefix: 'end:', end: `end:${pad(Date.now() + 1)}`, limit: AT_ONCE });
    const keys: string[] = [];
    for (const [index, key] of ended) keys.push(index, claimOf(String(key)));
    if (keys.length > 0) await this.#storage.delete(keys);
    const [next] = (await this.#storage.list({ prefix: 'end:', limit: 1 })).keys();
    if (next !== undefined) await this.#storage.setAlarm(Math.max(timeIn(next), Date.now()));
  }

  async #claim(key: string, seconds: number): Promise<Response> {
    const now = Date.now();
    const held = await this.#storage.get(claimOf(key));
    if (typeof held === 'number') {
      if (held > now) return new Response(null, { status: HELD });
      await this.#storage.delete([endOf(held, key)]);
    }
    const end = now + seconds * 1000;
    await this.#storage.put({ [claimOf(key)]: end, [endOf(end, key)]: key });
    const alarm = await this.#storage.getAlarm();
    if (alarm === null || alarm > end) await this.#storage.setAlarm(end);
    return new Response(null, { status: GIVEN });
  }

  async #release(key: string): Promise<Response> {
    const held = await this.#storage.get(claimOf(key));
    if (typeof held === 'number') await this.#storage.delete([claimOf(key), endOf(held, key)]);
    return new Response(null, { status: RELEASED });
  }
}

function timeIn(index: string): number {
  return Number(index.slice('end:'.length, 'end:'.length + 16));
}
