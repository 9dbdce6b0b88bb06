// The corpus of faulty deliveries through the package: what is proved, by family, and that no answer shows what it must not.

import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { createVerifier, explain, FAULTS, sign } from 'hookproof';
import { bodies, cases, familyOf, hidden, plan, Rates, receiver, right } from '../faults/corpus.mjs';
import { compare } from '../faults/peers.mjs';
import { peersTable, ratesTable, shown } from '../faults/tables.mjs';
import { path } from './support.mjs';

const MOST_MACS = 4096;
const MOST_BYTES = 8 << 20;
const all = cases();

/** The answer, held to what every one must keep. */
function explained(options, secrets, headers, name) {
  const found = explain(options);
  const { macs, bytes } = found.tried;
  assert.ok(macs <= MOST_MACS && bytes <= MOST_BYTES, `${name}: ${macs} MACs, ${bytes} bytes`);
  const shown = JSON.stringify(found);
  const leak = hidden(secrets, headers).find((text) => shown.includes(text));
  assert.equal(leak, undefined, `${name}: ${shown}`);
  return found;
}

const told = ({ causes }) => causes.map(({ code, proved }) => `${code}${proved ? '' : '?'}`).join(' ');

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
  const rates = { singles: new Rates(), pairs: new Rates() };
  const guesses = new Rates();
  const misses = [];
  for (const one of all) {
    const found = explained(one.options, [one.sender.secret, one.secret], one.delivery.headers, one.name);
    const good = right(one, found);
    if (native.has(one.name)) {
      assert.equal(JSON.stringify(found), native.get(one.name), one.name);
      native.delete(one.name);
    }
    if (one.provable) {
      rates[one.codes.length > 1 ? 'pairs' : 'singles'].count(familyOf(one.codes), good);
    } else {
      const named = found.causes.some(({ code }) => one.codes.includes(code));
      guesses.count(familyOf(one.codes), named);
    }
    if (one.provable && !good) {
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
  assert.equal(shown('peers'), peersTable(await compare(all, explain)), 'docs/why-it-failed.md: `cargo xtask compare`');
});

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
