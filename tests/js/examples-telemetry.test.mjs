// The OpenTelemetry attributes of examples/telemetry.mjs: for each outcome, without secrets and values of payloads.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createVerifier, sign } from 'hookproof';
import { handler } from 'hookproof/adapters';
import { attributesOf, metricAttributesOf } from '../../examples/telemetry.mjs';

const SECRET = 'a-secret-that-nobody-may-see';
const VALUE = 'a-value-of-the-payload';
const body = JSON.stringify({ event: 'call.ended', reference: VALUE });

function signed({ secret = SECRET, text = body, method = 'POST' } = {}) {
  const { headers } = sign({ provider: 'edesy-masking', secret, body: text });
  return new Request('https://hooks.example.com/', { method, headers, body: method === 'POST' ? text : undefined });
}

/** The attributes of one request. */
async function told(request, { fails = false, limits } = {}) {
  const seen = [];
  const verifier = createVerifier({ provider: 'edesy-masking', secrets: [{ id: 'main', value: SECRET }], limits });
  const receive = handler(
    {
      verifier,
      onReport: (...all) => seen.push({ span: attributesOf(...all), metric: metricAttributesOf(...all) }),
      onError: () => {},
    },
    () => {
      if (fails) throw new Error('down');
    },
  );
  await receive(request);
  assert.equal(seen.length, 1);
  return seen[0];
}

const REQUESTS = [
  ['accepted', signed(), {}, undefined],
  ['refused', signed({ secret: 'another' }), {}, 'signature.mismatch'],
  ['refused', signed({ method: 'GET' }), {}, 'delivery.method'],
  ['refused', signed({ text: '{"event":"call.completed","call_sid":1}' }), {}, 'schema.type'],
  ['failed', signed(), { fails: true }, 'failed'],
  ['unreadable', signed(), { limits: { bodyBytes: 5 } }, 'unreadable'],
];

describe('examples/telemetry.mjs', () => {
  for (const [result, request, options, error] of REQUESTS) {
    it(`tells of a request that was ${result}${error ? ` (${error})` : ''}`, async () => {
      const { span, metric } = await told(request, options);
      assert.equal(span['hookproof.result'], result);
      assert.equal(span['error.type'], error);
      for (const [name, value] of Object.entries(span)) {
        assert.match(name, /^(?:http|error|hookproof)(?:\.[a-z]+(?:_[a-z]+)*)+$/);
        assert.ok(['string', 'number', 'boolean'].includes(typeof value), `${name} is a ${typeof value}`);
      }
      for (const [name, value] of Object.entries(metric)) assert.equal(span[name], value);
      const all = JSON.stringify(span);
      assert.ok(!all.includes(SECRET) && !all.includes(VALUE), all);
    });
  }

  it('tells who and what it was', async () => {
    const { span } = await told(signed());
    assert.deepEqual(span, {
      'http.response.status_code': 200,
      'hookproof.result': 'accepted',
      'hookproof.provider': 'edesy-masking',
      'hookproof.code': 'ok',
      'hookproof.event.type': 'call.ended',
      'hookproof.claimed': true,
      'hookproof.scheme': 'prefixed',
      'hookproof.secret.id': 'main',
      'hookproof.authenticated': 'body',
      'hookproof.event.count': 1,
    });
  });
});
