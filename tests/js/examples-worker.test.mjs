// The Worker of examples/worker in workerd: claims in its Durable Object, deliveries through its queue, and its demonstration.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { promisify } from 'node:util';
import { sign } from 'hookproof';
import { startWorker } from '../../examples/worker/local.mjs';
import { fresh, until } from './store-contract.mjs';
import { path } from './support.mjs';

const SECRET = 'crm-secret';

function delivery({ secret = SECRET, payload } = {}) {
  const body = JSON.stringify({ event: 'order.placed', order: fresh(), ...payload });
  const { method, headers } = sign({ provider: 'edesy', secret, body });
  return { method, headers, body };
}

describe('examples/worker', () => {
  let persist;
  let worker;
  const post = (init) => fetch(worker.url, init);
  before(async () => {
    mkdirSync(path('target'), { recursive: true });
    persist = mkdtempSync(path('target/worker-'));
    worker = await startWorker({ secret: SECRET, persist, quiet: true });
  });
  after(async () => {
    await worker.stop();
    rmSync(persist, { recursive: true, force: true });
  });

  it('takes a delivery to the queue once, also of 64 copies at the same time', async () => {
    // The first request starts the isolate and its object, which takes its time.
    const first = delivery();
    await until(async () => (await post(first)).status === 200, 'the first delivery');
    const good = delivery();
    const answers = await Promise.all(Array.from({ length: 64 }, () => post(good)));
    const statuses = answers.map(({ status }) => status);
    for (const status of statuses) assert.ok(status === 200 || status === 503, String(status));
    await until(async () => (await post(good)).status === 200, 'a copy that is told so');
    const last = delivery();
    await until(async () => (await post(last)).status === 200, 'the last delivery');
    const orders = async () => (await worker.handled()).map(({ payload }) => payload.order).sort();
    await until(async () => (await orders()).length >= 3, 'the work of the consumer');
    assert.deepEqual(await orders(), [first, good, last].map(({ body }) => JSON.parse(body).order).sort());
  });

  it('refuses what is forged, too large or no delivery', async () => {
    for (const forged of [delivery({ secret: 'another' }), { ...delivery(), body: '{}' }]) {
      const refused = await post(forged);
      assert.deepEqual([refused.status, await refused.text()], [401, '']);
    }
    const large = await post(delivery({ payload: { text: 'x'.repeat(100_000) } }));
    assert.deepEqual([large.status, await large.text()], [413, '']);
    assert.equal((await post({ method: 'GET' })).status, 405);
    assert.equal((await fetch(new URL('/elsewhere', worker.url), delivery())).status, 404);
    assert.equal((await worker.handled()).length, 3);
  });

  it('knows its claims after a restart', async () => {
    const good = delivery();
    assert.equal((await post(good)).status, 200);
    await until(async () => (await worker.handled()).length === 4, 'the work of the consumer');
    await worker.stop();
    worker = await startWorker({ secret: SECRET, persist, quiet: true });
    assert.equal((await post(good)).status, 200);
    const last = delivery();
    assert.equal((await post(last)).status, 200);
    // The queue keeps its order of arrival: were the copy in it, it would be there first.
    await until(async () => (await worker.handled()).length > 0, 'the work of the consumer');
    assert.deepEqual(await worker.handled(), [{ type: 'order.placed', payload: JSON.parse(last.body) }]);
  });

  it('shows itself by one command', async () => {
    const { stdout } = await promisify(execFile)(process.execPath, [path('examples/worker/dev.mjs'), '--once']);
    // What the worker logs comes in between.
    const said = stdout.split('\n').filter((line) => line !== '' && !line.startsWith('{'));
    assert.deepEqual(
      said.slice(1, 5).map((line) => line.slice(0, 3)),
      ['200', '200', '401', '413'],
    );
    assert.match(said[5], /^the queue's consumer has 1: order\.placed /);
  });
});
