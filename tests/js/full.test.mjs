// The entry `hookproof/full`: what only it takes, positions and numbers as everywhere, and reports equal to the default's.

import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { describe, it, test } from 'node:test';
import * as plain from 'hookproof';
import * as full from 'hookproof/full';
import { PROVIDER, SECRET } from './own.mjs';
import { deliveryOf, misuse, providerOf, providersWithVectors, vectors } from './support.mjs';

const draft = (name) => `http://json-schema.org/draft-0${name}/schema#`;

function found(schema, text, options = { formats: 'assert' }) {
  const { ok, problems } = full.compileSchema(schema, options).validate(text);
  const errors = problems.filter(({ severity }) => severity === 'error');
  assert.equal(ok, errors.length === 0);
  return errors.map(({ code, pointer, schemaPointer, keyword, line, column, offset, length }) => {
    return [code, pointer, schemaPointer, keyword, `${line}:${column}`, `${offset}+${length}`].join(' ');
  });
}

test('every draft', () => {
  // schema, text, what is wrong
  const cases = [
    [{ $schema: draft(4), type: 'integer' }, ' 1.0', ['schema.type  /type type 1:2 1+3']],
    [
      { $schema: draft(4), properties: { a: { minimum: 5, exclusiveMinimum: true } } },
      '{"a":\n 5}',
      ['schema.range /a /properties/a/exclusiveMinimum exclusiveMinimum 2:2 7+1'],
    ],
    [{ $schema: draft(6), contains: { const: 1 } }, '[2]', ['schema.contains  /contains contains 1:1 0+1']],
    [
      `{"$schema":"${draft(7)}","if":{"required":["a"]},"then":{"required":["b"]}}`,
      '{"a":1}',
      ['schema.required  /then/required required 1:1 0+1'],
    ],
    [
      {
        $schema: 'https://json-schema.org/draft/2019-09/schema',
        $recursiveAnchor: true,
        type: 'object',
        additionalProperties: { $recursiveRef: '#' },
      },
      '{"\u00fc":{"b":[]}}',
      ['schema.type /\u00fc/b /type type 1:11 11+1'],
    ],
    [
      { prefixItems: [{ type: 'string' }], unevaluatedItems: false },
      '["a",2]',
      ['schema.items /1 /unevaluatedItems unevaluatedItems 1:6 5+1'],
    ],
  ];
  for (const [schema, text, expected] of cases) assert.deepEqual(found(schema, text), expected, JSON.stringify(schema));
});

test('patterns with lookaround and back-references, which the default entry refuses by naming this one', () => {
  const schema = { properties: { a: { pattern: '^(?!x)(a+)-\\1$' } } };
  assert.deepEqual(found(schema, '{"a":"aa-aa"}'), []);
  assert.deepEqual(found(schema, '{"a":"aa-a"}'), ['schema.pattern /a /properties/a/pattern pattern 1:6 5+6']);
  const refused = [
    schema,
    { $schema: draft(4) },
    { dependencies: {}, $schema: 'https://json-schema.org/draft/2020-12/schema' },
  ];
  for (const schema of refused) {
    assert.throws(() => plain.compileSchema(schema), misuse('usage.schema', /`hookproof\/full`/));
    full.compileSchema(schema);
  }
});

test('a misspelt keyword is refused here too', () => {
  assert.throws(() => full.compileSchema({ minLenght: 1 }), misuse('usage.schema', /at \/minLenght: /));
  assert.throws(() => full.compileSchema({ $ref: 'https://h.example/x' }), misuse('usage.schema', /at \/\$ref: /));
  const documents = { 'https://h.example/x': { type: 'null' } };
  const other = full.compileSchema({ $ref: 'https://h.example/x' }, { documents });
  assert.equal(other.validate('1').problems[0].schemaPointer, 'https://h.example/x#/type');
});

test('numbers are exact whatever their length', () => {
  const digits = '123456789012345678901234567890';
  assert.deepEqual(found(`{"const":${digits}}`, `${digits}.0`), []);
  assert.deepEqual(found(`{"const":${digits}}`, `${digits}.1`).length, 1);
  assert.deepEqual(found('{"uniqueItems":true}', '[9007199254740992,9007199254740993]'), []);
  const schema = full.compileSchema({ properties: { id: { format: 'int64' } } }, { integers: 'bigint' });
  assert.deepEqual(schema.validate('{"id":4912661846655238145}').value, { id: 4912661846655238145n });
});

test('a verifier holds its own events to handed-in schemas, with positions, drift and exact integers', () => {
  const schemas = {
    thing: {
      $schema: draft(7),
      required: ['type'],
      properties: { type: { pattern: '^(?=t)' }, id: { type: 'integer', format: 'int64' } },
      additionalProperties: false,
    },
  };
  const verifier = full.createVerifier({ provider: PROVIDER, secrets: [SECRET], schemas, integers: 'bigint' });
  const verify = (body) => {
    const signature = createHmac('sha256', SECRET).update(body).digest('hex');
    return verifier.verify({ headers: { 'X-Own-Signature': signature }, body });
  };
  const report = verify('{"type":"thing","id":4912661846655238145,"new":1}');
  assert.equal(report.ok, true, JSON.stringify(report.problems));
  assert.deepEqual(report.drift.unknownFields, ['/new']);
  assert.equal(report.get('/id'), 4912661846655238145n);
  assert.equal(report.payload.id, 4912661846655238145n);
  const [problem] = verify('{"type":"thing",\n "id":"7"}').problems;
  assert.deepEqual([problem.code, problem.pointer, problem.line, problem.column], ['schema.type', '/id', 2, 7]);
  assert.equal(problem.schemaPointer, '/properties/id/type');
});

test('entries share nothing but their classes', () => {
  assert.notEqual(full.version().wasm, plain.version().wasm);
  assert.equal(full.UsageError, plain.UsageError);
  const verifiers = [plain, full].map((entry) => entry.createVerifier({ provider: PROVIDER, secrets: [SECRET] }));
  const reports = verifiers.map((verifier) => verifier.verify({ headers: {}, body: '{}' }));
  assert.deepEqual(reports[0].toJSON(), reports[1].toJSON());
});

describe('every vector gives the same report, byte for byte', () => {
  for (const provider of providersWithVectors()) {
    it(provider, () => {
      for (const vector of vectors(provider)) {
        const reports = [plain, full].map((entry) => {
          try {
            const verifier = entry.createVerifier({ provider: providerOf(provider), ...vector.options });
            return JSON.stringify(verifier.verify(deliveryOf(provider, vector)));
          } catch (error) {
            return `${error.code} ${error.message}`;
          }
        });
        // What names another entry is in this one too.
        if (!reports[0].startsWith('usage.entry ')) assert.equal(reports[1], reports[0], vector.name);
      }
    });
  }
});
