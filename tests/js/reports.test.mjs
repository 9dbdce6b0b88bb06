// The package's reports against those of the Rust tests, byte for byte, over the whole vector set.

import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { before, describe, it } from 'node:test';
import { createVerifier } from 'hookproof';
import { deliveryOf, path, providerOf, providersWithVectors, vectors } from './support.mjs';

const FILE = 'target/reports.jsonl';

describe('reports', () => {
  const lines = new Map();

  before(() => {
    assert.ok(existsSync(path(FILE)), `${FILE} is missing; the Rust tests write it, so run \`cargo test\` first`);
    for (const line of readFileSync(path(FILE), 'utf8').trim().split('\n')) {
      const { provider, vector } = JSON.parse(line);
      const key = `${provider}/${vector}`;
      assert.ok(!lines.has(key), `${FILE} has ${key} twice`);
      lines.set(key, line);
    }
  });

  for (const provider of providersWithVectors()) {
    for (const vector of vectors(provider)) {
      if (vector.expect.code.startsWith('usage.')) continue;
      it(`${provider}/${vector.name}`, () => {
        const line = lines.get(`${provider}/${vector.name}`);
        assert.ok(line !== undefined, `${FILE} has no line for it; run \`cargo test\` again`);
        lines.delete(`${provider}/${vector.name}`);
        const report = createVerifier({ provider: providerOf(provider), ...vector.options }).verify(
          deliveryOf(provider, vector),
        );
        const start = `{"provider":${JSON.stringify(provider)},"vector":${JSON.stringify(vector.name)},"report":`;
        assert.equal(`${start}${JSON.stringify(report)}}`, line);
      });
    }
  }

  it('leaves no line of the Rust tests uncompared', () => assert.deepEqual([...lines.keys()], []));
});
