// Misuse through the package: each case of the table with its code, and a message that says what to do.

import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { createVerifier } from 'hookproof';
import { definition, misuse, path } from './support.mjs';

const { build, verify } = JSON.parse(readFileSync(path('tests/vectors/usage.json'), 'utf8'));

/** A built-in's id, or its definition with some fields, or those of its first scheme, set anew. */
function provider(option) {
  if (typeof option === 'string') return option;
  const own = { ...definition(option.extends), ...option.set };
  if (option.scheme !== undefined) own.schemes = [{ ...own.schemes[0], ...option.scheme }];
  return own;
}

/** A thrown misuse that says what the case expects, and no secret. */
function expected({ code, says }) {
  return (error) => {
    misuse(code)(error);
    assert.ok(error.message.includes(says), `${error.message}\nexpected it to say: ${says}`);
    assert.ok(!error.message.includes('topsecret'), error.message);
    return true;
  };
}

describe('createVerifier refuses', () => {
  for (const { name, options, expect } of build) {
    it(name, () => {
      assert.throws(() => createVerifier({ ...options, provider: provider(options.provider) }), expected(expect));
    });
  }
});

describe('verify refuses', () => {
  const verifier = createVerifier({ provider: 'edesy', secrets: ['s'] });
  for (const { name, delivery, change, expect } of verify) {
    it(name, () => {
      if (!change) {
        assert.throws(() => verifier.verify(delivery), expected(expect));
        return;
      }
      const body = Buffer.from(delivery.body);
      const signature = createHmac('sha256', 's').update(body).digest('hex');
      const report = verifier.verify({ ...delivery, headers: { 'Edesy-Signature': signature }, body });
      body[0] ^= 1;
      verifier.verify({ ...delivery, body: '' });
      assert.throws(() => report.events, expected(expect));
    });
  }
});
