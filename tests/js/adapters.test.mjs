// The fetch-style adapter: bodies, handshakes, answers, claims, and what it tells whom.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createVerifier, sign } from 'hookproof';
import { handler } from 'hookproof/adapters';
import * as publicKey from 'hookproof/public-key';
import { memoryStore } from 'hookproof/stores';
import { fresh } from './store-contract.mjs';
import { misuse } from './support.mjs';

const URL = 'https://hooks.example.com/in';
const SECRET = 'masking-secret';
const MASKING = { provider: 'edesy-masking', secrets: [SECRET] };
const text = () => JSON.stringify({ event: 'call.ended', reference: fresh() });

/** A signed request; `change` alters what `fetch` would send. */
function signed({ provider = 'edesy-masking', secret = SECRET, body = text(), library, ...rest } = {}, change = {}) {
  const { url, ...delivery } = (library?.sign ?? sign)({ provider, secret, body, ...rest });
  const headers = new Headers(delivery.headers);
  for (const [name, value] of Object.entries(change.headers ?? {})) headers.set(name, value);
  return new Request(url ?? URL, { ...delivery, duplex: 'half', ...change, headers });
}

/** A handler that notes all that it is told. */
function watched(options, onDelivery = () => {}) {
  const seen = { deliveries: [], outcomes: [], reports: [], errors: [] };
  const receive = handler(
    {
      verifier: createVerifier(MASKING),
      onReport: (report, outcome) => {
        seen.reports.push(report);
        seen.outcomes.push(outcome);
      },
      onError: (error) => seen.errors.push(error),
      ...options,
    },
    (delivery, ...context) => {
      seen.deliveries.push(delivery);
      return onDelivery(delivery, ...context);
    },
  );
  return { ...seen, receive, results: () => seen.outcomes.map(({ result }) => result) };
}

/** All of an answer that its receiver can see. */
async function shown(response) {
  return { status: response.status, headers: [...response.headers], body: await response.text() };
}

const NOTHING = { headers: [], body: '' };

describe('handler', () => {
  it('hands over what is right, with what the host passes behind the request', async () => {
    const body = text();
    let passed;
    const { receive, deliveries, outcomes, reports } = watched({}, (_, ...context) => {
      passed = context;
    });
    const request = signed({ body });
    assert.deepEqual(await shown(await receive(request, 'env', 'ctx')), { status: 200, ...NOTHING });
    assert.deepEqual(passed, ['env', 'ctx']);
    assert.equal(deliveries[0].report.event.type, 'call.ended');
    assert.equal(Buffer.from(deliveries[0].body).toString(), body);
    assert.equal(deliveries[0].request, request);
    assert.equal(deliveries[0].claimed, true);
    assert.equal(reports[0], deliveries[0].report);
    const [{ milliseconds, ...outcome }] = outcomes;
    assert.deepEqual(outcome, { result: 'accepted', status: 200, claimed: true });
    assert.ok(milliseconds >= 0);
  });

  it('answers all that is wrong with a signature alike, and tells the log more', async () => {
    const { receive, reports, deliveries } = watched({});
    const stripe = { provider: 'stripe', secret: 'whsec_test', body: '{"id":"evt_1","object":"event","type":"ping"}' };
    const timed = watched({ verifier: createVerifier({ provider: 'stripe', secrets: ['whsec_test'] }) });
    const wrong = [
      receive(new Request(URL, { method: 'POST', body: text() })),
      receive(signed({ secret: 'another' })),
      receive(signed({}, { body: text() })),
      receive(signed({}, { headers: { 'X-Edesy-Signature': 'sha256=zz' } })),
      timed.receive(signed({ ...stripe, fault: 'timestamp.stale' })),
      timed.receive(signed({ ...stripe, secret: 'whsec_other' })),
      timed.receive(signed({ ...stripe }, { headers: { 'Stripe-Signature': 't=x' } })),
    ];
    for (const response of await Promise.all(wrong)) {
      assert.deepEqual(await shown(response), { status: 401, ...NOTHING });
    }
    assert.equal(deliveries.length + timed.deliveries.length, 0);
    const codes = [...reports, ...timed.reports].map(({ code }) => code);
    assert.deepEqual(codes.toSorted(), [
      'signature.malformed',
      'signature.malformed',
      'signature.mismatch',
      'signature.mismatch',
      'signature.mismatch',
      'signature.missing',
      'timestamp.stale',
    ]);
  });

  it('says what is wrong with a delivery that is authentic by the status alone', async () => {
    const { receive, results } = watched({});
    const answer = await receive(signed({ body: '{"event":"call.completed","call_sid":1}' }));
    assert.deepEqual(await shown(answer), { status: 400, ...NOTHING });
    assert.deepEqual(results(), ['refused']);
  });

  it('takes a request whose method the sender does not use for none, unread', async () => {
    const { receive, reports } = watched({});
    const request = signed({}, { method: 'PUT' });
    const answer = await receive(request);
    assert.deepEqual(await shown(answer), { status: 405, headers: [['allow', 'POST']], body: '' });
    assert.equal(request.bodyUsed, false);
    assert.equal(reports[0].code, 'delivery.method');
  });

  it('keeps secrets from the log', async () => {
    const secret = 'a-secret-that-nobody-may-see';
    const seen = [];
    const note = (...all) => seen.push(JSON.stringify(all));
    const verifier = createVerifier({ ...MASKING, secrets: [secret] });
    const receive = handler({ verifier, onReport: note, onError: (error) => note(String(error)) }, () => {});
    for (const request of [signed({ secret }), signed(), signed({ secret }, { method: 'GET', body: undefined })]) {
      await receive(request);
    }
    assert.equal(seen.length, 3);
    for (const line of seen) assert.ok(!line.includes(secret));
  });

  it('handles on when a log fails', async () => {
    const errors = [];
    const options = { verifier: createVerifier(MASKING), onError: (error) => errors.push(error.message) };
    const onReport = () => {
      throw new Error('the log is full');
    };
    assert.equal((await handler({ ...options, onReport }, () => {})(signed())).status, 200);
    assert.deepEqual(errors, ['the log is full']);
    const onError = () => {
      throw new Error('so is this one');
    };
    assert.equal((await handler({ ...options, onReport, onError }, () => {})(signed())).status, 200);
  });
});

describe('the body of a request', () => {
  const limit = (bodyBytes) => ({ verifier: createVerifier({ ...MASKING, limits: { bodyBytes } }) });

  /** A stream of as many chunks as are asked for, which counts those that were taken. */
  function stream(chunk, chunks) {
    const taken = { chunks: 0, cancelled: false };
    const body = new ReadableStream(
      {
        pull(controller) {
          if (taken.chunks === chunks) return controller.close();
          taken.chunks += 1;
          controller.enqueue(chunk);
        },
        cancel() {
          taken.cancelled = true;
        },
      },
      { highWaterMark: 0 },
    );
    return { body, taken };
  }

  it('is not read when it says that it is too large', async () => {
    const { receive, results, reports } = watched(limit(100));
    const { body, taken } = stream(new Uint8Array(10), 1e6);
    const request = signed({}, { body, headers: { 'Content-Length': '101' } });
    assert.deepEqual(await shown(await receive(request)), { status: 413, ...NOTHING });
    assert.deepEqual([taken.chunks, results(), reports], [0, ['unreadable'], [null]]);
  });

  it('is read no further than the limit when it does not say', async () => {
    const { receive, results } = watched(limit(100));
    const { body, taken } = stream(new Uint8Array(10), 1e6);
    assert.equal((await receive(signed({}, { body }))).status, 413);
    assert.deepEqual(taken, { chunks: 11, cancelled: true });
    assert.deepEqual(results(), ['unreadable']);
  });

  it('may be as large as the limit, in any chunks', async () => {
    const body = text();
    const { receive, deliveries } = watched(limit(body.length));
    const bytes = new TextEncoder().encode(body);
    const pieces = Array.from(bytes, (byte) => new Uint8Array([byte]));
    const chunks = ReadableStream.from(pieces);
    assert.equal((await receive(signed({ body }, { body: chunks }))).status, 200);
    assert.deepEqual(deliveries[0].body, bytes);
  });

  it('is refused when it breaks off', async () => {
    const { receive, results } = watched({});
    const body = new ReadableStream({ pull: (controller) => controller.error(new Error('the sender is gone')) });
    assert.equal((await receive(signed({}, { body }))).status, 400);
    const short = signed({}, { headers: { 'Content-Length': '5000' } });
    assert.equal((await receive(short)).status, 400);
    for (const length of ['abc', '-1', '1, 2', '1e3', ' ']) {
      const request = signed({}, { headers: { 'Content-Length': length } });
      // An empty text is no length; a Headers object trims the blank.
      assert.equal((await receive(request)).status, length === ' ' ? 200 : 400, length);
    }
    assert.ok(results().every((result) => result === 'unreadable' || result === 'accepted'));
  });

  it('is refused when it is encoded', async () => {
    const { receive } = watched({});
    for (const encoding of ['gzip', 'br', 'GZIP', 'identity, gzip']) {
      const answer = await receive(signed({}, { headers: { 'Content-Encoding': encoding } }));
      assert.deepEqual(await shown(answer), { status: 415, headers: [['accept-encoding', 'identity']], body: '' });
    }
    assert.equal((await receive(signed({}, { headers: { 'Content-Encoding': 'identity' } }))).status, 200);
  });

  it('must not have been read', async () => {
    const { receive, errors, results } = watched({});
    const read = signed();
    await read.json();
    const locked = signed();
    locked.body.getReader();
    for (const request of [read, locked]) assert.equal((await receive(request)).status, 500);
    for (const error of errors) misuse('usage.body', /read already[\s\S]*receive\(c\.req\.raw\)/)(error);
    assert.deepEqual(results(), ['misuse', 'misuse']);
    const copied = signed();
    assert.equal((await receive(copied.clone())).status, 200);
  });

  it('must be that of a Request', async () => {
    const { receive, errors } = watched({});
    for (const request of [undefined, {}, { method: 'POST', url: '/', headers: {} }]) {
      assert.equal((await receive(request)).status, 500);
    }
    for (const error of errors) misuse('usage.delivery', /expected a Request.*nodeHandler/)(error);
    assert.equal(errors.length, 3);
  });
});

describe('handshakes', () => {
  it('are answered as the sender wants it, without a secret', async () => {
    const { receive, results, deliveries } = watched({
      verifier: createVerifier({ provider: 'edna-pulse', secrets: ['key'] }),
    });
    assert.deepEqual(await shown(await receive(new Request(URL, { method: 'HEAD' }))), { status: 200, ...NOTHING });
    const get = await shown(await receive(new Request(URL)));
    assert.deepEqual(get, { status: 405, headers: [['allow', 'POST, HEAD']], body: '' });
    assert.deepEqual([results(), deliveries], [['handshake', 'refused'], []]);
  });

  it('are answered with what was asked', async () => {
    const parameters = { verifyToken: 'mine' };
    const { receive } = watched({ verifier: createVerifier({ provider: 'meta', secrets: ['s'], parameters }) });
    const ask = (token) => `${URL}?hub.mode=subscribe&hub.verify_token=${token}&hub.challenge=42`;
    const right = await shown(await receive(new Request(ask('mine'))));
    assert.deepEqual([right.status, right.body], [200, '42']);
    assert.equal((await receive(new Request(ask('another')))).status, 405);
  });

  it('are verified where they are signed, and answered 401 otherwise', async () => {
    const pair = await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify']);
    const hex = (bytes) => Buffer.from(bytes).toString('hex');
    const key = hex(await crypto.subtle.exportKey('raw', pair.publicKey));
    const { receive } = watched({ verifier: publicKey.createVerifier({ provider: 'discord', secrets: [key] }) });
    const ping = '{"type":1}';
    const time = String(Math.floor(Date.now() / 1000));
    const signature = hex(await crypto.subtle.sign('Ed25519', pair.privateKey, Buffer.from(time + ping)));
    const request = (signature) =>
      new Request(URL, {
        method: 'POST',
        headers: { 'X-Signature-Ed25519': signature, 'X-Signature-Timestamp': time },
        body: ping,
      });
    const answer = await shown(await receive(request(signature)));
    assert.deepEqual([answer.status, answer.body], [200, '{"type":1}']);
    assert.deepEqual(await shown(await receive(request('00'.repeat(64)))), { status: 401, ...NOTHING });
  });
});

describe('the answer to a delivery', () => {
  const edna = (onDelivery) =>
    watched({ verifier: createVerifier({ provider: 'edna-pulse', secrets: ['key'], mode: 'observe' }) }, onDelivery);
  const delivery = () => {
    const requestId = fresh();
    return signed({ provider: 'edna-pulse', secret: 'key', body: JSON.stringify({ requestId }) });
  };

  it('is the status that the sender takes for success', async () => {
    for (const returned of [undefined, 'queued', { status: 'queued' }, { status: 201 }, { status: 204 }]) {
      const { receive, errors } = edna(() => returned);
      const answer = await receive(delivery());
      assert.deepEqual([answer.status, errors], [200, []], JSON.stringify(returned));
    }
    const { receive } = watched({}, () => ({ status: 204 }));
    assert.equal((await receive(signed())).status, 204, 'where the sender takes any 2xx');
  });

  it('may be one of the handler', async () => {
    const plain = watched({}, () => ({ status: 200, headers: { 'X-Own': 'a' }, body: '{"type":5}' }));
    const answer = await shown(await plain.receive(signed()));
    assert.deepEqual([answer.status, answer.body], [200, '{"type":5}']);
    assert.ok(answer.headers.some(([name, value]) => name === 'x-own' && value === 'a'));

    const whole = watched({}, () => Response.json({ type: 5 }));
    assert.equal((await shown(await whole.receive(signed()))).body, '{"type":5}');

    const other = edna(() => new Response('kept', { status: 202, headers: { 'X-Own': 'a' } }));
    const changed = await other.receive(delivery());
    assert.deepEqual([changed.status, changed.headers.get('x-own'), await changed.text()], [200, 'a', 'kept']);
  });

  it('is a failure when the handler fails or says so', async () => {
    for (const [fails, status] of [
      [() => Promise.reject(new Error('down')), 500],
      [() => ({ status: 503 }), 503],
      [() => new Response(null, { status: 422 }), 422],
      [() => ({ status: 9000 }), 500],
    ]) {
      const { receive, results } = watched({}, fails);
      const answer = await receive(signed());
      assert.deepEqual([answer.status, await answer.text(), results()], [status, '', ['failed']]);
    }
  });
});

/** Waits until the handler has its first delivery. */
async function worked(deliveries) {
  while (deliveries.length === 0) await new Promise((resolve) => setImmediate(resolve));
}

describe('copies of a delivery', () => {
  it('are told success, and not handed over again', async () => {
    const { receive, deliveries, results } = watched({});
    const request = signed();
    const copies = [request.clone(), request.clone()];
    assert.equal((await receive(request)).status, 200);
    for (const copy of copies) assert.deepEqual(await shown(await receive(copy)), { status: 200, ...NOTHING });
    assert.equal(deliveries.length, 1);
    assert.deepEqual(results(), ['accepted', 'duplicate', 'duplicate']);
  });

  it('are told to come again while one is being worked on, which may fail yet', async () => {
    let finish;
    const working = new Promise((resolve, reject) => {
      finish = { resolve, reject };
    });
    let attempts = 0;
    const { receive, results, deliveries } = watched({}, () => {
      attempts += 1;
      return attempts === 1 ? working : undefined;
    });
    const request = signed();
    const copies = Array.from({ length: 3 }, () => request.clone());
    const first = receive(request);
    await worked(deliveries);
    const during = await receive(copies[0]);
    assert.deepEqual([during.status, during.headers.get('retry-after')], [503, '5']);
    finish.reject(new Error('the database is away'));
    assert.equal((await first).status, 500);
    assert.equal((await receive(copies[1])).status, 200);
    assert.equal((await receive(copies[2])).status, 200);
    assert.equal(attempts, 2);
    assert.deepEqual(results(), ['busy', 'failed', 'accepted', 'duplicate']);
  });

  it('are accepted once, of 64 at the same time', async () => {
    const { receive, deliveries } = watched({}, () => new Promise((resolve) => setImmediate(resolve)));
    const request = signed();
    const answers = await Promise.all(Array.from({ length: 64 }, () => receive(request.clone())));
    assert.equal(deliveries.length, 1);
    assert.equal(answers.filter(({ status }) => status === 200).length, 1);
  });

  it('are taken when the process has died in the middle of the work', async () => {
    let now = 0;
    const store = memoryStore({ now: () => now });
    const died = watched({ store, leaseSeconds: 30 }, () => new Promise(() => {}));
    const next = watched({ store, leaseSeconds: 30 });
    const request = signed();
    const copies = [request.clone(), request.clone(), request.clone()];
    died.receive(request);
    await worked(died.deliveries);
    assert.equal((await next.receive(copies[0])).status, 503);
    now = 34_000;
    assert.equal((await next.receive(copies[1])).status, 503, 'that of the work outlasts that of the delivery');
    now = 35_000;
    assert.equal((await next.receive(copies[2])).status, 200);
    assert.deepEqual(next.results(), ['busy', 'busy', 'accepted']);
  });

  it('are known by what is signed, not by what else a request has', async () => {
    const { receive, results } = watched({});
    const body = text();
    await receive(signed({ body }));
    await receive(signed({ body }, { headers: { 'X-Request-Id': 'another', 'User-Agent': 'another' } }));
    await receive(new Request(`${URL}?again=1`, signed({ body })));
    assert.deepEqual(results(), ['accepted', 'duplicate', 'duplicate']);
  });

  it('are kept apart by endpoint and by secret in one store', async () => {
    const store = memoryStore();
    const endpoint = (scope, secret = SECRET) =>
      watched({ store, scope, verifier: createVerifier({ ...MASKING, secrets: [secret] }) });
    const [one, two, three] = [endpoint('one'), endpoint('two'), endpoint('one', 'another')];
    const body = text();
    assert.equal((await one.receive(signed({ body }))).status, 200);
    assert.equal((await two.receive(signed({ body }))).status, 200);
    assert.equal((await three.receive(signed({ body, secret: 'another' }))).status, 200);
    assert.equal(one.deliveries.length + two.deliveries.length + three.deliveries.length, 3);
  });

  it('can be told by a key of the host, however long', async () => {
    const key = ({ event }) => (event.type === 'call.ended' ? 'x'.repeat(4000) : null);
    const keys = [];
    const memory = memoryStore();
    const store = { claim: (key, ttl) => keys.push(key) && memory.claim(key, ttl), release: memory.release };
    const { receive, results, deliveries } = watched({ key, store });
    await receive(signed());
    await receive(signed());
    const other = JSON.stringify({ event: 'other', reference: fresh() });
    await receive(signed({ body: other }));
    await receive(signed({ body: other }));
    assert.deepEqual(results(), ['accepted', 'duplicate', 'accepted', 'accepted']);
    assert.deepEqual(
      deliveries.map(({ claimed }) => claimed),
      [true, false, false],
    );
    assert.ok(keys.length > 0 && keys.every((key) => key.length < 128));
  });

  it('are all taken where nothing is signed, or the store is off', async () => {
    const token = watched({ verifier: createVerifier({ provider: 'edna-pulse', secrets: ['key'], mode: 'observe' }) });
    const off = watched({ store: null });
    const body = JSON.stringify({ requestId: 'r' });
    for (let copies = 0; copies < 2; copies += 1) {
      await token.receive(signed({ provider: 'edna-pulse', secret: 'key', body }));
      await off.receive(signed({ body: '{"event":"call.ended"}' }));
    }
    assert.equal(off.deliveries.length, 2);
    assert.equal(token.deliveries.length, 2);
    assert.equal(off.deliveries[0].claimed, false);
  });
});

describe('a store', () => {
  const broken = { claim: async () => Promise.reject(new Error('no connection')) };

  it('that cannot tell is a 503, unless the caller says otherwise', async () => {
    const strict = watched({ store: broken });
    const answer = await strict.receive(signed());
    assert.deepEqual([answer.status, answer.headers.get('retry-after'), await answer.text()], [503, '5', '']);
    assert.deepEqual([strict.results(), strict.deliveries, strict.errors.length], [['unavailable'], [], 1]);

    const open = watched({ store: broken, onStoreError: 'accept' });
    assert.equal((await open.receive(signed())).status, 200);
    assert.deepEqual([open.deliveries[0].claimed, open.errors.length], [false, 1]);
  });

  it('that is full is one that cannot tell', async () => {
    const { receive, results, errors } = watched({ store: memoryStore({ max: 2 }) });
    await receive(signed());
    await receive(signed());
    assert.deepEqual([results(), errors[0].code], [['accepted', 'unavailable'], 'store.full']);
  });

  it('that does not answer in time, or not by yes or no, cannot tell', async () => {
    const never = watched({ store: { claim: () => new Promise(() => {}) }, storeTimeoutMs: 20 });
    assert.equal((await never.receive(signed())).status, 503);
    assert.match(never.errors[0].message, /within 20 ms/);
    const odd = watched({ store: { claim: async () => 'OK' } });
    assert.equal((await odd.receive(signed())).status, 503);
    const thrown = watched({
      store: {
        claim() {
          throw new Error('at once');
        },
      },
    });
    assert.equal((await thrown.receive(signed())).status, 503);
  });

  it('that fails after the work no longer changes the answer', async () => {
    const memory = memoryStore();
    const store = { claim: memory.claim, release: async () => Promise.reject(new Error('no connection')) };
    const { receive, errors, results } = watched({ store });
    assert.equal((await receive(signed())).status, 200);
    assert.deepEqual([results(), errors.length], [['accepted'], 1]);
  });

  it('with one method is enough; what has failed then stays claimed', async () => {
    const memory = memoryStore();
    const claims = [];
    const store = { claim: (key, ttl) => claims.push(ttl) && memory.claim(key, ttl) };
    const { receive, results } = watched({ store, ttlSeconds: 500 }, () => Promise.reject(new Error('down')));
    const request = signed();
    const copy = request.clone();
    assert.equal((await receive(request)).status, 500);
    assert.equal((await receive(copy)).status, 200);
    assert.deepEqual(
      [claims, results()],
      [
        [500, 500],
        ['failed', 'duplicate'],
      ],
    );
  });

  it('is asked to remember for as long as a copy would be fresh', async () => {
    const ttls = async (options, request) => {
      const seen = [];
      const store = { claim: async (_, ttl) => seen.push(ttl) > 0 };
      await watched({ ...options, store }).receive(request);
      return seen;
    };
    assert.deepEqual(await ttls({}, signed()), [86_400]);
    const stripe = { provider: 'stripe', secret: 'whsec_test', body: '{"id":"evt_1","object":"event","type":"ping"}' };
    const verifier = createVerifier({ provider: 'stripe', secrets: ['whsec_test'] });
    assert.deepEqual(await ttls({ verifier }, signed(stripe)), [660]);
    assert.deepEqual(await ttls({ verifier, ttlSeconds: 601 }, signed(stripe)), [601]);
    assert.throws(() => handler({ verifier, ttlSeconds: 600 }, () => {}), misuse('usage.option', /at least 601/));
  });
});

describe('the public URL', () => {
  const square = (url) =>
    watched({ url, verifier: createVerifier({ provider: 'square', secrets: ['key'], mode: 'observe' }) });
  const body = () => JSON.stringify({ event_id: fresh(), type: 'payment.created' });
  const behindProxy = (body, at) => {
    const { headers } = sign({ provider: 'square', secret: 'key', body, url: 'https://public.example.com/hook' });
    return new Request(at, { method: 'POST', headers, body });
  };

  it('is that of the request unless it is given', async () => {
    assert.equal((await square().receive(behindProxy(body(), 'https://public.example.com/hook'))).status, 200);
    assert.equal((await square().receive(behindProxy(body(), 'http://10.0.0.7:8080/hook'))).status, 401);
    const fixed = square('https://public.example.com/hook');
    assert.equal((await fixed.receive(behindProxy(body(), 'http://10.0.0.7:8080/hook'))).status, 200);
    const found = square((request) => request.url.replace('http://10.0.0.7:8080', 'https://public.example.com'));
    assert.equal((await found.receive(behindProxy(body(), 'http://10.0.0.7:8080/hook'))).status, 200);
  });
});

describe('options', () => {
  const verifier = createVerifier(MASKING);
  for (const [what, options, message, onDelivery = () => {}] of [
    ['no options', undefined, /the options are undefined/],
    ['the options of a verifier', MASKING, /`verifier: createVerifier\(\{ provider, secrets \}\)`/],
    ['a misspelt one', { verifier, stor: null }, /unknown option `stor` \(did you mean `store`\?\)/],
    ['no verifier', {}, /`verifier` is undefined/],
    ['no handler', { verifier }, /`onDelivery` is undefined/, null],
    ['a store that is none', { verifier, store: {} }, /`store` is .*claim/],
    ['another policy', { verifier, onStoreError: 'ignore' }, /`onStoreError` is `ignore`/],
    ['half a URL', { verifier, url: '/hook' }, /`url` is/],
    ['a time that is none', { verifier, ttlSeconds: -1 }, /`ttlSeconds` is -1/],
    ['a log that is none', { verifier, onReport: console }, /`onReport` is/],
  ]) {
    it(`refuse ${what}`, () => {
      assert.throws(() => handler(options, onDelivery ?? undefined), misuse('usage.option', message));
    });
  }
});
