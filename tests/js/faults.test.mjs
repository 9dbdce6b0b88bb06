// The corpus of faulty deliveries through the package: what is proved, by family.

import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { FAULTS } from 'hookproof';
import { cases, familyOf, Rates, ratesOf, remembered, right } from '../faults/corpus.mjs';
import { explained, told } from '../faults/explained.mjs';
import { compare } from '../faults/peers.mjs';
import { peersTable, ratesTable, shown } from '../faults/tables.mjs';
import { path } from './support.mjs';

const all = cases();
const explanationOf = remembered(({ options, sender, secret, delivery, name }) =>
  explained(options, [sender.secret, secret], delivery.headers, name),
);

/** What Rust says of a share of the cases, by name. */
function explanations() {
  const file = path('target/explanations.jsonl');
  assert.ok(existsSync(file), `${file} is missing; the Rust tests write it: \`cargo xtask test\``);
  const rows = readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  assert.ok(rows.length > 500);
  return new Map(rows.map((row) => [row.case, JSON.stringify(row.explanation)]));
}

test('every fault is made for six senders or more', () => {
  for (const code of FAULTS) {
    const schemes = new Set(all.filter(({ codes }) => codes[0] === code).map(({ sender }) => sender));
    assert.ok(schemes.size >= 6, `${code}: ${[...schemes].map(({ provider, scheme }) => `${provider}/${scheme}`)}`);
  }
});

test('faults are found and proved', () => {
  const native = explanations();
  const rates = ratesOf(all, explanationOf);
  const guesses = new Rates();
  const misses = [];
  for (const one of all) {
    const found = explanationOf(one);
    if (native.has(one.name)) {
      assert.equal(JSON.stringify(found), native.get(one.name), one.name);
      native.delete(one.name);
    }
    if (!one.provable) {
      const named = found.causes.some(({ code }) => one.codes.includes(code));
      guesses.count(familyOf(one.codes), named);
    } else if (!right(one, found)) {
      misses.push(`${one.name}: ${told(found)}`);
    }
  }
  assert.deepEqual([...native.keys()], []);
  rates.singles.print('singles, first and proved:');
  rates.pairs.print('pairs, both proved:');
  guesses.print('not provable, named:');
  console.log(misses.join('\n'));
  assert.ok(rates.singles.total() >= 98, `singles ${rates.singles.total()}`);
  assert.ok(rates.pairs.total() >= 90, `pairs ${rates.pairs.total()}`);
  assert.ok(guesses.total() >= 98, `not provable ${guesses.total()}`);
  const [one, two] = [rates.singles, rates.pairs].map((kind) => kind.rows().at(-1));
  assert.deepEqual([one.right, two.right], [one.cases, two.cases], 'README.md says that all are proved');
  assert.match(
    readFileSync(path('README.md'), 'utf8'),
    new RegExp(`Of ${one.cases} deliveries with one fault and ${two.cases} with two`),
  );
  assert.equal(shown('rates'), ratesTable(rates), 'docs/why-it-failed.md is stale: `cargo xtask compare`');
});

test('the table of other verifiers is current', async () => {
  assert.equal(
    shown('peers'),
    peersTable(await compare(all, explanationOf)),
    'docs/why-it-failed.md: `cargo xtask compare`',
  );
});
