// Captures: values that `verify` itself records, the same as `get` finds without them, and read without another pass.

import assert from 'node:assert/strict';
import { describe, it, test } from 'node:test';
import { CODES, createVerifier } from 'hookproof';
import { entry } from '../../pkg/dist/core.js';
import { mock, signed as signedForMock } from './mock.mjs';
import { PROVIDER, SECRET, signed } from './own.mjs';
import { deliveryOf, misuse, providerOf, providersWithVectors, vectors } from './support.mjs';

const make = (captures, options) => createVerifier({ provider: PROVIDER, secrets: [SECRET], captures, ...options });

test('one verify, no look-up, whatever is verified in between', () => {
  const { glue, origin, seen } = mock(CODES);
  const verifier = entry({ first: { glue, origin } }).createVerifier({
    provider: 'mock',
    secrets: ['a secret'],
    captures: ['/name', '/none'],
  });
  seen.calls.length = 0;
  const first = verifier.verify(signedForMock('{"name":"first","size":1}'));
  const second = verifier.verify(signedForMock('{"name":"other","size":2}'));
  const beforehand = ['buffer', 'verify', 'captures', 'verify', 'captures'];
  assert.deepEqual(seen.calls, beforehand);
  assert.deepEqual([first.get('/name'), second.get('/name'), first.get('/none')], ['first', 'other', undefined]);
  assert.deepEqual(seen.calls, beforehand, 'captured values are at hand');
  assert.equal(second.get('/size'), 2);
  assert.equal(first.get('/size'), 1);
  assert.deepEqual(seen.calls.slice(beforehand.length), ['lookup', 'verify', 'lookup'], 'others are searched for');
});

test('nothing is asked for where nothing is captured or readable', () => {
  const { glue, origin, seen } = mock(CODES);
  const { createVerifier } = entry({ first: { glue, origin } });
  const options = { provider: 'mock', secrets: ['a secret'] };
  createVerifier(options).verify(signedForMock('{}'));
  const report = createVerifier({ ...options, captures: ['/a'] }).verify(signedForMock('{"a":1}', 'another'));
  assert.equal(report.get('/a'), undefined);
  assert.ok(!seen.calls.includes('captures'), seen.calls.join());
});

test('values of every kind, exact, as the last of equal names', () => {
  const body =
    '{"type":"thing","id":4912661846655238145,"parent":{"id":7,"n":9007199254740993},"a/b":"\\ud83d\\ude00 \\ud800\\u0001",' +
    '"ids":[1, 2],"e":{},"none":null,"is":true,"x":-1.50,"id":4912661846655238146}';
  const captures = ['', '/type', '/id', '/parent', '/parent/n', '/a~1b', '/ids', '/ids/1', '/e', '/none', '/is', '/x'];
  for (const integers of ['number', 'bigint', 'string']) {
    const [plain, report] = [[], captures].map((captures) => make(captures, { integers }).verify(signed(body)));
    for (const pointer of [...captures, '/parent/id', '/missing']) {
      assert.deepEqual(report.get(pointer), plain.get(pointer), `${integers} ${pointer}`);
    }
  }
  assert.equal(make(['/id'], { integers: 'bigint' }).verify(signed(body)).get('/id'), 4912661846655238146n);
});

test('a captured value stays what was verified when the body is changed', () => {
  const body = Buffer.from('{"type":"thing","id":1}');
  const verifier = make(['/id']);
  const report = verifier.verify(signed(body));
  body.write('9', body.indexOf('1'));
  verifier.verify(signed('{"type":"thing","id":2}'));
  assert.equal(report.get('/id'), 1);
  assert.throws(() => report.get('/type'), misuse('usage.changed'));
});

test('a definition names captures, and the options add to them', () => {
  const provider = { ...PROVIDER, events: { ...PROVIDER.events, captures: ['/id'] } };
  const verifier = make(['/text', '/id'], { provider });
  assert.deepEqual(verifier.captures, ['/id', '/text']);
  assert.deepEqual(make(undefined).captures, []);
});

test('what cannot be captured', () => {
  assert.throws(() => make('/id'), misuse('usage.option', /`captures` is a string, expected an array/));
  assert.throws(() => make([1]), misuse('usage.option', /expected an array of JSON Pointers/));
  assert.throws(() => make(['id']), misuse('usage.option', /`id` is not a JSON Pointer/));
  assert.throws(() => make(Array.from({ length: 65 }, (_, n) => `/${n}`)), misuse('usage.option', /at most 64/));
});

describe('with captures every vector gives the same report and the same values', () => {
  let compared = 0;
  for (const provider of providersWithVectors()) {
    it(provider, () => {
      for (const vector of vectors(provider)) {
        const options = { provider: providerOf(provider), ...vector.options, integers: 'bigint' };
        let plain;
        try {
          plain = createVerifier(options).verify(deliveryOf(provider, vector));
        } catch {
          continue;
        }
        const pointers = pointersInto(plain.payload);
        const own = pointers.map((pointer) => (plain.event?.pointer ? pointer.replace(/^\/0/, '') : pointer));
        const verifier = createVerifier({ ...options, captures: [...new Set(own)].slice(0, 60) });
        const report = verifier.verify(deliveryOf(provider, vector));
        assert.equal(JSON.stringify(report), JSON.stringify(plain), vector.name);
        for (const pointer of pointers.slice(0, 100)) {
          assert.deepEqual(report.get(pointer), plain.get(pointer), `${vector.name} ${pointer}`);
          compared += 1;
        }
      }
    });
  }

  it('has values to compare', () => assert.ok(compared > 5000, `${compared} values`));
});

function pointersInto(value, pointer = '') {
  if (value === undefined) return [];
  const members = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  const step = (name) => `${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
  return [pointer, ...members.flatMap(([name, member]) => pointersInto(member, step(name)))];
}
