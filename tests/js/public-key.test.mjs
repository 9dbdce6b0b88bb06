// The entry `hookproof/public-key`: signatures that node:crypto makes, keys as Node exports them, and reports equal to the
// default's.

import assert from 'node:assert/strict';
import { generateKeyPairSync, sign } from 'node:crypto';
import { describe, it, test } from 'node:test';
import * as plain from 'hookproof';
import * as full from 'hookproof/full';
import * as publicKey from 'hookproof/public-key';
import { PROVIDER, SECRET } from './own.mjs';
import { deliveryOf, misuse, providerOf, providersWithVectors, vectors } from './support.mjs';

const BODY = '{"type":"thing","id":1}';

/** The sender of the tests, signing with another algorithm. */
function signing(algorithm) {
  const [scheme] = PROVIDER.schemes;
  const signature = { ...scheme.signature, encoding: 'base64' };
  return { ...PROVIDER, schemes: [{ ...scheme, id: algorithm, algorithm, signature }] };
}

function delivery(signature, body = BODY) {
  return { headers: { 'X-Own-Signature': signature.toString('base64') }, body };
}

const ALGORITHMS = [
  ['ed25519', () => generateKeyPairSync('ed25519'), (data, key) => sign(null, data, key)],
  ['ecdsa-p256-sha256', p256, (data, key) => sign('sha256', data, key)],
  ['ecdsa-p256-sha256-raw', p256, (data, key) => sign('sha256', data, { key, dsaEncoding: 'ieee-p1363' })],
  ['rsa-sha1', () => generateKeyPairSync('rsa', { modulusLength: 2048 }), (data, key) => sign('sha1', data, key)],
  ['rsa-sha256', () => generateKeyPairSync('rsa', { modulusLength: 4096 }), (data, key) => sign('sha256', data, key)],
];

function p256() {
  return generateKeyPairSync('ec', { namedCurve: 'P-256' });
}

/** What hosts get from senders, each as the text or the bytes of a secret. */
function forms(key) {
  const spki = key.export({ type: 'spki', format: 'der' });
  const jwk = key.export({ format: 'jwk' });
  return {
    PEM: key.export({ type: 'spki', format: 'pem' }).trim(),
    base64: spki.toString('base64'),
    DER: new Uint8Array(spki),
    JWK: JSON.stringify({ ...jwk, kid: '2026-11', use: 'sig' }),
    ...(jwk.crv === 'Ed25519' && { raw: new Uint8Array(Buffer.from(jwk.x, 'base64url')) }),
  };
}

for (const [algorithm, generate, signed] of ALGORITHMS) {
  describe(algorithm, () => {
    const { publicKey: key, privateKey } = generate();
    const signature = signed(Buffer.from(BODY), privateKey);
    const provider = signing(algorithm);

    for (const [form, secret] of Object.entries(forms(key))) {
      it(`verifies with the key as ${form}`, () => {
        for (const entry of [publicKey, full]) {
          const verifier = entry.createVerifier({ provider, secrets: [secret] });
          const report = verifier.verify(delivery(signature));
          assert.equal(report.code, 'ok', JSON.stringify(report.problems));
          assert.deepEqual([report.authenticated, report.scheme, report.event.type], ['body', algorithm, 'thing']);
          assert.equal(verifier.verify(delivery(signature, `${BODY}\n`)).code, 'signature.mismatch');
        }
      });
    }

    it('finds the right one of several keys', () => {
      const secrets = [generate(), { publicKey: key }].map((pair, place) => ({
        id: `key ${place}`,
        value: forms(pair.publicKey).JWK,
      }));
      const report = publicKey.createVerifier({ provider, secrets }).verify(delivery(signature));
      assert.deepEqual([report.code, report.secretId], ['ok', 'key 1']);
    });

    it('gives one replay key for one content', () => {
      const verifier = publicKey.createVerifier({ provider, secrets: [forms(key).PEM] });
      const [first, second] = [signature, signed(Buffer.from(BODY), privateKey)].map((made) => {
        return verifier.verify(delivery(made)).replayKey;
      });
      assert.equal(typeof first, 'string');
      assert.equal(first, second);
    });

    it('refuses other keys without showing them', () => {
      const other = generateKeyPairSync('ec', { namedCurve: 'P-384' });
      const sec1 = other.privateKey.export({ type: 'sec1', format: 'pem' }).trim();
      for (const secret of ['no key', forms(other.publicKey).JWK, sec1]) {
        assert.throws(
          () => publicKey.createVerifier({ provider, secrets: [secret] }),
          misuse('usage.secret', /^secrets\[0\] /),
        );
      }
    });

    it('is not in the default entry', () => {
      assert.throws(() => plain.createVerifier({ provider, secrets: ['s'] }), plain.UsageError);
    });
  });
}

test('entries share nothing but their classes', () => {
  assert.notEqual(publicKey.version().wasm, plain.version().wasm);
  assert.equal(publicKey.UsageError, plain.UsageError);
  const verifiers = [plain, publicKey].map((entry) => entry.createVerifier({ provider: PROVIDER, secrets: [SECRET] }));
  const reports = verifiers.map((verifier) => verifier.verify({ headers: {}, body: '{}' }));
  assert.deepEqual(reports[0].toJSON(), reports[1].toJSON());
});

describe('every vector that the default entry reads gives the same report, byte for byte', () => {
  for (const provider of providersWithVectors()) {
    it(provider, () => {
      for (const vector of vectors(provider)) {
        const reports = [plain, publicKey].map((entry) => {
          try {
            const verifier = entry.createVerifier({ provider: providerOf(provider), ...vector.options });
            return JSON.stringify(verifier.verify(deliveryOf(provider, vector)));
          } catch (error) {
            return `${error.code} ${error.message}`;
          }
        });
        // What names another entry is what this one is for.
        if (!reports[0].startsWith('usage.entry ')) assert.equal(reports[1], reports[0], vector.name);
      }
    });
  }
});
