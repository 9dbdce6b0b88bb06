// Every vector of every provider through the package, with each thing that it expects.

import assert from 'node:assert/strict';
import { describe, it, test } from 'node:test';
import { UsageError } from 'hookproof';
import { deliveryOf, providersWithVectors, vectors, verifierOf } from './support.mjs';

/** Compares what `expect` names; each check gets the report and the expected value. */
const CHECKS = {
  code: (report, code) => {
    assert.equal(report.code, code, JSON.stringify(report.problems, null, 1));
    assert.equal(report.ok, code === 'ok');
  },
  status: (report, status) => assert.equal(report.status, status),
  scheme: (report, scheme) => assert.equal(report.scheme, scheme),
  secretId: (report, id) => assert.equal(report.secretId, id),
  keyId: (report, id) => assert.equal(report.toJSON().keyId, id),
  authenticated: (report, proved) => assert.equal(report.authenticated, proved),
  events: (report, events) => sameList(report.events, events),
  problems: (report, problems) => sameList(report.problems, problems),
  problemsOmitted: (report, omitted) => assert.equal(report.problemsOmitted, omitted),
  stages: (report, stages) => sameList(report.stages, stages),
  drift: (report, drift) => {
    if (drift === null) assert.equal(report.drift, null);
    else same(report.drift, drift);
  },
  replayKey: (report, key) => {
    if (key === 'present') assert.match(report.replayKey ?? '', /./);
    else assert.equal(report.replayKey, key);
  },
};

/** Whether `found` has everything that `expected` names. */
function same(found, expected) {
  assert.ok(found !== null && typeof found === 'object', `found ${found}`);
  const named = Object.fromEntries(Object.keys(expected).map((name) => [name, found[name]]));
  assert.deepEqual(named, expected);
}

/** The whole list, of each member what is named. */
function sameList(found, expected) {
  assert.equal(found.length, expected.length, JSON.stringify(found, null, 1));
  expected.forEach((member, place) => {
    same(found[place], member);
  });
}

/** What holds for every report, whatever the vector expects. */
function checkAlways(report) {
  const { ok, code, status, provider, scheme, secretId, authenticated } = report;
  same(report.toJSON(), { ok, code, status, provider, scheme, secretId, authenticated });
  assert.deepEqual(report.event, report.events[0] ?? null);
  const reached = report.stages.find(({ name }) => name === 'event').result;
  if (reached === 'skipped') {
    assert.equal(report.payload, undefined);
    assert.equal(report.get(''), undefined);
    assert.deepEqual(report.events, []);
  }
  if (ok) assert.notEqual(report.payload, undefined);
}

const providers = providersWithVectors();

test('there are vectors', () => assert.notEqual(providers.length, 0, 'no providers/*/vectors.json was found'));

for (const provider of providers) {
  const all = vectors(provider);
  describe(provider, () => {
    it(`has ${all.length} vectors, each with a name of its own`, (context) => {
      context.diagnostic(`${provider}: ${all.length} vectors`);
      assert.equal(new Set(all.map(({ name }) => name)).size, all.length);
      for (const { name, expect } of all) {
        const unknown = Object.keys(expect).filter((field) => !Object.hasOwn(CHECKS, field));
        assert.deepEqual(unknown, [], `${name} expects what no check knows`);
      }
    });
    for (const vector of all) {
      it(vector.name, () => {
        const { expect } = vector;
        if (expect.code.startsWith('usage.')) {
          assert.throws(
            () => verifierOf(provider, vector),
            (error) => error instanceof UsageError && error.code === expect.code,
          );
          return;
        }
        const report = verifierOf(provider, vector).verify(deliveryOf(provider, vector));
        for (const [field, expected] of Object.entries(expect)) CHECKS[field](report, expected);
        checkAlways(report);
      });
    }
  });
}
