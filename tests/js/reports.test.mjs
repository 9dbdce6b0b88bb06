// The package's reports against those of the Rust tests, byte for byte, over the whole vector set.

import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { before, describe, it } from 'node:test';
import { deliveryOf, path, providersWithVectors, vectors, verifierOf } from './support.mjs';

/** Without and with the feature `public-key`. */
const FILES = ['target/reports.jsonl', 'target/reports-public-key.jsonl'];

describe('reports', () => {
  const lines = new Map();

  before(() => {
    for (const file of FILES) {
      assert.ok(existsSync(path(file)), `${file} is missing; the Rust tests write it: \`cargo xtask test\``);
      const seen = new Set();
      for (const line of readFileSync(path(file), 'utf8').trim().split('\n')) {
        const { provider, vector } = JSON.parse(line);
        const key = `${provider}/${vector}`;
        assert.ok(!seen.has(key), `${file} has ${key} twice`);
        assert.equal(line, lines.get(key) ?? line, `the feature changes the report of ${key}`);
        seen.add(key);
        lines.set(key, line);
      }
    }
  });

  for (const provider of providersWithVectors()) {
    for (const vector of vectors(provider)) {
      if (vector.expect.code.startsWith('usage.')) continue;
      it(`${provider}/${vector.name}`, () => {
        const line = lines.get(`${provider}/${vector.name}`);
        assert.ok(line !== undefined, `${FILES.join()} have no line for it; run the Rust tests again`);
        lines.delete(`${provider}/${vector.name}`);
        const report = verifierOf(provider, vector).verify(deliveryOf(provider, vector));
        const start = `{"provider":${JSON.stringify(provider)},"vector":${JSON.stringify(vector.name)},"report":`;
        assert.equal(`${start}${JSON.stringify(report)}}`, line);
      });
    }
  }

  it('leaves no line of the Rust tests uncompared', () => assert.deepEqual([...lines.keys()], []));
});
