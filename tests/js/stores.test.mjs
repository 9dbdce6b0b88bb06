// The replay stores that need no server: memory with its bound, the Durable Object's class, KV, and clients that are none.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { kvStore, memoryStore, ReplayClaims, redisStore } from 'hookproof/stores';
import { contract, fresh } from './store-contract.mjs';
import { misuse } from './support.mjs';

describe('memoryStore', () => {
  const shared = memoryStore();
  contract(() => shared);

  it('lets a claim end at its time, which asking does not put off', async () => {
    let now = 1_000;
    const store = memoryStore({ now: () => now });
    assert.equal(await store.claim('a', 10), true);
    now = 10_999;
    assert.equal(await store.claim('a', 10), false);
    now = 11_000;
    assert.equal(await store.claim('a', 10), true);
  });

  it('never forgets a claim that has not ended, however full it is', async () => {
    let now = 0;
    const store = memoryStore({ max: 3, now: () => now });
    await store.claim('long', 100);
    await store.claim('short', 10);
    await store.claim('longer', 200);
    const full = { name: 'StoreError', code: 'store.full' };
    await assert.rejects(store.claim('one more', 10), full);
    assert.equal(await store.claim('long', 100), false, 'what it holds it still knows');
    await assert.rejects(store.claim('one more', 10), full);
    now = 10_000;
    assert.equal(await store.claim('one more', 10), true, 'in place of the one that has ended');
    assert.equal(await store.claim('long', 100), false);
    assert.equal(await store.claim('longer', 100), false);
    assert.equal(store.size, 3);
    await store.release('longer');
    assert.equal(await store.claim('another', 10), true);
  });

  it('forgets what has ended while new claims come', async () => {
    let now = 0;
    const store = memoryStore({ now: () => now });
    for (let round = 0; round < 1_000; round += 1) {
      now += 1_000;
      await store.claim(`round ${round}`, 5);
    }
    assert.ok(store.size <= 6, `it holds ${store.size}`);
  });

  it('takes only a bound that is one', () => {
    for (const max of [0, -1, 1.5, Number.NaN]) assert.throws(() => memoryStore({ max }), /^RangeError: max is/);
  });
});

/** A Durable Object's storage: sorted keys, lists by prefix and end, one alarm. */
class Storage {
  entries = new Map();
  alarm = null;
  async get(key) {
    return this.entries.get(key);
  }
  async put(entries) {
    for (const [key, value] of Object.entries(entries)) this.entries.set(key, value);
  }
  async delete(keys) {
    return keys.filter((key) => this.entries.delete(key)).length;
  }
  async list({ prefix, end, limit }) {
    const fits = ([key]) => key.startsWith(prefix) && (end === undefined || key < end);
    return new Map([...this.entries].sort().filter(fits).slice(0, limit));
  }
  async getAlarm() {
    return this.alarm;
  }
  async setAlarm(time) {
    this.alarm = time;
  }
}

describe('ReplayClaims', () => {
  const ask = async (object, method, query) =>
    (await object.fetch(new Request(`https://claims.invalid/${query}`, { method }))).status;

  it('forgets what has ended at its alarm, and sets the next one', async (context) => {
    context.mock.timers.enable({ apis: ['Date'], now: 1_000_000 });
    const storage = new Storage();
    const object = new ReplayClaims({ storage });
    for (let at = 0; at < 200; at += 1) assert.equal(await ask(object, 'PUT', `?key=k${at}&ttl=10`), 201);
    assert.equal(await ask(object, 'PUT', '?key=late&ttl=60'), 201);
    assert.equal(storage.alarm, 1_010_000);
    assert.equal(await ask(object, 'PUT', '?key=early&ttl=5'), 201);
    assert.equal(storage.alarm, 1_005_000);
    context.mock.timers.setTime(1_010_000);
    for (let alarms = 0; storage.alarm <= 1_010_000; alarms += 1) {
      assert.ok(alarms < 10, 'alarms come to an end');
      await object.alarm();
    }
    assert.equal(storage.alarm, 1_060_000);
    assert.equal(storage.entries.size, 2);
    assert.equal(await ask(object, 'PUT', '?key=k1&ttl=10'), 201);
    assert.equal(await ask(object, 'PUT', '?key=late&ttl=10'), 409);
    assert.equal(await ask(object, 'DELETE', '?key=late'), 204);
    assert.equal(storage.entries.size, 2, 'a release takes both entries away');
  });

  it('claims anew what has ended and was not forgotten yet', async (context) => {
    context.mock.timers.enable({ apis: ['Date'], now: 1_000_000 });
    const storage = new Storage();
    const object = new ReplayClaims({ storage });
    await ask(object, 'PUT', '?key=a&ttl=10');
    context.mock.timers.setTime(1_010_000);
    assert.equal(await ask(object, 'PUT', '?key=a&ttl=10'), 201);
    assert.equal(storage.entries.size, 2);
  });

  it('refuses what is no question', async () => {
    const object = new ReplayClaims({ storage: new Storage() });
    for (const [method, query] of [
      ['PUT', '?ttl=1'],
      ['PUT', '?key=a'],
      ['PUT', '?key=a&ttl=-1'],
      ['GET', '?key=a&ttl=1'],
    ]) {
      assert.equal(await ask(object, method, query), 400, `${method} ${query}`);
    }
  });
});

describe('kvStore', () => {
  it('remembers, but not at once: copies at the same time are all taken', async () => {
    const written = new Map();
    const turn = () => new Promise((resolve) => setImmediate(resolve));
    const store = kvStore({
      get: async (key) => turn().then(() => written.get(key)?.value ?? null),
      put: async (key, value, options) => turn().then(() => written.set(key, { value, ...options })),
      delete: async (key) => void written.delete(key),
    });
    const key = fresh();
    assert.deepEqual(await Promise.all([store.claim(key, 5), store.claim(key, 5)]), [true, true]);
    assert.equal(await store.claim(key, 5), false);
    assert.equal(written.get(`hookproof:${key}`).expirationTtl, 60, 'the shortest that KV takes');
    await store.release(key);
    assert.equal(await store.claim(key, 120), true);
    assert.equal(written.get(`hookproof:${key}`).expirationTtl, 120);
  });
});

describe('redisStore', () => {
  it('takes no client whose words it does not know', () => {
    for (const client of [undefined, {}, { set: async () => 'OK' }, 'redis://localhost']) {
      assert.throws(() => redisStore(client), misuse('usage.option', /none of the packages `redis` and `ioredis`/));
    }
  });

  it('takes an answer that is neither yes nor no for trouble', async () => {
    const client = (answer) => ({ isOpen: true, set: async () => answer, del: async () => 0 });
    assert.equal(await redisStore(client(Buffer.from('OK'))).claim('a', 1), true);
    for (const answer of [undefined, 'QUEUED', 0]) {
      await assert.rejects(redisStore(client(answer)).claim('a', 1), { name: 'StoreError', code: 'store.answer' });
    }
  });
});
