// The examples as a user would start them: each gets a good delivery, a forged one, copies and an oversized one.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { createInterface } from 'node:readline';
import { after, describe, it } from 'node:test';
import { sign } from 'hookproof';
import { fresh, until } from './store-contract.mjs';
import { path } from './support.mjs';

const SECRET = 'crm-secret';
process.env.EDESY_SECRET = SECRET;

/** A delivery of its own, signed now. */
function delivery(change = {}) {
  const body = JSON.stringify({ event: 'order.placed', order: fresh(), ...change.payload });
  const { method, headers } = sign({ provider: 'edesy', secret: change.secret ?? SECRET, body });
  return { method, headers: Object.fromEntries(headers), body };
}

const bin = (name) => path(`node_modules/.bin/${name}`);

/** Servers of their own, by the command that starts each. */
const SERVERS = {
  'node-http': [process.execPath],
  express: [process.execPath],
  fastify: [process.execPath],
  deno: [bin('deno'), 'run', '--no-prompt', '--allow-net', '--allow-env'],
  bun: [bin('bun'), 'run'],
  hono: [bin('bun'), 'run'],
};

/** Starts an example; what it prints is kept. */
async function start(name) {
  const [program, ...options] = SERVERS[name];
  const child = spawn(program, [...options, path(`examples/servers/${name}.mjs`)], {
    cwd: path('.'),
    env: { ...process.env, PORT: '0', NO_COLOR: '1', DENO_NO_UPDATE_CHECK: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const lines = [];
  const port = await new Promise((resolve, reject) => {
    const read = (line) => {
      lines.push(line);
      const [, port] = /[Ll]istening on (\d+)$|server: http:\/\/[^:]+:(\d+)/.exec(line)?.filter(Boolean) ?? [];
      if (port !== undefined) resolve(port);
    };
    createInterface({ input: child.stdout }).on('line', read);
    createInterface({ input: child.stderr }).on('line', read);
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`${name} ended with ${code}:\n${lines.join('\n')}`)));
  });
  const stop = async () => {
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  };
  return { lines, stop, post: (init) => fetch(`http://127.0.0.1:${port}/webhook`, init), port };
}

/** What every receiver has to do; `post` delivers, `accepted` counts what was handed over. */
async function examine(post, accepted) {
  const good = delivery();
  const before = accepted();
  const answer = await post(good);
  assert.deepEqual([answer.status, await answer.text()], [200, '']);
  await until(() => accepted() === before + 1, 'the delivery');

  const copy = await post(good);
  assert.deepEqual([copy.status, await copy.text()], [200, '']);
  for (const forged of [delivery({ secret: 'another' }), { ...delivery(), body: '{}' }, { ...good, headers: {} }]) {
    const refused = await post(forged);
    assert.deepEqual([refused.status, await refused.text()], [401, '']);
  }
  const large = await post(delivery({ payload: { text: 'x'.repeat(1 << 20) } }));
  assert.deepEqual([large.status, await large.text()], [413, '']);
  assert.equal((await post({ method: 'DELETE' })).status, 405);

  // What comes last is seen last: had a copy been handed over, it would be counted by now.
  assert.equal((await post(delivery())).status, 200);
  await until(() => accepted() >= before + 2, 'the last delivery');
  assert.equal(accepted(), before + 2);
}

describe('examples that are servers', { concurrency: 1 }, () => {
  for (const name of Object.keys(SERVERS)) {
    it(name, async () => {
      const { post, lines, stop, port } = await start(name);
      try {
        await examine(post, () => lines.filter((line) => line === 'accepted order.placed').length);
        if (name === 'express' || name === 'fastify') {
          const headers = { 'content-type': 'application/json' };
          const echo = await fetch(`http://127.0.0.1:${port}/echo`, { method: 'POST', headers, body: '{"a":1}' });
          assert.deepEqual(await echo.json(), { a: 1 }, 'other routes keep their parsers');
        }
      } finally {
        await stop();
      }
    });
  }
});

describe('examples that are functions', () => {
  let accepted = 0;
  const { log } = console;
  console.log = (...words) => {
    if (words.join(' ') === 'accepted order.placed') accepted += 1;
    else log(...words);
  };
  after(() => {
    console.log = log;
  });
  const count = () => accepted;
  const url = 'https://hooks.example.com/webhook?a=1&a=2';

  it('hono, called without a server', async () => {
    const { default: app } = await import(path('examples/servers/hono.mjs'));
    await examine((init) => app.request('/webhook', init), count);
  });

  it('next-app-route', async () => {
    const route = await import(path('examples/servers/next-app-route.mjs'));
    assert.equal((await route.HEAD(new Request(url, { method: 'HEAD' }))).status, 405);
    const post = (init) =>
      init.method === 'DELETE' ? route.GET(new Request(url)) : route.POST(new Request(url, init));
    await examine((init) => post(init, { params: Promise.resolve({}) }), count);
  });

  it('next-pages-api', async () => {
    const { default: api, config } = await import(path('examples/servers/next-pages-api.mjs'));
    assert.equal(config.api.bodyParser, false);
    const server = createServer(api).listen(0, '127.0.0.1');
    await once(server, 'listening');
    try {
      await examine((init) => fetch(`http://127.0.0.1:${server.address().port}/api/webhook`, init), count);
    } finally {
      server.close();
      server.closeAllConnections();
    }
  });

  /** Events as API Gateway makes them of a request; whether the body is in base64 depends on its media types. */
  const EVENTS = {
    'a REST API (1.0)': ({ method, headers, body }, isBase64Encoded) => ({
      resource: '/webhook',
      path: '/webhook',
      httpMethod: method,
      headers: { Host: 'hooks.example.com', ...headers },
      multiValueHeaders: Object.fromEntries(
        Object.entries({ Host: 'hooks.example.com', ...headers }).map(([name, value]) => [name, [value]]),
      ),
      queryStringParameters: { a: '2' },
      multiValueQueryStringParameters: { a: ['1', '2'] },
      requestContext: { path: '/prod/webhook', httpMethod: method, domainName: 'hooks.example.com' },
      ...encoded(body, isBase64Encoded),
    }),
    'an HTTP API (2.0) or a function URL': ({ method, headers, body }, isBase64Encoded) => ({
      version: '2.0',
      rawPath: '/webhook',
      rawQueryString: 'a=1&a=2',
      headers: Object.fromEntries(
        Object.entries({ host: 'hooks.example.com', ...headers }).map(([name, value]) => [name.toLowerCase(), value]),
      ),
      requestContext: { http: { method, path: '/webhook' }, domainName: 'hooks.example.com' },
      ...encoded(body, isBase64Encoded),
    }),
  };

  function encoded(body, isBase64Encoded) {
    if (body === undefined) return { body: null, isBase64Encoded: false };
    return { body: isBase64Encoded ? Buffer.from(body).toString('base64') : body, isBase64Encoded };
  }

  for (const [what, eventOf] of Object.entries(EVENTS)) {
    for (const base64 of [false, true]) {
      it(`lambda, behind ${what}, the body as ${base64 ? 'base64' : 'text'}`, async () => {
        const { handler } = await import(path('examples/servers/lambda.mjs'));
        const post = async (init) => {
          const { statusCode, headers, body, isBase64Encoded } = await handler(eventOf(init, base64));
          return new Response(Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8'), { status: statusCode, headers });
        };
        await examine(post, count);
        const umlauts = delivery({ payload: { name: 'Grüße 👋' } });
        assert.equal((await post(umlauts)).status, 200);
      });
    }
  }
});
