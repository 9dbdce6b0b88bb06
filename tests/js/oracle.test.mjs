// The package against JSON.parse and ajv: built-in schemas on mutated examples, and which bytes are JSON at all.

import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { bytesMutated } from './oracle/bytes.mjs';
import { Deviations } from './oracle/deviations.mjs';
import { ACCEPTED, Oracle, Ours } from './oracle/judges.mjs';
import { mutated } from './oracle/mutate.mjs';
import { Random } from './oracle/random.mjs';
import { shrunk } from './oracle/shrink.mjs';
import { places, read } from './oracle/tree.mjs';
import { Vocabulary } from './oracle/vocabulary.mjs';
import { path } from './support.mjs';

// The same cases every time, unless a seed is given; more of them with ORACLE_TIMES.
const SEED = Number(process.env.ORACLE_SEED ?? 20261121);
const TIMES = Number(process.env.ORACLE_TIMES ?? 1);
const SCHEMA_MUTATIONS = 320_000 * TIMES;
const JSON_MUTATIONS = 200_000 * TIMES;
const SHOWN = 5;

const deviations = new Deviations();
const schemas = files('schemas', '.schema.json').map(({ provider, name, bytes }) => {
  const schema = JSON.parse(bytes);
  return {
    provider,
    name,
    event: name.slice(0, name.indexOf('.schema')),
    vocabulary: new Vocabulary(schema),
    ours: new Ours(schema),
    oracle: new Oracle(schema),
  };
});
const examples = files('examples', '.json').map((file) => ({ ...file, tree: read(file.bytes.toString()) }));

/** The files of every built-in provider with this ending. */
function files(folder, ending) {
  const providers = readdirSync(path('providers'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return providers.flatMap(({ name: provider }) => {
    const from = path(`providers/${provider}/${folder}`);
    const names = existsSync(from) ? readdirSync(from).filter((name) => name.endsWith(ending)) : [];
    return names.sort().map((name) => ({ provider, name, bytes: readFileSync(`${from}/${name}`) }));
  });
}

/** Counts what the judges say, and keeps the differences that no listed deviation explains. */
class Comparison {
  mutations = 0;
  accepted = 0;
  deviating = 0;
  failures = 0;
  kinds = new Map();

  judge(ours, oracle, body, label) {
    this.mutations += 1;
    const own = ours.judge(body);
    const other = oracle.judge(body);
    if (other === ACCEPTED) this.accepted += 1;
    if (own === other && (own !== ACCEPTED || deviations.missed(body) === undefined)) return;
    const deviation = own === other ? undefined : deviations.explain(body, ours, oracle);
    if (deviation === undefined) {
      this.failures += 1;
      // One of each kind tells more than many alike.
      const kind = `${own} ${ours.code} ${other}`;
      if (!this.kinds.has(kind)) this.kinds.set(kind, { ours, oracle, body, label });
      return;
    }
    deviation.found += 1;
    this.deviating += 1;
  }

  /** Prints the numbers; fails where the two disagree, each time with a small case. */
  finish(title, context) {
    const { mutations, accepted, deviating, failures, kinds } = this;
    const refused = mutations - accepted;
    const counts = `${mutations} mutations: ${accepted} accepted, ${refused} refused by the oracle`;
    context.diagnostic(`seed ${SEED}: ${title}, ${counts}; ${deviating} listed deviations, ${failures} disagreements`);
    const shown = [...kinds.values()].slice(0, SHOWN).map(({ ours, oracle, body, label }) => {
      const small = shrunk(body, (candidate) => differs(ours, oracle, candidate));
      const said = `the package: ${ours.judge(small)} (${ours.code}), the oracle: ${oracle.judge(small)}`;
      return `${label}\n  ${JSON.stringify(Buffer.from(small).toString('latin1'))} (bytes as Latin-1)\n  ${said}`;
    });
    assert.equal(failures, 0, `${failures} disagreements, seed ${SEED}\n${shown.join('\n')}`);
    assert.ok(Math.min(accepted, refused) > mutations / 8, `one-sided mutations prove little: ${counts}`);
  }
}

function differs(ours, oracle, body) {
  const own = ours.judge(body);
  if (own !== oracle.judge(body)) return deviations.explain(body, ours, oracle) === undefined;
  return own === ACCEPTED && deviations.missed(body) !== undefined;
}

test('built-in schemas on mutated examples: the package says what ajv says', (context) => {
  const donors = examples.map(({ tree }) => tree);
  const pairs = schemas.flatMap((schema) =>
    examples.map((example) => {
      // The larger, the more there is to change; those of other events fail early on most schemas.
      const fits = schema.oracle.judge(example.bytes) === ACCEPTED;
      const own = schema.provider === example.provider && (fits || example.name.startsWith(schema.event));
      return { ...schema, example, weight: own ? places({ node: example.tree }).length : 1 };
    }),
  );
  const unit = SCHEMA_MUTATIONS / pairs.reduce((sum, { weight }) => sum + weight, 0);
  const comparison = new Comparison();
  pairs.forEach(({ provider, name, vocabulary, ours, oracle, example, weight }, stream) => {
    const random = new Random(SEED, stream);
    const label = `${provider}/${name} on ${example.provider}/${example.name}`;
    comparison.judge(ours, oracle, example.bytes, label);
    for (let count = Math.ceil(unit * weight); count > 1; count -= 1) {
      const structural = random.below(6) > 0;
      const body = structural ? mutated(random, example.tree, vocabulary, donors) : bytesMutated(random, example.bytes);
      comparison.judge(ours, oracle, body, label);
    }
  });
  comparison.finish(`${schemas.length} schemas, ${examples.length} examples`, context);
});

test('mutated bytes: the package takes for JSON what JSON.parse takes for it', (context) => {
  const [ours, oracle] = [new Ours(), new Oracle()];
  const comparison = new Comparison();
  examples.forEach(({ provider, name, bytes }, stream) => {
    const random = new Random(SEED, 1_000_000 + stream);
    for (let count = Math.ceil(JSON_MUTATIONS / examples.length); count > 0; count -= 1) {
      comparison.judge(ours, oracle, bytesMutated(random, bytes), `${provider}/${name}`);
    }
  });
  comparison.finish(`${examples.length} examples`, context);
});

test('every listed deviation occurs', (context) => {
  for (const { rule, found } of deviations.listed) {
    context.diagnostic(`${rule}: ${found}`);
    assert.ok(found > 0, `"${rule}" never occurred: take it off tests/vectors/deviations.json, or make it occur`);
  }
});
