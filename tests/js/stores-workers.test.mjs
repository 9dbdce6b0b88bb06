// The stores of Workers against the real ones: Durable Objects and KV of workerd, and what a restart leaves.

import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { build } from 'esbuild';
import { durableObjectStore, kvStore } from 'hookproof/stores';
import { Miniflare } from 'miniflare';
import { contract, fresh, until } from './store-contract.mjs';
import { path } from './support.mjs';

const WORKER = `
  export { ReplayClaims } from 'hookproof/stores';
  export default { fetch: () => new Response('nothing to see') };
`;

describe('in workerd', () => {
  let folder;
  let miniflare;
  const start = () =>
    new Miniflare({
      modules: true,
      modulesRoot: folder,
      scriptPath: join(folder, 'worker.mjs'),
      modulesRules: [{ type: 'ESModule', include: ['**/*.mjs'] }],
      compatibilityDate: '2024-01-01',
      durableObjects: {
        CLAIMS: { className: 'ReplayClaims', useSQLite: true },
      },
      durableObjectsPersist: join(folder, 'objects'),
      kvNamespaces: ['KV'],
    });
  const objects = async () => durableObjectStore(await miniflare.getDurableObjectNamespace('CLAIMS'));

  before(async () => {
    mkdirSync(path('target'), { recursive: true });
    folder = mkdtempSync(path('target/workers-'));
    await build({
      stdin: { contents: WORKER, resolveDir: path('.') },
      outfile: join(folder, 'worker.mjs'),
      bundle: true,
      format: 'esm',
      conditions: ['workerd', 'worker'],
    });
    miniflare = start();
    await miniflare.ready;
  });
  after(async () => {
    await miniflare.dispose();
    rmSync(folder, { recursive: true, force: true });
  });

  describe('durableObjectStore', () => {
    let store;
    before(async () => {
      store = await objects();
    });

    contract(() => store);

    it('lets a claim end by itself, and forgets it', async () => {
      const key = fresh();
      assert.equal(await store.claim(key, 1), true);
      await until(() => store.claim(key, 1), 'the end of the claim');
    });

    it('knows its claims after a restart', async () => {
      const key = fresh();
      assert.equal(await store.claim(key, 600), true);
      await miniflare.dispose();
      miniflare = start();
      await miniflare.ready;
      store = await objects();
      assert.equal(await store.claim(key, 600), false);
      assert.equal(await store.claim(fresh(), 600), true);
    });

    it('takes any text as a key', async () => {
      for (const key of ['a b', 'ä/ö?&=#', '%00', 'end:1:x']) {
        assert.equal(await store.claim(key, 60), true, key);
        assert.equal(await store.claim(key, 60), false, key);
      }
    });
  });

  describe('kvStore', () => {
    it('remembers and forgets', async () => {
      const store = kvStore(await miniflare.getKVNamespace('KV'));
      const key = fresh();
      assert.equal(await store.claim(key, 60), true);
      assert.equal(await store.claim(key, 60), false);
      await store.release(key);
      assert.equal(await store.claim(key, 60), true);
    });
  });
});
