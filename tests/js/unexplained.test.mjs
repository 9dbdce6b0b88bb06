// Wrong secrets and altered bodies: nothing is proved of them, and no answer shows what a forger could use.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createVerifier, sign } from 'hookproof';
import { bodies, plan, receiver } from '../faults/corpus.mjs';
import { explained, told } from '../faults/explained.mjs';

/** A small generator of its own, so that the cases are the same everywhere. */
function randomly(seed) {
  let state = seed;
  const next = () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state >>> 0;
  };
  return { below: (most) => next() % most, bytes: (length) => Buffer.from(Array.from({ length }, () => next() & 255)) };
}

test('nothing is proved of 10,000 wrong secrets and altered bodies', () => {
  const random = randomly(0x9e3779b9);
  const small = plan.bodies.map((name) => bodies.get(name));
  const wrong = [];
  let tried = 0;
  while (tried < 10_000) {
    const sender = plan.senders[random.below(plan.senders.length)];
    const { provider, scheme, secret, parameters } = sender;
    const body = small[random.below(small.length)];
    const draft = { provider, scheme, parameters, url: plan.url, now: plan.now, body };
    const signed = sign({ ...draft, secret });
    let given = secret;
    if (random.below(2) === 0) {
      const raw = random.bytes(24);
      given = provider === 'adyen' ? raw.toString('hex') : raw.toString('base64');
    } else {
      const letters = [...signed.body.keys()].filter((at) => /[0-9a-z]/i.test(String.fromCharCode(signed.body[at])));
      if (letters.length === 0) {
        continue;
      }
      const at = letters[random.below(letters.length)];
      signed.body[at] = signed.body[at] === 0x37 ? 0x38 : 0x37;
    }
    const { method, url, headers } = signed;
    const delivery = { method, url, headers, body: signed.body };
    const verifier = createVerifier({ ...receiver(sender, given), now: () => plan.now });
    // Where the body is not signed, altering it changes nothing.
    if (verifier.verify(delivery).scheme !== null) {
      continue;
    }
    tried += 1;
    // What a verifier expects of this body would be a forgery ready to be sent.
    const expected = forged(draft, given, signed.body);
    const options = { ...receiver(sender, given), ...delivery, now: plan.now };
    const found = explained(options, [secret, given], [...headers, ...expected], provider);
    if (found.causes.length === 0 || found.causes.some(({ proved }) => proved)) {
      wrong.push(`${provider}: ${told(found)}`);
    }
  }
  console.log(`false proofs: ${wrong.length} of ${tried}\n${wrong.join('\n')}`);
  assert.deepEqual(wrong, []);
});

/** The headers that would be right, where the sender could sign this body at all. */
function forged(draft, secret, body) {
  try {
    return sign({ ...draft, secret, body }).headers;
  } catch (error) {
    assert.equal(error.name, 'UsageError');
    return [];
  }
}
