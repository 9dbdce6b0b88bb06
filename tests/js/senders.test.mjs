// What the senders promise, through the package: the vectors that the Rust tests run too.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it, test } from 'node:test';
import { checkEndpoint, checkSetup, handshake, providers, retrySchedule, route, version } from 'hookproof';
import { definition, misuse, path } from './support.mjs';

function read(name) {
  return JSON.parse(readFileSync(path(`tests/vectors/${name}.json`), 'utf8'));
}

/** The whole list is compared, of each problem the members that the vector names. */
function assertProblems(found, expected) {
  const shown = found.map((problem, place) => {
    const named = Object.keys(expected[place] ?? problem);
    return Object.fromEntries(named.map((name) => [name, problem[name]]));
  });
  assert.deepEqual(shown, expected);
}

describe('endpoints', () => {
  for (const { name, provider, url, problems } of read('endpoints').vectors) {
    it(name, () => assertProblems(checkEndpoint(provider, url), problems));
  }
});

describe('retries', () => {
  for (const { name, provider, firstAttemptMs, expect } of read('retries').vectors) {
    it(name, () => {
      for (const first of [firstAttemptMs, new Date(firstAttemptMs)]) {
        const { attempts, complete, afterLast, confidence } = retrySchedule(provider, first);
        assert.deepEqual({ attempts, complete, outcome: afterLast.outcome, confidence }, expect);
      }
    });
  }
});

describe('liveness', () => {
  for (const { name, provider, method, answer } of read('liveness').vectors) {
    it(name, () => {
      assert.deepEqual(handshake({ provider, method }), answer);
      const request = { provider, method, url: 'https://hooks.example.com/in', headers: { Host: 'h' }, body: '' };
      assert.deepEqual(handshake({ ...request, secrets: ['s'] }), answer);
    });
  }
});

describe('routes', () => {
  const { setups, vectors } = read('routes');
  for (const { name, provider, setup, query, targets, error } of vectors) {
    it(name, () => {
      const ask = () => route(provider, setups[setup], query);
      if (error === undefined) assert.deepEqual(ask(), targets);
      else assert.throws(ask, misuse(error));
    });
  }
});

describe('setups', () => {
  for (const { name, provider, setup, problems } of read('setups').vectors) {
    it(name, () => assertProblems(checkSetup(provider, setup), problems));
  }
});

test('a definition of one’s own promises what it says', () => {
  const own = { ...definition('edna-pulse'), id: 'own' };
  const url = 'http://hooks.example.com:81/in';
  assert.deepEqual(checkEndpoint(own, url), checkEndpoint('edna-pulse', url));
  assert.deepEqual(retrySchedule(own, 0), retrySchedule('edna-pulse', 0));
  assert.deepEqual(handshake({ provider: own, method: 'HEAD' }), handshake({ provider: 'edna-pulse', method: 'HEAD' }));
});

test('misuse', () => {
  assert.throws(() => checkEndpoint('nobody', 'https://h.example/'), misuse('usage.provider'));
  assert.throws(() => retrySchedule('nobody', 0), misuse('usage.provider'));
  assert.throws(() => checkSetup('edna-pulse', { webhook: [] }), misuse('usage.setup'));
  assert.throws(() => route('edna-pulse', {}, {}), misuse('usage.setup'));
  assert.throws(() => handshake({ provider: 'nobody', method: 'HEAD' }), misuse('usage.provider'));
});

test('the built-in providers are those of the repository', () => {
  for (const { id, name, events, schemes, docs, confidence } of providers()) {
    const known = definition(id);
    assert.deepEqual({ name, docs, confidence }, { name: known.name, docs: known.docs, confidence: known.confidence });
    assert.deepEqual(
      schemes,
      known.schemes.map((scheme) => scheme.id),
    );
    assert.deepEqual(new Set(events), new Set((known.events.known ?? []).map((event) => event.type)));
  }
});

test('the version names the package and the module', () => {
  const { hookproof, wasm } = version();
  assert.equal(hookproof, JSON.parse(readFileSync(path('pkg/package.json'), 'utf8')).version);
  assert.match(wasm, /^[0-9a-f]{64}$/);
});
