// One flipped byte, anywhere in the body or in the signature, is refused for every sender that signs.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { definition, deliveryOf, providersWithVectors, vectors, verifierOf } from './support.mjs';

/** Name of the header that holds a scheme's signature. */
function signatureHeader({ parameters = {} }, scheme, options) {
  const [, source] = scheme.signature.source.split('header:');
  const value = (_, name) => options.parameters?.[name] ?? parameters[name].default;
  return source.replace(/\{param:([^}]+)\}/g, value).toLowerCase();
}

/** Whether every byte of a header's value takes part in the signature: one signature, and no part besides. */
function isWhole({ signature: { layout }, timestamp }, value) {
  if (layout.pairs !== undefined) {
    const inHeader = timestamp?.source.startsWith('part:') ? 2 : 1;
    return value.split(layout.pairs.separator).length === inHeader;
  }
  return layout.list === undefined || value.split(layout.list.separator).length === 1;
}

for (const provider of providersWithVectors()) {
  const known = definition(provider);
  const signing = known.schemes.filter(({ content = '' }) => content.includes('{body}'));
  const schemes = new Map(signing.map((one) => [one.id, one]));
  if (schemes.size === 0) continue;
  describe(provider, () => {
    const flipped = { body: new Set(), signature: new Set() };
    for (const vector of vectors(provider).filter(({ expect }) => expect.code === 'ok')) {
      const options = vector.options ?? {};
      const delivery = deliveryOf(provider, vector);
      const verifier = verifierOf(provider, vector);
      const { scheme: id } = verifier.verify(delivery);
      const scheme = schemes.get(id);
      if (scheme === undefined) continue;

      it(`${vector.name}: each byte of the body`, () => {
        for (let place = 0; place < delivery.body.length; place += 1) {
          for (const bit of [1, 0x20, 0x80]) {
            const body = Buffer.from(delivery.body);
            body[place] ^= bit;
            const { code } = verifier.verify({ ...delivery, body });
            assert.equal(code, 'signature.mismatch', `byte ${place}, bit ${bit}`);
          }
        }
        flipped.body.add(id);
      });

      const name = signatureHeader(known, scheme, options);
      const lines = delivery.headers.filter(([line]) => line.toLowerCase() === name);
      const value = lines[0]?.[1].trim() ?? '';
      if (lines.length !== 1 || !isWhole(scheme, value)) continue;
      // Another header may sign the same body.
      const others = delivery.headers.filter((line) => line !== lines[0]);
      if (verifier.verify({ ...delivery, headers: others }).ok) continue;

      it(`${vector.name}: each character of the signature`, () => {
        for (let place = 0; place < value.length; place += 1) {
          const changed = String.fromCharCode(value.charCodeAt(place) ^ 1);
          const wrong = value.slice(0, place) + changed + value.slice(place + 1);
          const headers = delivery.headers.map((line) => (line === lines[0] ? [line[0], wrong] : line));
          const report = verifier.verify({ ...delivery, headers });
          assert.equal(report.ok, false, `character ${place}`);
          assert.match(report.code, /^(?:signature|timestamp)\./, `character ${place}`);
        }
        flipped.signature.add(id);
      });
    }

    it('has such a vector for each scheme that signs', () => {
      assert.deepEqual([...flipped.body].sort(), [...schemes.keys()].sort());
      assert.deepEqual([...flipped.signature].sort(), [...schemes.keys()].sort());
    });
  });
}
