// Runs a suite that `cargo xtask conformance` has read through the package: passed, failed, refused by file.

import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { compileSchema } from '../pkg/dist/hookproof/node/index.js';

const [, , list] = process.argv;
const rows = new Map();
let documents = {};

for await (const text of createInterface({ input: createReadStream(list), crlfDelay: Number.POSITIVE_INFINITY })) {
  const line = JSON.parse(text);
  if (line.documents === undefined) run(line);
  else documents = line.documents;
}

const total = { passed: 0, failed: 0, refused: 0 };
for (const [file, row] of rows) {
  for (const end of Object.keys(total)) total[end] += row[end];
  console.log(`  ${file.padEnd(44)}${cell(row.passed)} passed${cell(row.failed)} failed${cell(row.refused)} refused`);
}
console.log(`conformance: ${total.passed} passed, ${total.failed} failed, ${total.refused} refused`);
process.exitCode = total.passed > 0 && total.failed === 0 ? 0 : 1;

function run({ file, group, schema, assertFormats, tests }) {
  const row = rows.get(file) ?? { passed: 0, failed: 0, refused: 0 };
  rows.set(file, row);
  let compiled;
  try {
    const formats = assertFormats ? 'assert' : 'annotate';
    compiled = compileSchema(schema, { documents, formats, unknownKeywords: 'annotate' });
  } catch (error) {
    if (error.code !== 'usage.schema') throw error;
    row.refused += tests.length;
    console.log(`  refused: ${file} / ${group}: ${error.message}`);
    return;
  }
  for (const { name, data, valid } of tests) {
    const found = answer(compiled, data);
    if (found === valid) {
      row.passed += 1;
    } else {
      row.failed += 1;
      console.log(`  failed: ${file} / ${group} / ${name}: ${found}, expected ${valid}`);
    }
  }
  compiled.release();
}

/** Whether a text fits, provided that all ways to ask agree. */
function answer(schema, data) {
  const { ok, problems } = schema.validate(data);
  const bytes = schema.validate(Buffer.from(data)).ok;
  const told = !problems.some(({ severity }) => severity === 'error');
  const standard = schema['~standard'].validate(JSON.parse(data)).issues === undefined;
  if (bytes === ok && told === ok && (standard === ok || data !== JSON.stringify(JSON.parse(data)))) return ok;
  return `${ok} of the text, ${bytes} of its bytes, ${told} by its problems, ${standard} of the parsed value`;
}

function cell(value) {
  return String(value).padStart(6);
}
