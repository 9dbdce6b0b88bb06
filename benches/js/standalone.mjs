// ajv's code for a schema, made before anything is measured, as those do who may not compile at run time.

import Ajv2020 from 'ajv/dist/2020.js';
import standaloneCode from 'ajv/dist/standalone/index.js';
import { build } from 'esbuild';

const HERE = new URL('.', import.meta.url).pathname;

/** A module whose default export is the validating function, with all that it needs in it. */
export async function standaloneModule(schema) {
  const ajv = new Ajv2020({ strict: false, code: { source: true } });
  const contents = standaloneCode(ajv, ajv.compile(schema));
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: HERE, loader: 'js' },
    bundle: true,
    write: false,
    format: 'esm',
    logLevel: 'silent',
  });
  return outputFiles[0].text;
}

/** The validating function itself. */
export async function standalone(schema) {
  const text = await standaloneModule(schema);
  const { default: validate } = await import(`data:text/javascript;base64,${Buffer.from(text).toString('base64')}`);
  return validate;
}
