// A long life leaves nothing behind: neither deliveries nor verifiers, be they released or collected.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { before, describe, it } from 'node:test';
import { promisify } from 'node:util';
import { path } from './support.mjs';

const run = promisify(execFile);
const CALLS = 100_000;
const VERIFIERS = 20_000;
/** What verifiers that wait for the collector may take; all of these would take ten times as much. */
const WAITING = 30;
const MEGABYTE = 1;

describe('growth', () => {
  let deliveries;
  let released;
  let collected;

  before(async () => {
    const options = ['--expose-gc', path('benches/js/start/life.mjs'), String(CALLS), String(VERIFIERS)];
    const { stdout } = await run(process.execPath, options);
    [deliveries, released, collected] = JSON.parse(stdout).growth;
  });

  it('is none after deliveries of every kind', () => {
    assert.equal(deliveries.pages, 0);
    assert.ok(deliveries.heap < MEGABYTE, `${deliveries.heap} MB`);
  });

  it('is none after verifiers that were released', () => {
    assert.equal(released.pages, 0);
    assert.ok(released.heap < MEGABYTE, `${released.heap} MB`);
  });

  it('is none after verifiers that were collected', () => {
    assert.ok(collected.pages <= WAITING, `${collected.pages} pages`);
    assert.ok(collected.heap < MEGABYTE, `${collected.heap} MB`);
  });
});
