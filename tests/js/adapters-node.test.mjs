// The adapter for Node against real connections: bodies in pieces, too large ones, parsers in the way, hung-up senders.

import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { after, describe, it } from 'node:test';
import express from 'express';
import Fastify from 'fastify';
import { createVerifier, sign } from 'hookproof';
import { nodeHandler } from 'hookproof/adapters';
import { fresh } from './store-contract.mjs';
import { misuse } from './support.mjs';

const SECRET = 'masking-secret';
const LIMIT = 1000;
const text = () => JSON.stringify({ event: 'call.ended', reference: fresh() });
const signed = (body = text(), secret = SECRET) => {
  const { method, headers } = sign({ provider: 'edesy-masking', secret, body });
  return { method, headers: Object.fromEntries(headers), body };
};

const open = [];
after(() => {
  for (const close of open) close();
});

/** A handler that notes all that it is told, and a server around it. */
async function watched(serve = createServer, options = {}, onDelivery = () => {}) {
  const seen = { deliveries: [], outcomes: [], errors: [] };
  const receive = nodeHandler(
    {
      verifier: createVerifier({ provider: 'edesy-masking', secrets: [SECRET], limits: { bodyBytes: LIMIT } }),
      onReport: (_, { result, status }) => seen.outcomes.push([result, status]),
      onError: (error) => seen.errors.push(error),
      ...options,
    },
    (delivery) => {
      seen.deliveries.push(delivery);
      return onDelivery(delivery);
    },
  );
  const server = await serve(receive);
  if (!server.listening) {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
  }
  open.push(() => {
    server.close();
    server.closeAllConnections();
  });
  const { port } = server.address();
  const url = `http://127.0.0.1:${port}/hook`;
  return { ...seen, port, url, post: (init = signed()) => fetch(url, init) };
}

async function shown(response) {
  return { status: response.status, type: response.headers.get('content-type'), body: await response.text() };
}

const bare = (status) => ({ status, type: null, body: '' });

describe('nodeHandler', () => {
  it('hands over what is right, once, and answers what is not without a word', async () => {
    const { post, deliveries, outcomes } = await watched();
    const right = signed();
    assert.deepEqual(await shown(await post(right)), bare(200));
    assert.deepEqual(await shown(await post(right)), bare(200));
    assert.deepEqual(await shown(await post(signed(text(), 'another'))), bare(401));
    assert.deepEqual(await shown(await post({ method: 'POST', body: '{}' })), bare(401));
    assert.deepEqual(outcomes, [
      ['accepted', 200],
      ['duplicate', 200],
      ['refused', 401],
      ['refused', 401],
    ]);
    assert.equal(deliveries.length, 1);
    assert.equal(Buffer.from(deliveries[0].body).toString(), right.body);
    assert.equal(deliveries[0].request.url, '/hook');
  });

  it('answers other methods without reading on', async () => {
    const { post } = await watched();
    const answer = await post({ method: 'PUT', body: text() });
    assert.deepEqual([answer.status, answer.headers.get('allow')], [405, 'POST']);
    assert.equal((await post({ method: 'GET' })).status, 405);
  });

  it('answers liveness checks', async () => {
    const verifier = createVerifier({ provider: 'edna-pulse', secrets: ['key'] });
    const { post, outcomes } = await watched(createServer, { verifier });
    assert.deepEqual(await shown(await post({ method: 'HEAD' })), bare(200));
    assert.deepEqual(outcomes, [['handshake', 200]]);
  });

  it('sends the answer of the handler', async () => {
    const reply = () => ({ status: 202, headers: { 'Content-Type': 'text/plain' }, body: 'later' });
    const { post } = await watched(createServer, {}, reply);
    assert.deepEqual(await shown(await post()), { status: 202, type: 'text/plain', body: 'later' });
    const fails = await watched(createServer, {}, () => Promise.reject(new Error('down')));
    assert.deepEqual(await shown(await fails.post()), bare(500));
    assert.equal(fails.errors[0].message, 'down');
  });

  it('refuses what is too large: by its own words, and while it streams in', async () => {
    const { post, outcomes, deliveries, url } = await watched();
    const large = 'x'.repeat(LIMIT + 1);
    assert.deepEqual(await shown(await post(signed(large))), bare(413));

    const streaming = httpRequest(url, { method: 'POST', headers: signed(large).headers });
    const answered = once(streaming, 'response');
    // The answer comes although the sender has not come to its end.
    for (let chunks = 0; chunks < 3; chunks += 1) streaming.write('x'.repeat(LIMIT));
    const [response] = await answered;
    assert.equal(response.statusCode, 413);
    assert.equal(response.headers.connection, 'close');
    streaming.destroy();
    assert.deepEqual(outcomes, [
      ['unreadable', 413],
      ['unreadable', 413],
    ]);
    assert.deepEqual(deliveries, []);
    const exact = JSON.stringify({ event: 'call.ended', reference: '' });
    const filled = exact.replace('""', `"${'x'.repeat(LIMIT - exact.length)}"`);
    assert.equal((await post(signed(filled))).status, 200, 'and not what is as large as may be');
  });

  it('ends the connection of a sender that never stops', async () => {
    const { url } = await watched();
    const sender = httpRequest(url, { method: 'POST', headers: signed().headers });
    let ended = false;
    sender.on('error', () => {});
    sender.on('close', () => {
      ended = true;
    });
    while (!ended) {
      sender.write(Buffer.alloc(64 * 1024));
      await new Promise((resolve) => setImmediate(resolve));
    }
  });

  it('is told of a sender that hangs up, and takes no half body', async () => {
    const { port, outcomes, deliveries } = await watched();
    const body = text();
    const { headers } = signed(body);
    const lines = Object.entries({ ...headers, 'content-length': body.length }).map(
      ([name, value]) => `${name}: ${value}`,
    );
    const socket = connect(port, '127.0.0.1');
    await once(socket, 'connect');
    socket.write(`POST /hook HTTP/1.1\r\nhost: h\r\n${lines.join('\r\n')}\r\n\r\n${body.slice(0, 5)}`);
    socket.end();
    socket.resume();
    await once(socket, 'close');
    while (outcomes.length === 0) await new Promise((resolve) => setImmediate(resolve));
    assert.deepEqual(outcomes, [['unreadable', 400]]);
    assert.deepEqual(deliveries, []);
  });

  it('refuses an encoded body', async () => {
    const { post } = await watched();
    const right = signed();
    const answer = await post({ ...right, headers: { ...right.headers, 'content-encoding': 'gzip' } });
    assert.deepEqual([answer.status, answer.headers.get('accept-encoding')], [415, 'identity']);
  });
});

describe('nodeHandler behind a framework', () => {
  const viaExpress =
    (...before) =>
    async (receive) => {
      const app = express();
      for (const parser of before) app.use(parser);
      app.all('/hook', receive);
      const server = app.listen(0, '127.0.0.1');
      await once(server, 'listening');
      return server;
    };

  for (const [what, ...parsers] of [
    ['Express without a parser'],
    ['Express with express.raw()', express.raw({ type: () => true })],
    ['Express with express.text()', express.text({ type: () => true })],
    ['Express with a parser for another type', express.urlencoded({ extended: false })],
    [
      'a host that keeps rawBody, as Nest and Firebase do',
      express.json({ verify: (request, _, raw) => Object.assign(request, { rawBody: raw }) }),
    ],
  ]) {
    it(`has the raw body: ${what}`, async () => {
      const { post, deliveries, outcomes } = await watched(viaExpress(...parsers));
      const right = signed();
      assert.equal((await post(right)).status, 200);
      assert.equal(Buffer.from(deliveries[0].body).toString(), right.body);
      assert.equal((await post(signed(text(), 'another'))).status, 401);
      const large = await post(signed(JSON.stringify({ event: 'x'.repeat(LIMIT) })));
      assert.equal(large.status, 413);
      assert.deepEqual(
        outcomes.map(([result]) => result),
        ['accepted', 'refused', 'unreadable'],
      );
    });
  }

  it('says which line to add where a parser was first', async () => {
    const { post, errors, outcomes } = await watched(viaExpress(express.json()));
    assert.deepEqual(await shown(await post()), bare(500));
    assert.deepEqual(outcomes, [['misuse', 500]]);
    misuse('usage.body', /parsed it already[\s\S]*express\.raw\(\{ type: \(\) => true/)(errors[0]);
  });

  it('says so too where something has read the body and kept it', async () => {
    const swallow = (request, _, next) => request.resume().on('end', next);
    const { post, errors } = await watched(viaExpress(swallow));
    assert.equal((await post()).status, 500);
    misuse('usage.body', /read the request, or something has and kept it/)(errors[0]);
  });

  it('knows the whole URL below a mounted router', async () => {
    const urls = [];
    const options = { url: (request) => urls.push(request.originalUrl) && `http://h.example${request.originalUrl}` };
    const serve = async (receive) => {
      const app = express();
      app.use('/hook', express.Router().post('/', receive));
      return app.listen(0, '127.0.0.1');
    };
    const { post } = await watched(serve, options);
    assert.equal((await post()).status, 200);
    assert.deepEqual(urls, ['/hook']);
  });

  it('works on the raw request and response of Fastify', async () => {
    const serve = async (receive) => {
      const app = Fastify();
      app.removeAllContentTypeParsers();
      app.addContentTypeParser('*', (_request, _payload, done) => done(null));
      app.all('/hook', (request, reply) => {
        reply.hijack();
        return receive(request.raw, reply.raw);
      });
      await app.listen({ port: 0, host: '127.0.0.1' });
      return app.server;
    };
    const { post, deliveries } = await watched(serve);
    const right = signed();
    assert.equal((await post(right)).status, 200);
    assert.equal(Buffer.from(deliveries[0].body).toString(), right.body);
    assert.equal((await post(signed('x'.repeat(LIMIT + 1)))).status, 413);
  });
});
