// The worker on this machine: bundled by esbuild, run by miniflare with its Durable Object, its queue and its KV.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { Miniflare } from 'miniflare';

/** Starts the worker. `persist` names a folder where claims outlast it; `quiet` keeps what it logs to itself. */
export async function startWorker({ secret, port = 0, persist, quiet = false }) {
  const folder = mkdtempSync(join(tmpdir(), 'hookproof-worker-'));
  await build({
    entryPoints: [fileURLToPath(new URL('src/index.mjs', import.meta.url))],
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    format: 'esm',
    target: 'es2022',
    conditions: ['workerd', 'worker'],
    // Workers compile a module when they are deployed; it stays a file of its own.
    loader: { '.wasm': 'copy' },
  });
  const miniflare = new Miniflare({
    host: '127.0.0.1',
    port,
    modules: true,
    modulesRoot: folder,
    scriptPath: join(folder, 'index.mjs'),
    modulesRules: [
      { type: 'ESModule', include: ['**/*.mjs'] },
      { type: 'CompiledWasm', include: ['**/*.wasm'] },
    ],
    compatibilityDate: '2026-07-01',
    bindings: { EDESY_SECRET: secret },
    durableObjects: { REPLAY_CLAIMS: { className: 'ReplayClaims', useSQLite: true } },
    durableObjectsPersist: persist ?? false,
    queueProducers: { DELIVERIES: 'deliveries' },
    queueConsumers: { deliveries: { maxBatchSize: 10, maxBatchTimeout: 0 } },
    kvNamespaces: ['HANDLED'],
    ...(quiet && { handleRuntimeStdio: (...streams) => streams.map((stream) => stream.resume()) }),
  });
  const url = new URL('/webhook', await miniflare.ready);
  return {
    url,
    /** What the queue's consumer has done: the kept deliveries. */
    async handled() {
      const namespace = await miniflare.getKVNamespace('HANDLED');
      const { keys } = await namespace.list();
      return Promise.all(keys.map(({ name }) => namespace.get(name, 'json')));
    },
    async stop() {
      await miniflare.dispose();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
