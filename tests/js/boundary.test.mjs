// The TypeScript side on its own, against a stand-in for the module: framing, packing, laziness, poisoning.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inspect } from 'node:util';
import { CODES } from 'hookproof';
import { entry } from '../../pkg/dist/core.js';
import { mock, signed } from './mock.mjs';
import { misuse } from './support.mjs';

const NOW = 1_760_000_000_000;

/** The entry that was started last. */
let hookproof;

/** A fresh module, and a verifier in it. */
function start(options = {}) {
  const stand = mock(CODES);
  hookproof = entry({ first: stand });
  const verifier = hookproof.createVerifier({ provider: 'mock', secrets: ['a secret'], now: () => NOW, ...options });
  stand.seen.calls.length = 0;
  return { ...stand, verifier };
}

test('a request crosses as one frame, one body and one call', () => {
  const { verifier, seen } = start();
  const body = Buffer.from('{"name":"n"}');
  const headers = [
    ['X-SIG', 'caf\u00e9'],
    ['Accept', '*/*'],
    ['x-id', '1'],
    ['X-Id', '2'],
    ['Host', 'h'],
  ];
  verifier.verify({ method: 'POST', url: 'https://h.example/\u00fc', headers, body, receivedAt: NOW + 5.9 });
  verifier.verify({ headers: [], body: '' });
  assert.deepEqual(seen.calls, ['buffer', 'verify', 'verify']);
  assert.deepEqual(seen.frames[0], {
    lines: [
      ['method', 'POST'],
      ['url', 'https://h.example/\u00fc'],
      ['x-sig', 'caf\u00e9'],
      ['x-id', '1'],
      ['x-id', '2'],
    ],
    body,
    unread: 2,
    now: NOW + 5,
  });
  assert.deepEqual(seen.frames[1], { lines: [], body: Buffer.alloc(0), unread: 0, now: NOW });
});

test('text crosses as UTF-8 whatever its length', () => {
  const { verifier, seen } = start();
  for (const unit of ['a', '\u00e9', '\u20ac', '\u{1f600}', 'a\u00e9']) {
    for (const count of [0, 1, 31, 64, 65, 5_000, 200_000]) {
      const body = unit.repeat(count);
      verifier.verify({ headers: { 'x-id': unit }, body });
      assert.deepEqual(seen.frames.at(-1).body, Buffer.from(body, 'utf8'), `${unit} ${count} times`);
    }
  }
  // What no wire can carry as single bytes is taken as text.
  const beyond = Buffer.from(seen.frames.findLast(({ lines }) => lines[0][1].length > 2).lines[0][1], 'latin1');
  assert.equal(beyond.toString('utf8'), '\u{1f600}');
});

test('a packed verdict is read without asking the module again', () => {
  const { verifier, seen } = start({ secrets: ['other', { id: 'spring', value: 'a secret' }] });
  const report = verifier.verify(signed('{"name":"n"}'));
  const { ok, code, status, provider, scheme, secretId, authenticated } = report;
  assert.deepEqual(
    { ok, code, status, provider, scheme, secretId, authenticated },
    {
      ok: true,
      code: 'ok',
      status: 200,
      provider: 'mock',
      scheme: 'second',
      secretId: 'spring',
      authenticated: 'body',
    },
  );
  const refused = verifier.verify(signed('{}', 'a third'));
  assert.deepEqual(
    [refused.ok, refused.code, refused.status, refused.scheme, refused.secretId, refused.authenticated],
    [false, 'signature.mismatch', 401, null, null, 'none'],
  );
  assert.deepEqual(seen.calls, ['buffer', 'verify', 'verify']);
});

test('details are read once, and verified again when another delivery came between', () => {
  const { verifier, seen } = start();
  const first = verifier.verify(signed('{"name":"one"}'));
  assert.equal(first.event.id, 'one');
  assert.equal(first.problemsOmitted, 2);
  assert.deepEqual(seen.calls, ['buffer', 'verify', 'report']);
  const second = verifier.verify(signed('{"name":"two"}'));
  const third = verifier.verify(signed('{"name":"three"}'));
  seen.calls.length = 0;
  assert.equal(second.events[0].id, 'two');
  assert.deepEqual(seen.calls, ['verify', 'report']);
  assert.equal(second.get('/name'), 'two');
  assert.deepEqual(second.payload, { name: 'two' });
  assert.deepEqual(seen.calls, ['verify', 'report', 'lookup']);
  assert.equal(third.get('/name'), 'three');
  assert.equal(first.event.id, 'one');
  assert.equal(first.get('/name'), 'one');
});

test('what was not verified is never shown', () => {
  const { verifier } = start();
  for (const delivery of [
    signed('{"name":"n"}', 'a third'),
    { headers: {}, body: '{"name":"n"}' },
    signed('{"name"'),
  ]) {
    const report = verifier.verify(delivery);
    assert.equal(report.ok, false);
    assert.equal(report.payload, undefined);
    assert.equal(report.get('/name'), undefined);
    assert.equal(report.event, null);
  }
  const doubtful = verifier.verify(signed('{"name":"wrong"}'));
  assert.equal(doubtful.code, 'schema.type');
  assert.deepEqual(doubtful.payload, { name: 'wrong' });
});

test('a body that was changed after verify is refused when details are asked for', () => {
  const { verifier } = start();
  const body = Buffer.from('{"name":"one"}');
  const report = verifier.verify(signed(body));
  body[10] ^= 1;
  assert.equal(report.event.id, 'one', 'nothing came between: the verified bytes are still there');
  verifier.verify(signed('{}'));
  assert.throws(() => report.get('/name'), misuse('usage.changed'));
  assert.throws(() => report.payload, misuse('usage.changed'));
  assert.match(inspect(report), /code: 'ok'/);
  body[10] ^= 1;
  assert.equal(report.get('/name'), 'one');
});

test('the request is kept as it was, whatever becomes of its objects', () => {
  const { verifier } = start();
  const delivery = signed('{"name":"one"}');
  const report = verifier.verify(delivery);
  delete delivery.headers['X-Sig'];
  delivery.body = '{}';
  verifier.verify(signed('{}'));
  assert.equal(report.event.id, 'one');
});

test('a trap ends the instance; the next call has a fresh one, with verifiers made again', () => {
  const { verifier, seen } = start();
  const before = verifier.verify(signed('{"name":"before"}'));
  assert.throws(() => verifier.verify(signed('trap')), WebAssembly.RuntimeError);
  assert.equal(seen.instances, 1);
  seen.calls.length = 0;
  assert.equal(before.event.id, 'before');
  assert.deepEqual([seen.instances, seen.resets], [2, 2]);
  assert.deepEqual(seen.calls, ['create', 'buffer', 'verify', 'report']);
  assert.equal(verifier.verify(signed('{"name":"after"}')).event.id, 'after');
});

test('misuse that the module finds is thrown as such and ends nothing', () => {
  const { seen, verifier } = start();
  assert.throws(() => hookproof.createVerifier({ provider: 'nobody' }), misuse('usage.provider', /called nobody/));
  assert.equal(verifier.verify(signed('{}')).ok, true);
  assert.equal(seen.instances, 1);
});

test('release frees what the module holds; using the verifier or its reports makes it again', () => {
  const { verifier, seen, verifiers } = start();
  const report = verifier.verify(signed('{"name":"one"}'));
  assert.equal(verifiers().size, 1);
  verifier.release();
  verifier.release();
  assert.equal(verifiers().size, 0);
  assert.equal(seen.calls.filter((name) => name === 'release').length, 1);
  assert.equal(report.event.id, 'one');
  assert.equal(verifiers().size, 1);
  verifier[Symbol.dispose]();
  assert.equal(verifiers().size, 0);
});

test('integers of a payload come out as asked', () => {
  const big = '9007199254740993';
  const body = `{"id":${big},"n":7,"other":${big},"name":"\\ue000${big}","list":[${big},1.5]}`;
  const read = (integers) => {
    const report = start({ integers }).verifier.verify(signed(body));
    return [report.get('/id'), report.get('/n'), report.get('/other'), report.get('/list'), report.payload.id];
  };
  const exact = BigInt(big);
  assert.deepEqual(read('number'), [exact, 7, exact, [exact, 1.5], Number(big)]);
  assert.deepEqual(read('bigint'), [exact, 7, exact, [exact, 1.5], exact]);
  assert.deepEqual(read('string'), [big, 7, big, [big, 1.5], big]);
  const { payload } = start({ integers: 'bigint' }).verifier.verify(signed(body));
  assert.deepEqual(payload, { id: exact, n: 7, other: exact, name: `\ue000${big}`, list: [exact, 1.5] });
});

test('a pointer that is none is misuse', () => {
  const report = start().verifier.verify(signed('{"name":"n"}'));
  for (const pointer of ['name', undefined, 3]) {
    assert.throws(() => report.get(pointer), misuse('usage.option', /JSON Pointer/));
  }
  assert.deepEqual(report.get(''), { name: 'n' });
  assert.equal(report.get('/none'), undefined);
});

test('a report prints and serialises as plain data without body or secret', () => {
  const report = start().verifier.verify(signed('{"text":"private"}'));
  for (const text of [JSON.stringify(report), inspect(report), String(report)]) {
    assert.doesNotMatch(text, /private|a secret/);
  }
  assert.match(inspect(report), /^Report \{\s+ok: true,\s+code: 'ok'/);
  assert.deepEqual(JSON.parse(JSON.stringify(report)), report.toJSON());
});

test('questions about what the senders promise cross as plain data and JSON text', () => {
  start();
  const definition = { id: 'own', big: 9007199254740993n };
  const text = '{"id":"own","big":9007199254740993}';
  assert.deepEqual(hookproof.checkEndpoint('a', new URL('https://h.example/x')), [
    { provider: 'a', url: 'https://h.example/x' },
  ]);
  assert.deepEqual(hookproof.retrySchedule(definition, new Date(5)), { provider: { definition: text }, first: 5 });
  assert.deepEqual(hookproof.route('a', { urls: [undefined] }, { event: 'e', channel: undefined }), [
    { provider: 'a', setup: '{"urls":[null]}', query: '{"event":"e"}' },
  ]);
  assert.throws(() => hookproof.checkSetup('a', undefined), misuse('usage.option', /`setup` is undefined/));
  assert.throws(() => hookproof.checkSetup('a', () => {}), misuse('usage.option', /`setup` is a function/));
  assert.throws(() => hookproof.checkEndpoint(3, 'x'), misuse('usage.provider'));
  assert.throws(() => hookproof.checkEndpoint('a', 3), misuse('usage.delivery', /url is a number/));
  const asked = hookproof.handshake({
    provider: 'a',
    secrets: ['s'],
    method: 'GET',
    url: 'https://h.example/',
    headers: { A: ['1', '2'] },
    body: 'b',
    parameters: { word: 'w' },
    now: NOW,
  });
  assert.deepEqual(asked, {
    senders: [{ provider: 'a', secrets: [{ id: null, value: 's' }], parameters: { word: 'w' } }],
    method: 'GET',
    url: 'https://h.example/',
    headers: [
      ['A', '1'],
      ['A', '2'],
    ],
    body: Uint8Array.of(0x62),
    now: NOW,
  });
  assert.throws(() => hookproof.handshake({ provider: 'a' }), misuse('usage.delivery', /method is undefined/));
  assert.deepEqual(hookproof.version(), { hookproof: '0.1.0', wasm: '00ff' });
});
