// Payloads that are made of a form or a query: values, integers, and laziness as with any other body.

import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { test } from 'node:test';
import { createVerifier } from 'hookproof';
import { definition } from './support.mjs';

const SECRET = 'a secret of this test';

/** A report on this body of the sender `forms`, whose payload may be JSON, a form's field, a form or a query. */
function read(body, { integers, url } = {}) {
  const signature = createHmac('sha256', SECRET).update(body).digest('hex');
  const verifier = createVerifier({ provider: definition('forms'), secrets: [SECRET], schemes: ['plain'], integers });
  const report = verifier.verify({ method: 'POST', url, headers: { 'Forms-Plain': signature }, body });
  assert.equal(report.code, 'ok', JSON.stringify(report));
  return report;
}

const BIG = 9007199254740993n;
const FIELD = `a=1&payload=${encodeURIComponent(`{"type":"thing","id":${BIG},"nested":{"a":[1,${BIG}],"t":"é+ "}}`)}`;

test('integers of a field that holds JSON are exact in every mode', () => {
  for (const [integers, id, nested] of [
    ['number', 9007199254740992, 9007199254740992],
    ['bigint', BIG, BIG],
    ['string', String(BIG), String(BIG)],
  ]) {
    const report = read(FIELD, { integers });
    assert.deepEqual(report.payload, { type: 'thing', id, nested: { a: [1, nested], t: 'é+ ' } });
    assert.equal(report.get('/id'), integers === 'string' ? String(BIG) : BIG);
    assert.equal(report.get('/nested/t'), 'é+ ');
    assert.equal(report.get('/a'), undefined);
    assert.equal(report.event.id, String(BIG));
  }
});

test('fields of a form are strings in every mode', () => {
  const payload = { type: 'form', id: '7', tag: ['1', '2'], x: '%é "' };
  for (const integers of ['number', 'bigint', 'string']) {
    const report = read('type=form&id=7&tag=1&tag=2&x=%25%C3%A9+%22', { integers });
    assert.deepEqual(report.payload, payload);
    assert.deepEqual(report.get(''), payload);
    assert.equal(report.get('/id'), '7');
    assert.equal(report.get('/tag/1'), '2');
    assert.equal(report.get('/x'), '%é "');
  }
});

test('a query is read where the body is empty', () => {
  const url = 'https://hooks.example.com/in?type=form&id=3&tag=%C3%A4#top';
  assert.deepEqual(read('', { url }).payload, { type: 'form', id: '3', tag: 'ä' });
  assert.equal(read('', { url }).get('/tag'), 'ä');
});

test('without a payload there is nothing to get', () => {
  const report = read('');
  assert.equal(report.payload, undefined);
  assert.equal(report.get(''), undefined);
  assert.deepEqual(report.event, { type: null, id: null, pointer: '' });
});

test('what was looked at stays, whatever becomes of the buffer', () => {
  const body = Buffer.from(FIELD);
  const report = read(body, { integers: 'bigint' });
  const { payload } = report;
  body.fill(0);
  assert.equal(report.payload, payload);
  assert.equal(payload.id, BIG);
});

test('another delivery between does not change what is read', () => {
  const report = read('type=form&id=1&x=first');
  read('type=form&id=2&x=second');
  assert.equal(report.get('/x'), 'first');
  read(FIELD);
  assert.deepEqual(report.payload, { type: 'form', id: '1', x: 'first' });
});
