// The Redis store against a real server and both clients: races, the end of a claim, a restart, a server that is gone.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { createVerifier, sign } from 'hookproof';
import { handler } from 'hookproof/adapters';
import { redisStore } from 'hookproof/stores';
import { Redis as IoRedis } from 'ioredis';
import { createClient } from 'redis';
import { startRedis } from './redis.mjs';
import { contract, fresh, until } from './store-contract.mjs';

const CLIENTS = {
  redis: async (url) => {
    const client = createClient({ url, socket: { reconnectStrategy: 50 } });
    client.on('error', () => {});
    await client.connect();
    return { client, close: () => client.destroy() };
  },
  ioredis: async (url) => {
    const client = new IoRedis(url, { retryStrategy: () => 50, maxRetriesPerRequest: null });
    client.on('error', () => {});
    return { client, close: () => client.disconnect() };
  },
};

const SECRET = 'parcel-secret';
const body = () => JSON.stringify({ event: 'call.ended', reference: fresh() });
const verifier = createVerifier({ provider: 'edesy-masking', secrets: [SECRET] });
const requestOf = (text) => {
  const { url, ...delivery } = sign({ provider: 'edesy-masking', secret: SECRET, body: text });
  return new Request(url ?? 'https://hooks.example.com/', delivery);
};

for (const [name, connect] of Object.entries(CLIENTS)) {
  describe(`redisStore with ${name}`, () => {
    let redis;
    let connections;
    let store;
    before(async () => {
      redis = await startRedis();
      connections = [await connect(redis.url), await connect(redis.url)];
      store = redisStore(connections[0].client);
    });
    after(async () => {
      for (const { close } of connections) close();
      await redis.stop();
    });

    contract(() => store);

    it('gives a key to one of 64 that ask over two connections', async () => {
      const key = fresh();
      const stores = connections.map(({ client }) => redisStore(client));
      const answers = await Promise.all(Array.from({ length: 64 }, (_, at) => stores[at % 2].claim(key, 60)));
      assert.equal(answers.filter((given) => given).length, 1);
    });

    it('lets a claim end by itself', async () => {
      const key = fresh();
      assert.equal(await store.claim(key, 1), true);
      await until(() => store.claim(key, 1), 'the end of the claim');
    });

    it('keeps endpoints apart by prefix', async () => {
      const other = redisStore(connections[0].client, { prefix: 'other:' });
      const key = fresh();
      assert.equal(await store.claim(key, 60), true);
      assert.equal(await other.claim(key, 60), true);
    });

    it('accepts one of 64 copies that come at the same time, however many handlers there are', async () => {
      const seen = [];
      const handlers = connections.map(({ client }) =>
        handler(
          { verifier, store: redisStore(client), storeTimeoutMs: 20_000 },
          ({ report }) => void seen.push(report.event.type),
        ),
      );
      const text = body();
      const responses = await Promise.all(Array.from({ length: 64 }, (_, at) => handlers[at % 2](requestOf(text))));
      assert.deepEqual(seen, ['call.ended']);
      for (const { status } of responses) assert.ok(status === 200 || status === 503, String(status));
      assert.equal((await handlers[0](requestOf(text))).status, 200);
      assert.equal(seen.length, 1);
    });

    it('knows its claims after a restart, and says 503 while the server is gone', async () => {
      const outcomes = [];
      const errors = [];
      const options = {
        verifier,
        store,
        storeTimeoutMs: 2000,
        onReport: (_, { result }) => outcomes.push(result),
        onError: (error) => errors.push(error),
      };
      let deliveries = 0;
      const count = () => {
        deliveries += 1;
      };
      const receive = handler(options, count);
      const careless = handler({ ...options, onStoreError: 'accept' }, count);
      const [first, second] = [body(), body()];
      assert.equal((await receive(requestOf(first))).status, 200);

      await redis.kill();
      const refused = await receive(requestOf(second));
      assert.equal(refused.status, 503);
      assert.equal(refused.headers.get('retry-after'), '5');
      assert.equal(await refused.text(), '');
      assert.equal(deliveries, 1);
      assert.equal((await careless(requestOf(second))).status, 200);
      assert.equal(deliveries, 2);
      assert.ok(errors.length >= 2);

      await redis.start();
      // What was asked in vain may still be carried out once the connection is back; that is the lease's to end.
      await until(async () => (await receive(requestOf(body()))).status === 200, 'the reconnection');
      const before = deliveries;
      assert.equal((await receive(requestOf(first))).status, 200);
      assert.equal(outcomes.at(-1), 'duplicate');
      assert.equal(deliveries, before);
      assert.deepEqual(outcomes.slice(0, 3), ['accepted', 'unavailable', 'accepted']);
    });

    it('does not wait for a server that hangs', async () => {
      const outcomes = [];
      const options = { verifier, store, storeTimeoutMs: 200, onError: () => {} };
      const receive = handler({ ...options, onReport: (_, outcome) => outcomes.push(outcome.result) }, () => {});
      redis.freeze();
      try {
        assert.equal((await receive(requestOf(body()))).status, 503);
        assert.deepEqual(outcomes, ['unavailable']);
      } finally {
        redis.thaw();
      }
      await until(async () => (await receive(requestOf(body()))).status === 200, 'the thaw');
    });
  });
}
