// The options of `createVerifier`: what crosses the boundary for them, and what is said of wrong ones.

import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { CODES } from 'hookproof';
import { entry } from '../../pkg/dist/core.js';
import { mock } from './mock.mjs';
import { misuse } from './support.mjs';

let seen;
let createVerifier;

before(() => {
  const stand = mock(CODES);
  seen = stand.seen;
  ({ createVerifier } = entry({ first: stand }));
});

/** What crosses for these options. */
function cross(options) {
  createVerifier({ provider: 'mock', secrets: [], ...options });
  return seen.options;
}

test('everything crosses as plain data of its own', () => {
  const bytes = Uint8Array.of(1, 2, 3);
  const options = cross({
    secrets: ['\u00fc', bytes, { id: 'old', value: 'b' }, { id: 'older', value: bytes.subarray(1) }],
    mode: 'strict',
    integers: 'bigint',
    now: () => 0,
    schemas: { a: { const: 9007199254740993n }, b: true, c: '{"type": "object"}', __proto__: null },
    parameters: { webhookId: 'w' },
    toleranceSeconds: 0,
    limits: { bodyBytes: 5 },
    authentication: 'required',
    schemes: ['one'],
  });
  bytes[1] = 9;
  assert.deepEqual(options, {
    provider: 'mock',
    secrets: [
      { id: null, value: '\u00fc' },
      { id: null, value: Uint8Array.of(1, 2, 3) },
      { id: 'old', value: 'b' },
      { id: 'older', value: Uint8Array.of(2, 3) },
    ],
    mode: 'strict',
    schemas: { a: '{"const":9007199254740993}', b: 'true', c: '{"type": "object"}' },
    parameters: { webhookId: 'w' },
    toleranceSeconds: 0,
    limits: { bodyBytes: 5 },
    authentication: 'required',
    schemes: ['one'],
  });
});

test('what is undefined is left out', () => {
  const options = { mode: undefined, limits: { depth: undefined }, schemas: { a: undefined }, now: undefined };
  assert.deepEqual(cross(options), { provider: 'mock', secrets: [], limits: {}, schemas: {} });
});

test('a definition crosses as JSON text', () => {
  const provider = { id: 'own', schemas: { a: { maximum: 9223372036854775807n } } };
  const text = '{"id":"own","schemas":{"a":{"maximum":9223372036854775807}}}';
  assert.deepEqual(cross({ provider }).provider, { definition: text });
});

test('an event type may be called like a member of every object', () => {
  const schemas = JSON.parse('{"__proto__":{"type":"object"},"constructor":true}');
  const crossed = cross({ schemas }).schemas;
  assert.deepEqual(Object.entries(crossed), [
    ['__proto__', '{"type":"object"}'],
    ['constructor', 'true'],
  ]);
});

const loop = {};
loop.self = loop;

const MISUSES = [
  ['secret instead of secrets', { secret: 's' }, 'usage.option', /unknown option `secret` .*`secrets: \[secret\]`/],
  ['a misspelt option', { tolerance: 5 }, 'usage.option', /unknown option `tolerance`/],
  ['a misspelt option', { toleranceSecond: 5 }, 'usage.option', /did you mean `toleranceSeconds`/],
  ['a misspelt option', { Mode: 'strict' }, 'usage.option', /did you mean `mode`/],
  ['an inherited name', { toString: 1 }, 'usage.option', /unknown option `toString`/],
  ['one secret', { secrets: 's3cr3t' }, 'usage.secret', /`secrets` is a single secret, expected an array/],
  ['no secret', { secrets: null }, 'usage.secret', /`secrets` is null/],
  ['an unset variable', { secrets: ['a', undefined] }, 'usage.secret', /`secrets\[1\]` is undefined.*not set/],
  ['a secret that is a number', { secrets: [12345] }, 'usage.secret', /`secrets\[0\]` is a number/],
  ['a secret without id', { secrets: [{ value: 's3cr3t' }] }, 'usage.secret', /`secrets\[0\]\.id` is undefined/],
  ['a secret without value', { secrets: [{ id: 'a' }] }, 'usage.secret', /`secrets\[0\]\.value` is undefined/],
  ['a misspelt member', { secrets: [{ id: 'a', secret: 's3cr3t' }] }, 'usage.option', /unknown member of secrets\[0\]/],
  [
    'an unknown mode',
    { mode: 'tolerent' },
    'usage.option',
    /`mode` is `tolerent`, expected `strict`.*did you mean `tolerant`/,
  ],
  ['a mode that is no text', { mode: 1 }, 'usage.option', /`mode` is a number/],
  ['unknown integers', { integers: 'BigInt' }, 'usage.option', /did you mean `bigint`/],
  ['a time as clock', { now: 5 }, 'usage.option', /`now` is a number, expected a function/],
  ['a negative tolerance', { toleranceSeconds: -1 }, 'usage.option', /`toleranceSeconds` is -1/],
  ['a fraction as tolerance', { toleranceSeconds: 0.5 }, 'usage.option', /whole number/],
  ['a tolerance as text', { toleranceSeconds: '300' }, 'usage.option', /`toleranceSeconds` is a string/],
  [
    'an unknown limit',
    { limits: { bodyByte: 5 } },
    'usage.option',
    /unknown limit `bodyByte` \(did you mean `bodyBytes`/,
  ],
  ['a limit beyond all', { limits: { bodyBytes: 2 ** 32 } }, 'usage.option', /`limits\.bodyBytes` is 4294967296/],
  ['limits as a number', { limits: 5 }, 'usage.option', /`limits` is a number/],
  ['a parameter that is no text', { parameters: { id: 5 } }, 'usage.parameter', /`parameters\.id` is a number/],
  ['schemas in a list', { schemas: [] }, 'usage.option', /`schemas` is an array, expected an object/],
  ['a schema in a circle', { schemas: { a: loop } }, 'usage.schema', /`schemas\.a` cannot be written as JSON/],
  ['a schema that is a function', { schemas: { a: () => {} } }, 'usage.schema', /`schemas\.a` is a function/],
  ['an unknown authentication', { authentication: 'off' }, 'usage.option', /expected `required` or `none`/],
  ['a scheme instead of schemes', { schemes: 'one' }, 'usage.option', /`schemes` is a string/],
  ['no provider', { provider: undefined }, 'usage.provider', /`provider` is undefined, expected the id/],
  ['a provider that is a number', { provider: 5 }, 'usage.provider', /`provider` is a number/],
  ['a definition in a circle', { provider: loop }, 'usage.definition', /cannot be written as JSON/],
];

for (const [what, options, code, message] of MISUSES) {
  test(`${what} is misuse: ${message.source}`, () => {
    assert.throws(
      () => cross(options),
      (error) => {
        assert.doesNotMatch(error.message, /s3cr3t|12345/);
        return misuse(code, message)(error);
      },
    );
  });
}

test('options that are no object are misuse', () => {
  for (const options of [undefined, null, 'edesy', () => {}]) {
    assert.throws(() => createVerifier(options), misuse('usage.option', /^the options are/));
  }
});
