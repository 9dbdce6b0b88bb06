// Integers beyond 2^53-1: never rounded where the package promises it, in every mode.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createVerifier } from 'hookproof';
import { at, numberOf, parseExact, parseTagged, stringifyExact, tagFor } from '../../target/scripts/numbers.js';
import { PROVIDER, SECRET, signed } from './own.mjs';

const EDGE = 9007199254740991n;
const BIG = 9007199254740993n;

/** A report on this body, with its numbers as asked. */
function read(body, integers) {
  const report = createVerifier({ provider: PROVIDER, secrets: [SECRET], integers }).verify(signed(body));
  assert.equal(report.code, 'ok', JSON.stringify(report));
  return report;
}

test('an id of 9007199254740993 comes back unrounded', () => {
  const body = `{"type":"thing","id":${BIG}}`;
  for (const integers of [undefined, 'number', 'bigint']) {
    const report = read(body, integers);
    assert.equal(report.get('/id'), BIG);
    assert.equal(report.event.id, String(BIG));
  }
  assert.equal(read(body, 'string').get('/id'), String(BIG));
  assert.equal(read(body, 'number').payload.id, 9007199254740992);
  assert.equal(read(body, 'bigint').payload.id, BIG);
  assert.equal(read(body, 'string').payload.id, String(BIG));
});

test('with bigint and string int64 members always have that type, and others only where they must', () => {
  const body = '{"type":"thing","id":1,"n":2,"ids":[3,-4,0],"parent":{"id":5,"big":12345678901234567890,"half":0.5}}';
  const bigint = {
    type: 'thing',
    id: 1n,
    n: 2,
    ids: [3n, -4n, 0n],
    parent: { id: 5n, big: 12345678901234567890n, half: 0.5 },
  };
  const text = {
    type: 'thing',
    id: '1',
    n: 2,
    ids: ['3', '-4', '0'],
    parent: { id: '5', big: '12345678901234567890', half: 0.5 },
  };
  for (const [integers, expected] of [
    ['bigint', bigint],
    ['string', text],
  ]) {
    const report = read(body, integers);
    assert.deepEqual(report.payload, expected);
    assert.deepEqual(report.get(''), expected);
    assert.deepEqual(report.get('/parent'), expected.parent);
    assert.deepEqual(report.get('/ids'), expected.ids);
    assert.equal(report.get('/ids/1'), expected.ids[1]);
    assert.equal(report.get('/n'), 2);
    assert.equal(report.get('/parent/big'), expected.parent.big);
    assert.equal(report.get('/parent/half'), 0.5);
  }
});

test('with number, get gives a bigint only where a number would be rounded', () => {
  const body = `{"type":"thing","id":${EDGE},"ids":[${EDGE},-${EDGE + 1n},${BIG}],"text":"${BIG}","e":1e20,"x":null,"t":true}`;
  const report = read(body);
  assert.equal(report.get('/id'), Number(EDGE));
  assert.deepEqual(report.get('/ids'), [Number(EDGE), -EDGE - 1n, BIG]);
  assert.equal(report.get('/ids/1'), -EDGE - 1n);
  assert.equal(report.get('/text'), String(BIG));
  assert.equal(report.get('/e'), 1e20);
  assert.equal(report.get('/x'), null);
  assert.equal(report.get('/t'), true);
  assert.equal(report.get('/none'), undefined);
  assert.equal(report.get('/ids/3'), undefined);
});

test('a string that looks like a marked number stays a string', () => {
  const strings = ['\\ue000123', '\ue000123', '\\uE001', '\ue002', '\\\\ue003', '123', '\\ud83d\\ude00'];
  const body = `{"type":"thing","id":7,"strings":[${strings.map((text) => `"${text}"`)}]}`;
  assert.deepEqual(read(body, 'bigint').payload, { ...JSON.parse(body), id: 7n });
  assert.deepEqual(read(body, 'bigint').get('/strings'), JSON.parse(body).strings);
});

test('a body that is text gives the same as its bytes', () => {
  const body = `{"type":"thing","id":${BIG},"text":"\u00fc\u{1f600}"}`;
  for (const integers of ['number', 'bigint', 'string']) {
    assert.deepEqual(read(body, integers).payload, read(Buffer.from(body), integers).payload);
    assert.equal(read(body, integers).get('/text'), '\u00fc\u{1f600}');
  }
});

test('number tokens as values', () => {
  const rows = [
    ['0', false, 'number', 0],
    ['-0', false, 'number', -0],
    ['-0', true, 'bigint', 0n],
    ['1.5e3', false, 'bigint', 1500],
    ['1.5e3', true, 'bigint', 1500n],
    ['1.0', true, 'bigint', 1n],
    ['100e-2', true, 'bigint', 1n],
    ['1.5', true, 'bigint', 1.5],
    ['0e999999999', true, 'bigint', 0n],
    ['1e999999999', true, 'bigint', Number.POSITIVE_INFINITY],
    ['-12e1', true, 'bigint', -120n],
    ['1.0', true, 'string', '1'],
    ['-12e1', true, 'string', '-120'],
    ['1.5', true, 'string', '1.5'],
    ['9007199254740992', false, 'number', 9007199254740992n],
    ['-9007199254740992', false, 'string', '-9007199254740992'],
    ['9007199254740992.0', false, 'number', 9007199254740992],
  ];
  for (const [token, int64, integers, expected] of rows) {
    assert.ok(Object.is(numberOf(token, int64, integers), expected), `${token} ${int64} ${integers}`);
  }
});

test('exact parsing touches long integers only', () => {
  const text = `{"a":${BIG},"b":[-${BIG},1.${BIG},${BIG}e1,"${BIG}","\\"${BIG}"],"${BIG}":0.1,"__proto__":1}`;
  const plain = JSON.parse(text);
  const exact = parseExact(text, 'number');
  assert.deepEqual(exact.b, [-BIG, ...plain.b.slice(1)]);
  assert.equal(exact.a, BIG);
  assert.ok(Object.hasOwn(exact, '__proto__'));
  assert.equal(parseExact(String(BIG), 'string'), String(BIG));
});

test('a tag is found for a text that uses all the usual ones', () => {
  const all = Array.from({ length: 8 }, (_, place) => String.fromCharCode(0xe000 + place));
  const text = JSON.stringify({ all, long: all.map((tag) => `${tag}1`), id: 1 });
  const tag = tagFor(text);
  assert.ok(!text.includes(tag));
  const tagged = text.replace('"id":1', `"id":"${tag}1"`);
  assert.deepEqual(
    parseTagged(text, (own) => tagged.replace(tag, own), 'bigint'),
    { ...JSON.parse(text), id: 1n },
  );
});

test('bigints are written as integers', () => {
  assert.equal(
    stringifyExact({ a: BIG, b: [-1n, '\ue0001', 'x'], c: undefined }),
    `{"a":${BIG},"b":[-1,"\ue0001","x"]}`,
  );
  assert.equal(stringifyExact({ a: 1 }), '{"a":1}');
  assert.equal(stringifyExact(undefined), undefined);
  assert.equal(stringifyExact(5n), '5');
});

test('pointers into values', () => {
  const value = { 'a/b': { '~': [1, { '': 2 }] }, 0: 'zero' };
  assert.equal(at(value, '/a~1b/~0/0'), 1);
  assert.equal(at(value, '/a~1b/~0/1/'), 2);
  assert.equal(at(value, '/0'), 'zero');
  assert.equal(at(value, ''), value);
  for (const pointer of ['/a~1b/~0/00', '/a~1b/~0/-1', '/a~1b/~0/length', '/toString', '/0/0', '/x/y']) {
    assert.equal(at(value, pointer), undefined, pointer);
  }
});
