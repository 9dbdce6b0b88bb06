// Why a delivery does not verify, through the package: faults made by `sign` are named and proved.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createVerifier, explain, inspect, sign } from 'hookproof';

const NOW = 1_794_000_000_000;
const SECRET = 'whsec_of-an-endpoint';
const BODY = '{"name":"Žofie 🐎","link":"https://example.com/<a>&b","n":[1.0,{}]}';
/** What a host hands over of a signed delivery. */
const received = ({ method, url, headers, body }) => ({ method, url, headers, body });
const verifier = createVerifier({ provider: 'stripe', secrets: [SECRET], now: () => NOW });

for (const fault of ['body.reserialized:python', 'body.newline', 'body.charset', 'header.renamed', 'timestamp.stale']) {
  test(`${fault} is named and proved`, () => {
    const delivery = sign({ provider: 'stripe', secret: SECRET, body: BODY, now: NOW, fault });
    assert.equal(verifier.verify(delivery).ok, false);
    const found = verifier.explain(delivery);
    const [best] = found.causes;
    assert.deepEqual([best.code, best.proved], [fault.split(':')[0], true]);
    assert.ok(best.fix.length > 20 && found.tried.macs <= 4096);
    assert.deepEqual(explain({ provider: 'stripe', secrets: [SECRET], ...received(delivery), now: NOW }), found);
    const shown = JSON.stringify(found);
    assert.ok(!shown.includes(SECRET) && !shown.includes('Žofie'));
  });
}

test('a secret that no verifier takes is explained', () => {
  const delivery = sign({ provider: 'stripe', secret: SECRET, body: BODY, now: NOW });
  const { causes } = explain({ provider: 'stripe', secrets: [`${SECRET}\n`], ...received(delivery), now: NOW });
  assert.deepEqual([causes[0].code, causes[0].proved], ['secret.whitespace', true]);
  const other = explain({
    provider: 'stripe',
    secrets: ['whsec_x'],
    otherSecrets: [SECRET],
    ...received(delivery),
    now: NOW,
  });
  assert.deepEqual([other.causes[0].code, other.causes[0].proved], ['secret.other', true]);
});

test('what nothing explains is said to be unexplained, and what is right has no cause', () => {
  const delivery = sign({ provider: 'stripe', secret: 'whsec_another', body: BODY, now: NOW });
  const { causes } = verifier.explain(delivery);
  assert.deepEqual([causes.length, causes[0].code, causes[0].proved], [1, 'unexplained', false]);
  assert.deepEqual(verifier.explain(sign({ provider: 'stripe', secret: SECRET, body: BODY, now: NOW })).causes, []);
  assert.throws(() => explain({ provider: 'stripe', secrets: [SECRET], body: {} }), { code: 'usage.body' });
  assert.throws(() => explain({ provider: 'stripe', secret: SECRET, body: '' }), { code: 'usage.option' });
});

test('an inspection shows what was signed, and nothing of the secret', () => {
  const delivery = sign({ provider: 'stripe', secret: SECRET, body: BODY, now: NOW, fault: 'body.newline' });
  const found = inspect({ provider: 'stripe', secrets: [SECRET], ...received(delivery), now: NOW });
  const text = (bytes) => new TextDecoder().decode(bytes);
  const [{ id, content }] = found.schemes;
  assert.deepEqual([id, content.map(({ name }) => name)], ['v1', ['the timestamp', null, 'the body']]);
  assert.equal(content.map(({ bytes }) => text(bytes)).join(''), `${NOW / 1000}.${text(delivery.body)}`);
  assert.equal(text(found.signedBody), BODY);
  assert.equal(found.signedUrl, null);
});
