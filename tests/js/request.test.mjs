// What `verify` takes as a request, and what it says when it is none.

import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { before, test } from 'node:test';
import { runInNewContext } from 'node:vm';
import { CODES } from 'hookproof';
import { entry } from '../../pkg/dist/core.js';
import { mock } from './mock.mjs';
import { misuse } from './support.mjs';

const NOW = 1_760_000_000_000;
const TEXT = '{"text":"\u00fcber \u{1f600}"}';
const BYTES = Buffer.from(TEXT, 'utf8');

let seen;
let createVerifier;
let verifier;

before(() => {
  const stand = mock(CODES);
  seen = stand.seen;
  ({ createVerifier } = entry({ first: stand }));
  verifier = createVerifier({ provider: 'mock', secrets: ['s'], now: () => NOW });
});

/** What crosses for this request. */
function cross(request) {
  verifier.verify({ headers: [], body: '', ...request });
  return seen.frames.at(-1);
}

const shared = new Uint8Array(new SharedArrayBuffer(BYTES.length));
shared.set(BYTES);
const padded = Buffer.concat([Buffer.from('xx'), BYTES, Buffer.from('y')]);

const BODIES = {
  'a Buffer': BYTES,
  'a Uint8Array': new Uint8Array(BYTES),
  'a part of a larger buffer': padded.subarray(2, 2 + BYTES.length),
  'an ArrayBuffer': new Uint8Array(BYTES).buffer,
  'a SharedArrayBuffer': shared.buffer,
  'a DataView': new DataView(padded.buffer, padded.byteOffset + 2, BYTES.length),
  'an Int8Array': new Int8Array(BYTES),
  'a Uint8ClampedArray': new Uint8ClampedArray(BYTES),
  'a string': TEXT,
  'an ArrayBuffer of another realm': runInNewContext('Uint8Array.from(bytes).buffer', { bytes: [...BYTES] }),
  'a Uint8Array of another realm': runInNewContext('Uint8Array.from(bytes)', { bytes: [...BYTES] }),
};

for (const [kind, body] of Object.entries(BODIES)) {
  test(`the body may be ${kind}`, () => assert.deepEqual(cross({ body }).body, BYTES));
}

test('an empty body is a body', () => {
  for (const body of ['', new Uint8Array(), new ArrayBuffer(0)]) assert.equal(cross({ body }).body.length, 0);
});

class OwnHeaders {
  *[Symbol.iterator]() {
    yield ['x-id', '1'];
    yield ['host', 'h'];
    yield ['x-sig', '2'];
  }
}

const HEADERS = {
  'a Headers object': new Headers({ 'X-Id': '1', Host: 'h', 'X-Sig': '2' }),
  'a plain object': { 'X-ID': '1', host: 'h', 'x-Sig': '2' },
  'an object without prototype': Object.assign(Object.create(null), { 'x-id': '1', host: 'h', 'x-sig': '2' }),
  'an object with lists': { 'x-id': ['1'], host: 'h', 'x-sig': ['2'], cookie: undefined, dnt: null },
  'a Map': new Map(Object.entries({ 'X-Id': '1', Host: 'h', 'X-Sig': '2' })),
  'a list of pairs': Object.entries({ 'X-Id': '1', Host: 'h', 'X-Sig': '2' }),
  "Node's rawHeaders": ['X-Id', '1', 'Host', 'h', 'X-Sig', '2'],
  'something else that gives pairs': new OwnHeaders(),
};

for (const [kind, headers] of Object.entries(HEADERS)) {
  test(`headers may be ${kind}`, () => {
    const { lines, unread } = cross({ headers });
    const inOrder = lines.sort(([one], [other]) => one.localeCompare(other));
    assert.deepEqual(inOrder, [
      ['x-id', '1'],
      ['x-sig', '2'],
    ]);
    assert.equal(unread, 1);
  });
}

test('each line of a header is counted and kept', () => {
  for (const headers of [
    { 'x-id': ['1', '2'], accept: ['a', 'b'] },
    ['x-id', '1', 'accept', 'a', 'X-ID', '2', 'accept', 'b'],
    [
      ['x-id', ['1', '2']],
      ['accept', ['a', 'b']],
    ],
  ]) {
    const { lines, unread } = cross({ headers });
    assert.deepEqual(lines, [
      ['x-id', '1'],
      ['x-id', '2'],
    ]);
    assert.equal(unread, 2);
  }
});

test('only own members are headers, and names are compared as ASCII', () => {
  Object.prototype['x-sig'] = 'from nowhere';
  try {
    assert.deepEqual(cross({ headers: { 'x-id': '1' } }).lines, [['x-id', '1']]);
  } finally {
    delete Object.prototype['x-sig'];
  }
  // U+017F becomes S in upper case.
  assert.deepEqual(cross({ headers: { 'x-\u017fig': '1', 'x-i': '2', 'x-idd': '3' } }).lines, []);
});

test('method and url may be absent, and a url an object', () => {
  assert.deepEqual(cross({ method: undefined, url: null }).lines, []);
  assert.deepEqual(cross({ method: 'PUT', url: new URL('https://h.example/a?b') }).lines, [
    ['method', 'PUT'],
    ['url', 'https://h.example/a?b'],
  ]);
});

test('receivedAt wins over the clock', () => {
  assert.equal(cross({}).now, NOW);
  assert.equal(cross({ receivedAt: undefined }).now, NOW);
  assert.equal(cross({ receivedAt: 0 }).now, 0);
  assert.equal(cross({ receivedAt: new Date(5) }).now, 5);
  assert.equal(cross({ receivedAt: runInNewContext('new Date(6)') }).now, 6);
  assert.equal(cross({ receivedAt: -1.5 }).now, -2);
});

const FRAMEWORKS = {
  Express: 'express.raw(',
  Fastify: 'app.addContentTypeParser(',
  'Next.js pages': 'bodyParser: false',
  'Next.js app': 'await request.arrayBuffer()',
  Nest: 'rawBody: true',
  Hono: 'await c.req.arrayBuffer()',
  'AWS Lambda, API Gateway': "event.isBase64Encoded ? 'base64' : 'utf8'",
  Firebase: 'request.rawBody',
};

test('a parsed body is refused with the line to add, for every framework', () => {
  for (const body of [{ text: 'private' }, [], { type: 'Buffer', data: [1] }, undefined, null]) {
    assert.throws(
      () => cross({ body }),
      (error) => {
        misuse('usage.body')(error);
        for (const [framework, line] of Object.entries(FRAMEWORKS)) {
          const row = error.message.split('\n').find((text) => text.trim().startsWith(`${framework}:`));
          assert.ok(row?.includes(line), `${framework}: ${row}`);
        }
        assert.doesNotMatch(error.message, /private/);
        return true;
      },
    );
  }
});

const MISUSES = [
  [
    'a body that is a stream',
    { body: new Response('x').body },
    'usage.body',
    /a ReadableStream.*read the stream first/,
  ],
  ['a body that is a Node stream', { body: Readable.from([]) }, 'usage.body', /a Readable.*read the stream first/],
  ['a body that is a promise', { body: Promise.resolve('') }, 'usage.body', /a Promise.*await it/],
  ['a body that is a number', { body: 5 }, 'usage.body', /^body is a number, expected the raw body/],
  ['a body that is a form', { body: new URLSearchParams('a=b') }, 'usage.body', /an? URLSearchParams/],
  ['no headers', { headers: undefined }, 'usage.delivery', /^headers are undefined/],
  ['headers as text', { headers: 'x-sig: 1' }, 'usage.delivery', /^headers are a string/],
  ['headers that are a promise', { headers: Promise.resolve({}) }, 'usage.delivery', /await it$/],
  ['headers that are a function', { headers: () => ({}) }, 'usage.delivery', /call it/],
  ['headers that are numbers', { headers: [1, 2] }, 'usage.delivery', /^headers are an array/],
  ['headers that are objects', { headers: [{ key: 'x-sig', value: '1' }] }, 'usage.delivery', /^headers are an array/],
  ['rawHeaders of odd length', { headers: ['a'] }, 'usage.delivery', /flat array of 1 entries/],
  [
    'a header that is a number',
    { headers: { age: 5 } },
    'usage.delivery',
    /^header "age" is a number, expected a string/,
  ],
  ['a header that is an object', { headers: { a: [{ value: 'v' }] } }, 'usage.delivery', /^header "a" is an array of/],
  ['a method that is no text', { method: 5 }, 'usage.delivery', /^method is a number/],
  ['a url that is no text', { url: {} }, 'usage.delivery', /^url is/],
  ['an invalid date', { receivedAt: new Date(Number.NaN) }, 'usage.delivery', /^receivedAt is an invalid Date/],
  ['a time that is not a number', { receivedAt: Number.NaN }, 'usage.delivery', /^receivedAt is NaN/],
  ['a time without end', { receivedAt: Infinity }, 'usage.delivery', /^receivedAt is Infinity/],
  ['a time beyond all dates', { receivedAt: 9e15 }, 'usage.delivery', /milliseconds/],
  ['a time as text', { receivedAt: '2026-01-01' }, 'usage.delivery', /^receivedAt is a string/],
  ['a time as bigint', { receivedAt: 5n }, 'usage.delivery', /^receivedAt is a bigint/],
  ['no time', { receivedAt: null }, 'usage.delivery', /^receivedAt is null/],
];

for (const [what, request, code, message] of MISUSES) {
  test(`${what} is misuse`, () => assert.throws(() => cross(request), misuse(code, message)));
}

test('a delivery that is no object is misuse', () => {
  for (const delivery of [undefined, null, 'x', () => {}]) {
    assert.throws(() => verifier.verify(delivery), misuse('usage.delivery', /^the delivery is .*expected \{ method/));
  }
});

test('a whole Request is told apart from a delivery', () => {
  const request = new Request('https://h.example/', { method: 'POST', body: 'x' });
  assert.throws(() => verifier.verify(request), misuse('usage.body', /read the stream first/));
});

test('the event of a gateway is a delivery unless its body is in base64', () => {
  const event = { headers: { 'x-id': '1' }, body: TEXT, isBase64Encoded: false, requestContext: {} };
  assert.deepEqual(cross(event).body, BYTES);
  const encoded = { ...event, body: BYTES.toString('base64'), isBase64Encoded: true };
  assert.throws(() => verifier.verify(encoded), misuse('usage.body', /event\.isBase64Encoded \? 'base64' : 'utf8'/));
});

test('a clock that gives no time is misuse', () => {
  const broken = createVerifier({ provider: 'mock', secrets: ['s'], now: () => new Date() });
  broken.verify({ headers: [], body: '' });
  const worse = createVerifier({ provider: 'mock', secrets: ['s'], now: () => undefined });
  assert.throws(() => worse.verify({ headers: [], body: '' }), misuse('usage.option', /^now is undefined/));
});
