// What a report shows later: only what was verified, whatever has happened to the module and the body meanwhile.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createVerifier, UsageError } from 'hookproof';
// Where verifiers of own definitions are made.
import glue from '../../pkg/dist/hookproof/details/glue.cjs';
import { PROVIDER, SECRET, signed } from './own.mjs';
import { misuse } from './support.mjs';

const make = () => createVerifier({ provider: PROVIDER, secrets: [SECRET] });
const thing = (id) => `{"type":"thing","id":${id},"text":"of ${id}"}`;

test('details of many reports in any order', () => {
  const one = make();
  const other = createVerifier({ provider: PROVIDER, secrets: [{ id: 'named', value: SECRET }], mode: 'strict' });
  const reports = Array.from({ length: 40 }, (_, id) => (id % 2 ? one : other).verify(signed(thing(id))));
  for (const id of [39, 0, 17, 17, 3, 38, 1]) {
    const report = reports[id];
    assert.equal(report.get('/text'), `of ${id}`);
    assert.deepEqual(report.event, { type: 'thing', id: String(id), pointer: '' });
    assert.deepEqual(report.payload, JSON.parse(thing(id)));
    assert.equal(report.secretId, id % 2 ? 'secrets[0]' : 'named');
    assert.deepEqual(report.toJSON().secretId, report.secretId);
  }
});

test('the same report whether it is read at once or later', () => {
  const verifier = make();
  for (const delivery of [
    signed(thing(1)),
    signed('{"type":"thing","id":"x"}'),
    signed('{"type'),
    signed('{}', 'no'),
  ]) {
    const later = verifier.verify(delivery);
    const atOnce = JSON.stringify(verifier.verify(delivery));
    verifier.verify(signed(thing(2)));
    assert.equal(JSON.stringify(later), atOnce);
  }
});

test('a body that was changed after verify', () => {
  const verifier = make();
  const body = Buffer.from(thing(1));
  const report = verifier.verify(signed(body));
  body.write('9', body.indexOf('1'));
  assert.equal(report.get('/text'), 'of 1', 'the module still has the verified bytes');
  verifier.verify(signed(thing(2)));
  for (const look of [
    () => report.event,
    () => report.payload,
    () => report.get('/id'),
    () => JSON.stringify(report),
  ]) {
    assert.throws(look, misuse('usage.changed', /leave the buffer alone/));
  }
  assert.equal(report.ok, true, 'the verdict stands');
});

test('a body whose buffer was given away', () => {
  const verifier = make();
  const body = new Uint8Array(Buffer.from(thing(1)));
  const report = verifier.verify(signed(body));
  structuredClone(body, { transfer: [body.buffer] });
  verifier.verify(signed(thing(2)));
  assert.throws(() => report.events, misuse('usage.changed'));
});

test('a body that no signature covers is kept as it was verified', () => {
  const status = (subject) =>
    `{"requestId":"r","cascadeId":7,"cascadeStageUUID":null,"subject":"${subject}","subjectId":1,"status":"SENT","statusAt":"2026-01-01T00:00:00Z"}`;
  for (const options of [{ secrets: ['key'] }, { authentication: 'none' }]) {
    const verifier = createVerifier({ provider: 'edna-pulse', ...options });
    const body = Buffer.from(status('first'));
    const report = verifier.verify({ headers: { authorization: 'Token key' }, body });
    body.write(status('later'));
    verifier.verify({ headers: {}, body });
    assert.equal(report.ok, true);
    assert.equal(report.get('/subject'), 'first');
    assert.equal(report.payload.subject, 'first');
  }
});

test('release, and use after it', () => {
  const verifier = make();
  const report = verifier.verify(signed(thing(1)));
  verifier.release();
  const other = make();
  assert.equal(other.verify(signed(thing(5))).event.id, '5');
  assert.equal(report.event.id, '1');
  assert.equal(verifier.verify(signed(thing(2))).event.id, '2');
  verifier[Symbol.dispose]();
  verifier.release();
  assert.equal(other.verify(signed(thing(6))).event.id, '6');
});

test('a large body after a small one, and a small one after it', () => {
  const verifier = make();
  const small = verifier.verify(signed(thing(1)));
  const large = verifier.verify(signed(`{"type":"thing","id":2,"text":"${'\u00e9'.repeat(300_000)}"}`));
  assert.equal(large.ok, true);
  assert.equal(small.event.id, '1');
  assert.equal(large.get('/text').length, 300_000);
  const over = verifier.verify(signed('x'.repeat(3_000_000)));
  assert.equal(over.code, 'limit.body');
  assert.equal(over.status, 413);
  assert.equal(large.get('/id'), 2);
});

test('a trap ends the instance, and the next call has a fresh one', () => {
  const verifier = make();
  const report = verifier.verify(signed(thing(1)));
  // Leaves the module in the middle of a call, as a fault in it would.
  assert.throws(() => glue.verify(4_000_000, 0, 0, 0, 0), WebAssembly.RuntimeError);
  assert.throws(
    () => verifier.verify(signed(thing(2))),
    (error) => !(error instanceof UsageError),
  );
  assert.equal(report.event.id, '1');
  assert.equal(verifier.verify(signed(thing(3))).event.id, '3');
  assert.equal(make().verify(signed(thing(4))).event.id, '4');
});
