// Compiled schemas as Standard Schemas: parsed values in, the value or issues out.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it, test } from 'node:test';
import { compileSchema } from 'hookproof';
import { path } from './support.mjs';

const BIG = 4912661846655238145n;

/** What stands under `~standard`, taken apart as libraries do. */
function standard(schema, options) {
  const { version, vendor, validate } = compileSchema(schema, options)['~standard'];
  assert.deepEqual([version, vendor], [1, 'hookproof']);
  return validate;
}

test('a value that fits is given back, apart from the original', () => {
  const validate = standard({ type: 'object', properties: { a: { type: 'array' } } });
  const value = { a: [1, 'x', null, { b: true }], __proto__: null, skipped: undefined };
  const result = validate(value);
  assert.deepEqual(result, { value: { a: [1, 'x', null, { b: true }] } });
  assert.notEqual(result.value, value);
  assert.equal('issues' in result, false);
});

test('issues have the path of member names and item indexes', () => {
  const item = { type: 'object', required: ['id'], properties: { id: { type: 'integer' } } };
  const validate = standard({ properties: { 'a/b': { properties: { '~': { items: item } } }, 0: { items: item } } });
  const { issues, ...rest } = validate({ 'a/b': { '~': [{ id: 1 }, { id: '1' }, {}] }, 0: [null] });
  assert.deepEqual(rest, {});
  assert.deepEqual(
    [...issues].sort((a, b) => a.path.join().localeCompare(b.path.join())),
    [
      { message: 'found null, expected object', path: ['0', 0] },
      { message: 'found string, expected integer', path: ['a/b', '~', 1, 'id'] },
      { message: 'found no member `id`, expected it', path: ['a/b', '~', 2] },
    ],
  );
  assert.deepEqual(standard(false)(1).issues, [{ message: 'found integer, expected nothing at this place', path: [] }]);
});

test('bigints are exact, going in and coming out', () => {
  const schema = { items: { type: 'integer', minimum: BIG } };
  assert.equal(standard(schema)([BIG - 1n]).issues.length, 1);
  assert.deepEqual(standard(schema)([BIG]).value, [BIG]);
  const wide = { items: { format: 'int64' } };
  const value = ['\ue0007', 7, 7n, BIG, 2 ** 40];
  assert.deepEqual(standard(wide)(value).value, value);
  assert.deepEqual(standard(wide, { integers: 'bigint' })(value).value, ['\ue0007', 7n, 7n, BIG, 2n ** 40n]);
  assert.deepEqual(standard(wide, { integers: 'string' })(value).value, [
    '\ue0007',
    '7',
    '7',
    `${BIG}`,
    `${2n ** 40n}`,
  ]);
  assert.deepEqual(standard(true, { integers: 'bigint' })([7, 7n]).value, [7, 7]);
});

test('bigints are exact where the program writes them as text otherwise', () => {
  Object.defineProperty(BigInt.prototype, 'toJSON', { configurable: true, value: () => 'text' });
  try {
    assert.deepEqual(standard({ items: { type: 'integer' } })([BIG]), { value: [BIG] });
  } finally {
    delete BigInt.prototype.toJSON;
  }
});

test('a value is held to the schema as its JSON text', () => {
  const at = new Date(0);
  assert.deepEqual(standard({ format: 'date-time' }, { formats: 'assert' })(at), { value: '1970-01-01T00:00:00.000Z' });
  assert.deepEqual(standard({ const: { x: 1 } })({ toJSON: () => ({ x: 1 }) }), { value: { x: 1 } });
});

describe('what JSON cannot hold is an issue and no exception', () => {
  const cyclic = { a: {} };
  cyclic.a.b = cyclic;
  const deep = JSON.parse(`${'['.repeat(1000)}${']'.repeat(1000)}`);
  const failing = {
    toJSON() {
      throw new TypeError('no');
    },
  };
  const rows = [
    ['undefined', undefined, [], /found undefined/],
    ['a function', () => {}, [], /found a function/],
    ['NaN', { a: [0, Number.NaN] }, ['a', 1], /found NaN, expected a value that JSON can hold/],
    ['Infinity', [Number.NEGATIVE_INFINITY], [0], /found -Infinity/],
    ['undefined in an array', { a: [[undefined]] }, ['a', 0, 0], /found undefined/],
    ['a function in an object', { a: { b() {} } }, ['a', 'b'], /found a function/],
    ['a symbol', { a: Symbol('s') }, ['a'], /found a symbol/],
    ['a value that holds itself', cyclic, [], /cannot be written as JSON/],
    ['a toJSON that throws', failing, [], /cannot be written as JSON \(no\)/],
    ['a value that is nested too deep', deep, [], /nested deeper/],
  ];
  for (const [name, value, at, says] of rows) {
    it(name, () => {
      const { issues } = standard(true)(value);
      assert.equal(issues.length, 1);
      assert.deepEqual(issues[0].path, at);
      assert.match(issues[0].message, says);
    });
  }
  it('but a member that is undefined is left out', () => {
    assert.deepEqual(standard({ maxProperties: 1 })({ a: 1, '': undefined }), { value: { a: 1 } });
  });
});

test('texts and the values they parse to get the same verdict', () => {
  const { validate } = JSON.parse(readFileSync(path('tests/vectors/schemas.json'), 'utf8'));
  let compared = 0;
  for (const { name, schema, options, texts } of validate) {
    const check = standard(schema, options);
    for (const { text, ok } of texts) {
      let value;
      try {
        value = JSON.parse(text);
      } catch {
        continue;
      }
      // Only where JSON.parse loses nothing: duplicate members, digits.
      if (JSON.stringify(value) !== text.replaceAll(/\s(?=(?:[^"]*"[^"]*")*[^"]*$)/g, '')) continue;
      assert.equal(check(value).issues === undefined, ok, `${name}: ${text}`);
      compared += 1;
    }
  }
  assert.ok(compared > 40, `${compared} compared`);
});
