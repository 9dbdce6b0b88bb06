// Signed deliveries and whose they are: what `sign` makes is verified and recognised, and each fault is refused.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createVerifier, detect, FAULTS, sign, UsageError } from 'hookproof';

const NOW = 1_794_000_000_000;
const BODY = '{"name":"Žofie 🐎","link":"https://example.com/<a>&b","n":[1.0,{}]}\n';

/** One of each kind: secret, and what else its sender needs. */
const SENDERS = {
  stripe: { secret: 'whsec_of-an-endpoint', body: BODY },
  github: { secret: "It's a Secret to Everybody", body: BODY, event: 'push' },
  'standard-webhooks': { secret: `whsec_${Buffer.from('a secret of 24 bytes!!!!').toString('base64')}`, body: BODY },
  square: { secret: 'a-signature-key', body: BODY, url: 'https://example.com/square' },
  twilio: {
    secret: '12345',
    body: 'From=%2B14155550100&Body=caf%C3%A9',
    url: 'https://example.com/sms',
    partial: true,
  },
  vonage: { secret: 'a-signature-secret-of-32-letters', body: BODY },
  mailgun: { secret: 'a-signing-key', body: BODY, partial: true },
  telegram: { secret: 'a_secret_token', body: BODY, partial: true },
  zendesk: { secret: 'a-signing-secret', body: BODY },
};

for (const [provider, { partial, ...options }] of Object.entries(SENDERS)) {
  test(`${provider}: what is signed is verified and recognised`, () => {
    const delivery = sign({ provider, now: NOW, ...options });
    const verifier = createVerifier({ provider, secrets: [options.secret], now: () => NOW });
    const report = verifier.verify(delivery);
    assert.equal(report.scheme, delivery.scheme, JSON.stringify(report.problems));
    assert.equal(report.authenticated === 'body', partial !== true);
    assert.equal(delivery.secret, null);
    assert.deepEqual(
      new Headers(delivery.headers).get(delivery.headers[0]?.[0] ?? 'x') !== null,
      delivery.headers.length > 0,
    );
    const request = { ...delivery, now: NOW };
    assert.ok(detect(request).some((candidate) => candidate.provider === provider && !candidate.verified));
    const [best] = detect({ ...request, secrets: { [provider]: [options.secret] } });
    assert.deepEqual([best?.provider, best?.scheme, best?.verified], [provider, delivery.scheme, true]);
    assert.ok(best.why.length > 0 && !best.why.join().includes(options.secret));
  });
}

test('each fault is refused, in the verdict or when the verifier is made', () => {
  const options = { provider: 'stripe', secret: 'whsec_of-an-endpoint', body: BODY, now: NOW };
  const made = [];
  for (const fault of FAULTS) {
    let delivery;
    try {
      delivery = sign({ ...options, fault: fault === 'scheme.provider' ? 'scheme.provider:github' : fault });
    } catch (error) {
      assert.ok(error instanceof UsageError && error.code === 'usage.sign', `${fault}: ${error}`);
      continue;
    }
    made.push(fault);
    const secret = delivery.secret ?? options.secret;
    let code;
    try {
      code = createVerifier({ provider: 'stripe', secrets: [secret], now: () => NOW }).verify(delivery).code;
    } catch (error) {
      code = error.code;
    }
    assert.notEqual(code, 'ok', fault);
  }
  assert.ok(made.length >= 30, made.join(' '));
});

test('a delivery is the same every time, and an id can be given', () => {
  const options = { provider: 'svix', secret: `whsec_${Buffer.alloc(24, 7).toString('base64')}`, body: '{}', now: NOW };
  assert.deepEqual(sign(options), sign(options));
  const given = new Headers(sign({ ...options, id: 'msg_1' }).headers);
  assert.equal(given.get('svix-id'), 'msg_1');
});

test('misuse is told and repeats no secret', () => {
  const right = { provider: 'github', secret: 'a-secret-that-is-not-shown', body: '{}' };
  const rows = [
    [{ ...right, provider: 'nobody' }, 'usage.provider'],
    [{ ...right, secret: '' }, 'usage.secret'],
    [{ ...right, fault: 'body.none' }, 'usage.option'],
    [{ ...right, fault: 'url.host' }, 'usage.sign'],
    [{ ...right, event: 1 }, 'usage.option'],
    [{ ...right, events: 'x' }, 'usage.option'],
    [{ ...right, body: {} }, 'usage.body'],
    [{ ...right, scheme: 'none' }, 'usage.option'],
    [{ ...right, provider: 'discord' }, 'usage.entry'],
  ];
  for (const [options, code] of rows) {
    assert.throws(
      () => sign(options),
      (error) => error instanceof UsageError && error.code === code && !error.message.includes(right.secret),
      code,
    );
  }
});

test('nobody sends what nobody sends', () => {
  assert.deepEqual(detect({ headers: { 'content-type': 'application/json' }, body: '{}' }), []);
  assert.throws(() => detect({ secrets: ['x'] }), { code: 'usage.option' });
  assert.throws(() => detect({ secrets: { nobody: ['x'] } }), { code: 'usage.provider' });
});

test('a body of any kind has its scheme, and the URL and kind of content are there', () => {
  const secret = '12345';
  const form = sign({ provider: 'twilio', secret, body: 'a=1', now: NOW });
  const json = sign({ provider: 'twilio', secret, body: '{"a":1}', now: NOW });
  assert.deepEqual([form.scheme, json.scheme], ['form', 'json']);
  assert.equal(form.url, 'https://example.com/webhook');
  assert.match(json.url, /\?bodySHA256=[0-9a-f]{64}$/);
  assert.equal(new Headers(form.headers).get('content-type'), 'application/x-www-form-urlencoded');
  const request = new Request(json.url, { method: json.method, headers: json.headers, body: json.body });
  assert.equal(request.headers.get('content-type'), 'application/json');
});

test('what a receiver has in place of a secret is text, or bytes where it is none', () => {
  const secret = `whsec_${Buffer.alloc(24, 0xfb).toString('base64')}`;
  const delivery = sign({ provider: 'svix', secret, body: '{}', now: NOW, fault: 'secret.encoding' });
  assert.deepEqual(delivery.secret, new Uint8Array(24).fill(0xfb));
});

test('forms of faults that do not exist are refused', () => {
  const options = { provider: 'github', secret: 'a-secret', body: '{}' };
  for (const fault of ['header.missing:all', 'body.newline:lots', 'body.reserialized:cobol', 'body.newline:']) {
    assert.throws(() => sign({ ...options, fault }), { code: 'usage.option' }, fault);
  }
});
