// What every replay store has to do, as tests that take the store.

import assert from 'node:assert/strict';
import { it } from 'node:test';

let number = 0;
/** A key that no other test has. */
export function fresh() {
  number += 1;
  return `key-${process.pid}-${number}`;
}

/** The tests for a store that claims atomically; `store` is called in each of them. */
export function contract(store) {
  it('gives a key once', async () => {
    const key = fresh();
    assert.equal(await store().claim(key, 60), true);
    assert.equal(await store().claim(key, 60), false);
    assert.equal(await store().claim(key, 60), false);
    assert.equal(await store().claim(fresh(), 60), true);
  });

  it('gives a key to one of 64 that ask at the same time', async () => {
    for (let round = 0; round < 5; round += 1) {
      const key = fresh();
      const answers = await Promise.all(Array.from({ length: 64 }, () => store().claim(key, 60)));
      assert.deepEqual(
        answers.filter((given) => given),
        [true],
      );
    }
  });

  it('gives a key again once it is released, and takes a release of nothing', async () => {
    const key = fresh();
    await store().release(key);
    assert.equal(await store().claim(key, 60), true);
    await store().release(key);
    assert.equal(await store().claim(key, 60), true);
    assert.equal(await store().claim(key, 60), false);
  });

  it('takes no time to live that is none', async () => {
    for (const seconds of [0, -1, Number.NaN, Number.POSITIVE_INFINITY, undefined]) {
      await assert.rejects(store().claim(fresh(), seconds), /^RangeError: ttlSeconds is/);
    }
  });
}

/** Asks until the answer is yes; for claims that end by themselves at a time that only the store knows. */
export async function until(ask, what) {
  const deadline = Date.now() + 20_000;
  while (!(await ask())) {
    assert.ok(Date.now() < deadline, `${what} has not come about within 20 s`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
