// The host's hash functions: asked for once they are worth it, and then of the same opinion as the module's own.

import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { test } from 'node:test';
import { CODES, createVerifier } from 'hookproof';
import { entry } from '../../pkg/dist/core.js';
import { mock } from './mock.mjs';
import { PROVIDER, SECRET } from './own.mjs';

const crypto = process.getBuiltinModule('node:crypto');
const functions = { hash: crypto.hash, createHash: crypto.createHash };
let asked = 0;

// Before the package looks for them, which it does when it needs them.
for (const [name, original] of Object.entries(functions)) {
  if (original === undefined) continue;
  crypto[name] = (...given) => {
    asked += 1;
    return original.apply(crypto, given);
  };
}

/** Bodies around the sizes from which on the host is asked, and around the blocks of SHA-256 and SHA-512. */
const SIZES = [0, 1, 63, 64, 111, 112, 127, 128, 129, 240, 255, 256, 257, 767, 768, 769, 1535, 1536, 5000, 70_000];

/** Of each algorithm and content a verifier, and what signs. */
const SENDERS = ['sha256', 'sha512'].flatMap((algorithm) =>
  ['{body}', '{header:X-Before}.{body}', '{body}.{header:X-Before}'].map((content) => {
    const scheme = { ...PROVIDER.schemes[0], algorithm: `hmac-${algorithm}`, content };
    const provider = { ...PROVIDER, schemes: [scheme], events: { body: ['opaque'], kind: [], known: [] }, schemas: {} };
    const verifier = createVerifier({ provider, secrets: [SECRET] });
    return { verifier, algorithm, content };
  }),
);

function verdicts() {
  return SENDERS.flatMap(({ verifier, algorithm, content }) =>
    SIZES.flatMap((size) =>
      ['', 'before', 'b'.repeat(300)].flatMap((before) => {
        const body = Buffer.alloc(size, 'x');
        const text = content.replace('{header:X-Before}', before).replace('{body}', body.toString());
        const right = createHmac(algorithm, SECRET).update(text).digest('hex');
        const wrong = right.replace(/.$/, (digit) => (digit === '0' ? '1' : '0'));
        return [right, wrong].map((signature) => {
          const headers = { 'X-Own-Signature': signature, 'X-Before': before };
          return verifier.verify({ headers, body }).code;
        });
      }),
    ),
  );
}

test('the host is asked once a megabyte was checked, and says the same', () => {
  const small = createVerifier({ provider: PROVIDER, secrets: [SECRET] });
  const body = Buffer.alloc(1000, ' ');
  const check = () => small.verify({ headers: { 'X-Own-Signature': '00'.repeat(32) }, body }).code;
  for (let bytes = 0; bytes + body.length < 1 << 20; bytes += body.length) {
    assert.equal(check(), 'signature.mismatch');
  }
  assert.equal(asked, 0);
  check();
  const looked = asked;
  assert.ok(looked > 0, 'the functions were tried out');
  check();
  assert.ok(asked > looked, 'a body was hashed by the host');

  asked = 0;
  const hosted = verdicts();
  assert.ok(asked > 0);
  const expected = hosted.map((_, place) => (place % 2 === 0 ? 'ok' : 'signature.mismatch'));
  assert.deepEqual(hosted, expected);
});

test('a fresh instance after a trap takes the functions again', () => {
  const { seen, ...stand } = mock(CODES);
  const verifier = entry({ first: stand }).createVerifier({ provider: 'mock', secrets: ['a secret'] });
  const asks = () => seen.calls.filter((name) => name === 'useHash').length;
  const body = 'x'.repeat(1 << 19);
  verifier.verify({ headers: [], body });
  assert.equal(asks(), 0);
  verifier.verify({ headers: [], body });
  assert.equal(asks(), 1);
  assert.throws(() => verifier.verify({ headers: [], body: 'trap' }));
  verifier.verify({ headers: [], body: '' });
  assert.equal(asks(), 2);
});
