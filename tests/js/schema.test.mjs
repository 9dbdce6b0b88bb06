// Schemas on their own: the rows that the Rust tests run too, exact numbers, misuse, traps and release.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it, test } from 'node:test';
import { inspect } from 'node:util';
import { compileSchema, createVerifier, UsageError } from 'hookproof';
import detailsGlue from '../../pkg/dist/hookproof/details/glue.cjs';
import * as glue from '../../pkg/dist/hookproof/glue.js';
import { PROVIDER, SECRET, signed } from './own.mjs';
import { definition, misuse, path, vectors } from './support.mjs';

const BIG = 4912661846655238145n;
const { validate, refuse } = JSON.parse(readFileSync(path('tests/vectors/schemas.json'), 'utf8'));

describe('the same problems as in Rust', () => {
  for (const { name, schema, options, texts } of validate) {
    it(name, () => {
      const compiled = compileSchema(schema, options);
      for (const { text, base64, ...expected } of texts) {
        const bytes = text === undefined ? Buffer.from(base64, 'base64') : Buffer.from(text);
        for (const input of text === undefined ? [bytes] : [text, bytes]) {
          const found = compiled.validate(input);
          assert.equal(found.ok, expected.ok, text);
          assert.equal(JSON.stringify(found), JSON.stringify(expected), text);
          assert.deepEqual(found.problems, expected.problems);
          assert.equal(found.problemsOmitted, expected.problemsOmitted);
        }
      }
      compiled.release();
    });
  }
});

describe('compileSchema refuses', () => {
  for (const { name, schema, options, says } of refuse) {
    it(name, () => {
      assert.throws(
        () => compileSchema(schema, options),
        (error) => {
          assert.ok(error instanceof UsageError && error.code === 'usage.schema', String(error));
          assert.equal(error.message, `the schema is not right: ${says}`);
          return true;
        },
      );
    });
  }

  const cyclic = {};
  cyclic.properties = cyclic;
  const cases = [
    ['nothing', [], 'usage.schema', /`schema` is undefined, expected an object, `true`, `false` or JSON text/],
    ['null', [null], 'usage.schema', /`schema` is null/],
    ['a number', [3], 'usage.schema', /`schema` is a number/],
    ['a function', [() => true], 'usage.schema', /`schema` is a function/],
    ['an array', [[]], 'usage.schema', /expected a schema/],
    ['a schema that holds itself', [cyclic], 'usage.schema', /cannot be written as JSON/],
    ['options that are none', [true, 'assert'], 'usage.option', /the options are a string/],
    ['an unknown option', [true, { format: 'assert' }], 'usage.option', /`format` \(did you mean `formats`\?\)/],
    ['an unknown option without a value', [true, { draft: undefined }], 'usage.option', /unknown option `draft`/],
    ['a word that is none', [true, { formats: true }], 'usage.option', /`formats` is a boolean/],
    ['other integers', [true, { integers: 'int64' }], 'usage.option', /expected `number`, `bigint` or `string`/],
    ['another way with keywords', [true, { unknownKeywords: 'ignore' }], 'usage.option', /`refuse` or `annotate`/],
    ['documents that are a list', [true, { documents: [] }], 'usage.option', /`documents` is an array/],
    ['a document that is none', [true, { documents: { a: 1 } }], 'usage.schema', /`documents.a` is a number/],
  ];
  for (const [name, [...given], code, says] of cases) {
    it(name, () => assert.throws(() => compileSchema(...given), misuse(code, says)));
  }
});

test('documents may be objects, booleans and text, and are known by relative URIs too', () => {
  const schema = compileSchema('{"properties": {"a": {"$ref": "a.json"}, "b": {"$ref": "b.json#/$defs/b"}}}', {
    documents: { 'a.json': false, 'b.json': '{"$defs": {"b": {"maximum": 4912661846655238145}}}', c: { type: 'null' } },
  });
  assert.equal(schema.validate(`{"b": ${BIG}}`).ok, true);
  const { problems } = schema.validate(`{"a": 1, "b": ${BIG + 1n}}`);
  assert.deepEqual(
    problems.filter(({ severity }) => severity === 'error').map(({ schemaPointer }) => schemaPointer),
    ['a.json#', 'b.json#/$defs/b/maximum'],
  );
});

test('bigints in a schema are written as the integers they are', () => {
  const schema = compileSchema({ const: BIG });
  assert.equal(schema.validate(String(BIG)).ok, true);
  assert.equal(schema.validate(String(BIG + 1n)).ok, false);
});

test('a schema that is changed later stays as it was', () => {
  const source = { type: 'integer' };
  const documents = { other: { type: 'integer' } };
  const schema = compileSchema({ ...source, $ref: 'other' }, { documents });
  source.type = 'string';
  documents.other.type = 'string';
  schema.release();
  assert.equal(schema.validate('1').ok, true);
});

test('values come out as integers says', () => {
  const schema = { properties: { id: { type: 'integer', format: 'int64' } } };
  const text = `{"id": 7, "other": 7, "more": [${BIG}, 0.5]}`;
  const rows = [
    ['number', { id: 7, other: 7, more: [Number(BIG), 0.5] }],
    ['bigint', { id: 7n, other: 7, more: [BIG, 0.5] }],
    ['string', { id: '7', other: 7, more: [String(BIG), 0.5] }],
  ];
  for (const [integers, expected] of rows) {
    const compiled = compileSchema(schema, { integers });
    for (const input of [text, Buffer.from(text), new TextEncoder().encode(text).buffer]) {
      assert.deepEqual(compiled.validate(input).value, expected);
    }
    assert.equal(compiled.validate('{"id": "7"}').value, undefined);
    assert.equal(compiled.validate('{"id": 7').value, undefined);
  }
  for (const token of ['7.0', '70e-1']) {
    assert.equal(compileSchema(schema, { integers: 'bigint' }).validate(`{"id": ${token}}`).value.id, 7n);
    assert.equal(compileSchema(schema, { integers: 'string' }).validate(`{"id": ${token}}`).value.id, '7');
  }
});

test('only text and bytes are validated', () => {
  const schema = compileSchema(true);
  for (const input of [undefined, null, 1, {}, [], new Date(), Promise.resolve('1')]) {
    assert.throws(() => schema.validate(input), misuse('usage.body', /expected JSON as text or bytes; .*~standard/));
  }
  const view = new DataView(Uint8Array.of(0x20, 0x31, 0x31).buffer, 1, 1);
  assert.equal(schema.validate(view).value, 1);
});

test('answers can be read in any order, and show only what was validated', () => {
  const one = compileSchema({ type: 'integer' });
  const other = compileSchema({ type: 'string' });
  const verifier = createVerifier({ provider: PROVIDER, secrets: [SECRET] });
  const answers = Array.from({ length: 20 }, (_, n) => (n % 2 ? one : other).validate(n % 4 < 2 ? `${n}` : `"${n}"`));
  const report = verifier.verify(signed('{"type":"thing","id":1}'));
  for (const n of [19, 0, 2, 3, 1, 18, 7]) {
    const ok = n % 2 ? n % 4 < 2 : n % 4 >= 2;
    assert.equal(answers[n].ok, ok);
    assert.equal(answers[n].problems.length, ok ? 0 : 1);
    assert.equal(answers[n].value, ok ? (n % 2 ? n : String(n)) : undefined);
    assert.equal(report.get('/id'), 1);
  }
  const bytes = Buffer.from('"a"');
  const answer = one.validate(bytes);
  bytes[0] = 0x31;
  assert.match(answer.problems[0].message, /found string/, 'the module still has the validated bytes');
  const later = one.validate(bytes);
  bytes.fill('1');
  one.validate('2');
  assert.throws(() => later.problems, misuse('usage.changed', /leave the buffer alone/));
  assert.match(inspect(later), /^Validation \{ ok: false \}$/);
});

test('an answer prints and serialises as plain data without the text', () => {
  const answer = compileSchema({ type: 'integer' }).validate('"private"');
  for (const shown of [inspect(answer), JSON.stringify(answer), String(answer)]) assert.doesNotMatch(shown, /private/);
  assert.match(inspect(answer), /^Validation \{\s+ok: false,\s+problems: \[/);
});

test('release, and use after it', () => {
  const schema = compileSchema({ type: 'integer' });
  const answer = schema.validate('"x"');
  schema.release();
  schema.release();
  const other = compileSchema({ type: 'string' });
  assert.equal(other.validate('"x"').ok, true);
  assert.equal(answer.problems[0].code, 'schema.type');
  assert.equal(schema.validate('1').ok, true);
  schema[Symbol.dispose]();
  assert.equal(other.validate('1').ok, false);
  assert.equal(schema['~standard'].validate('x').issues.length, 1);
});

test('many schemas that nobody keeps do not pile up', () => {
  for (let n = 0; n < 2000; n += 1) {
    const schema = compileSchema({ const: n });
    assert.equal(schema.validate(String(n)).ok, true);
    schema.release();
  }
});

test('large texts, and small ones after them', () => {
  const schema = compileSchema({ type: 'array', items: { maxLength: 3 } });
  const text = `["${'\u00e9'.repeat(300_000)}", "b"]`;
  assert.equal(schema.validate(text).problems[0].length, 600_002);
  assert.equal(schema.validate('["b"]').ok, true);
});

test('a trap ends the instance, and the next call compiles the schema again', () => {
  const schema = compileSchema({ type: 'integer' });
  const verifier = createVerifier({ provider: PROVIDER, secrets: [SECRET] });
  const thing = verifier.schema('thing');
  const call = createVerifier({ provider: 'edesy-masking', secrets: [SECRET] }).schema('call.ended');
  const answer = call.validate('"x"');
  const trap = (of) => assert.throws(() => of.verify(4_000_000, 0, 0, 0, 0), WebAssembly.RuntimeError);
  const ended = (one) => assert.throws(() => one.validate('1'), { name: 'RuntimeError' });
  // Leaves the module in the middle of a call, as a fault in it would.
  trap(glue);
  ended(call);
  assert.equal(call.validate('1').ok, false);
  assert.equal(answer.problems[0].code, 'schema.type');
  // Own schemas, and those of verifiers of own definitions, lie in the other module.
  assert.equal(thing.validate('{"type":"thing","id":"x"}').problems[0].pointer, '/id');
  trap(detailsGlue);
  ended(schema);
  assert.equal(schema.validate('1').ok, true);
  assert.equal(thing.validate('{"type":"thing"}').ok, true);
  assert.equal(schema['~standard'].validate('x').issues.length, 1);
  assert.equal(verifier.verify(signed('{"type":"thing","id":3}')).event.id, '3');
});

describe('the schemas of a verifier', () => {
  const make = (options) => createVerifier({ provider: PROVIDER, secrets: [SECRET], ...options });

  it('hold events to what verify holds them to', () => {
    const schema = make({ integers: 'bigint' }).schema('thing');
    assert.deepEqual(schema.validate('{"type":"thing","id":7}').value, { type: 'thing', id: 7n });
    assert.deepEqual(schema['~standard'].validate({ type: 'thing', id: BIG }), { value: { type: 'thing', id: BIG } });
    assert.equal(schema.validate(`{"type":"thing","id":${2n ** 63n}}`).problems[0].code, 'schema.format');
    assert.equal(schema.validate('{}').ok, false);
  });

  it('may be of the caller', () => {
    const schemas = { thing: { properties: { type: true }, additionalProperties: false }, other: { type: 'object' } };
    for (const [mode, ok] of [
      ['strict', false],
      ['tolerant', true],
      ['observe', true],
    ]) {
      const verifier = make({ schemas, mode });
      assert.equal(verifier.schema('thing').validate('{"type":"thing","more":1}').ok, ok, mode);
      assert.equal(verifier.verify(signed('{"type":"thing","more":1}')).ok, ok, mode);
    }
  });

  it('keep to its limits', () => {
    const schema = make({ limits: { depth: 2, problems: 1 } }).schema('thing');
    assert.equal(schema.validate('{"type":"thing","a":{"b":[]}}').problems[0].code, 'limit.depth');
    const { problems, problemsOmitted } = schema.validate('{"type":"thing","id":"x","ids":{}}');
    assert.deepEqual([problems.length, problemsOmitted], [1, 1]);
  });

  it('outlive it', () => {
    const verifier = make();
    const schema = verifier.schema('thing');
    verifier.release();
    assert.equal(schema.validate('{"type":"thing"}').ok, true);
    schema.release();
    assert.equal(schema.validate('{"type":"thing"}').ok, true);
  });

  it('are refused where there is none', () => {
    const verifier = make();
    assert.throws(() => verifier.schema('thin'), misuse('usage.schema', /has no event `thin`, expected one of thing/));
    assert.throws(() => verifier.schema(), misuse('usage.option', /`event` is undefined/));
    const { events } = PROVIDER;
    const bare = { ...PROVIDER, events: { ...events, known: [{ ...events.known[0], schema: undefined }] } };
    assert.throws(() => make({ provider: bare }).schema('thing'), misuse('usage.schema', /has no schema/));
    const [thing] = events.known;
    const two = [
      { ...thing, match: { has: ['/a'] } },
      { ...thing, match: { has: ['/b'] }, schema: 'thing2' },
    ];
    const several = {
      ...PROVIDER,
      events: { ...events, known: two },
      schemas: { ...PROVIDER.schemas, thing2: { type: 'object' } },
    };
    assert.throws(() => make({ provider: several }).schema('thing'), misuse('usage.schema', /has several schemas/));
    const own = make({ provider: several, schemas: { thing: { type: 'array' } } });
    assert.equal(own.schema('thing').validate('[]').ok, true);
  });

  it('accept what the vectors of a built-in sender deliver', () => {
    const { schemas, events } = definition('edesy-masking');
    const verifier = createVerifier({ provider: 'edesy-masking', secrets: ['s'], mode: 'strict' });
    assert.ok(Object.keys(schemas).length > 0 && vectors('edesy-masking').length > 0);
    for (const { type, schema } of events.known) {
      const plain = compileSchema(schemas[schema], { formats: 'assert' });
      for (const text of [`{"event":"${type}"}`, `{"event":"${type}","call_sid":5}`, '[]']) {
        assert.equal(JSON.stringify(verifier.schema(type).validate(text)), JSON.stringify(plain.validate(text)), type);
      }
    }
  });
});
