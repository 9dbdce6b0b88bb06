// The figures that documents quote are those that were measured.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { documents, figures } from '../../benches/js/report/publish.mjs';
import { path } from './support.mjs';

describe('measurements', () => {
  const all = figures();

  it('are those of the pages, the charts and the README', () => {
    assert.ok(Object.keys(all).length > 0, 'there are no figures in docs/bench');
    for (const [file, text] of Object.entries(documents(all))) {
      assert.equal(readFileSync(path(file), 'utf8'), text, `${file} is stale: run \`cargo xtask bench --render\``);
    }
  });

  it('have a target that says which way it goes, and a value', () => {
    const targets = Object.values(all).flatMap((run) => run.targets ?? []);
    for (const { what, least, most, value } of targets) {
      assert.notEqual(least === undefined, most === undefined, what);
      assert.ok(Number.isFinite(value), what);
    }
  });
});
