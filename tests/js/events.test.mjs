// Events of a report: each with its own payload, which no printed report shows, and what `is` says of them.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inspect } from 'node:util';
import { createVerifier, sign } from 'hookproof';
import { PROVIDER, SECRET, signed } from './own.mjs';

const make = (options) => createVerifier({ provider: PROVIDER, secrets: [SECRET], ...options });

test('an event has its payload, parsed once and not listed', () => {
  const report = make().verify(signed('{"type":"thing","id":7,"text":"private"}'));
  const { event } = report;
  assert.deepEqual(event, { type: 'thing', id: '7', pointer: '' });
  assert.deepEqual(event.payload, { type: 'thing', id: 7, text: 'private' });
  assert.equal(event.payload, report.payload);
  assert.equal(report.events[0], event, 'the same object however often it is asked for');
  for (const text of [JSON.stringify(report), JSON.stringify(report.events), inspect(report), inspect(event)]) {
    assert.doesNotMatch(text, /private/);
  }
});

test('integers of an event come out as those of the payload', () => {
  const big = '9007199254740993';
  for (const [integers, expected] of Object.entries({ number: Number(big), bigint: BigInt(big), string: big })) {
    const { event } = make({ integers }).verify(signed(`{"type":"thing","id":${big}}`));
    assert.deepEqual(event.payload.id, expected);
  }
});

test('`is` holds for what may be acted on and is of this type', () => {
  const verifier = make({ mode: 'strict' });
  const right = verifier.verify(signed('{"type":"thing"}'));
  assert.deepEqual([right.is('thing'), right.is('other'), right.is('')], [true, false, false]);
  const wrong = verifier.verify(signed('{"type":"thing","id":"x"}'));
  assert.deepEqual([wrong.code, wrong.event.type, wrong.is('thing')], ['schema.type', 'thing', false]);
  const forged = verifier.verify(signed('{"type":"thing"}', 'another'));
  assert.deepEqual([forged.event, forged.is('thing')], [null, false]);
});

test('each event of several has its own payload, and the delivery is not one event', () => {
  const provider = { ...PROVIDER, events: { ...PROVIDER.events, envelope: { items: '/all/*' } } };
  const report = make({ provider }).verify(signed('{"all":[{"type":"thing","id":1},{"type":"thing","id":2}]}'));
  assert.deepEqual(
    report.events.map(({ pointer, payload }) => [pointer, payload.id]),
    [
      ['/all/0', 1],
      ['/all/1', 2],
    ],
  );
  assert.equal(report.is('thing'), false);
});

test('what is signed here is of the type that was asked for', () => {
  const verifier = createVerifier({ provider: 'edesy-masking', secrets: ['s3cret'] });
  const body = '{"event":"call.ended","reference":"A-7","duration_sec":94}';
  const report = verifier.verify(sign({ provider: 'edesy-masking', secret: 's3cret', body }));
  assert.equal(report.is('call.ended'), true);
  assert.equal(report.event.payload.duration_sec, 94);
});
