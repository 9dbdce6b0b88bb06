// The two sides that are compared: this package in `strict`, and `JSON.parse` with ajv. Each says what a text is.

import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { createVerifier } from 'hookproof';
import { PROVIDER } from '../own.mjs';

/** What a judge says of a body. */
export const ACCEPTED = 'accepted';
export const REFUSED = 'refused';
export const MALFORMED = 'malformed';

const SYNTAX = new Set(['payload.syntax', 'payload.utf8', 'payload.empty']);

/** The package's judge; without a schema every JSON value fits. Beside the verdict it keeps the `code` of the last one. */
export class Ours {
  #verifier;

  constructor(schema) {
    const event = { type: 'any', summary: 'Whatever it is.', confidence: 'documented', match: {} };
    const definition = { ...PROVIDER, authenticationOptional: true, events: { known: [event] } };
    delete definition.schemas;
    if (schema !== undefined) {
      event.schema = 'any';
      definition.schemas = { any: schema };
    }
    this.#verifier = createVerifier({ provider: definition, mode: 'strict', authentication: 'none' });
  }

  /** The verdict on a body, which is text or bytes. */
  judge(body) {
    const report = this.#verifier.verify({ headers: [], body, receivedAt: 0 });
    this.code = report.code;
    if (report.ok) return ACCEPTED;
    return SYNTAX.has(report.code) ? MALFORMED : REFUSED;
  }
}

const INT64 = {
  type: 'number',
  validate: (value) => Number.isInteger(value) && value >= -(2 ** 63) && value < 2 ** 63,
};
// Unlike Node's own conversion it refuses what is not UTF-8, and keeps a byte order mark for `JSON.parse` to refuse.
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The oracle; without a schema it is `JSON.parse` alone. */
export class Oracle {
  #fits = () => true;

  constructor(schema) {
    if (schema === undefined) return;
    const ajv = new Ajv2020({ strict: true, strictTypes: false, strictRequired: false, ownProperties: true });
    addFormats.default(ajv, ['date-time']);
    // ajv-formats takes any whole number for an int64, whatever its size.
    ajv.addFormat('int64', INT64);
    ajv.addKeyword('x-tolerant');
    this.#fits = ajv.compile(schema);
  }

  judge(body) {
    let value;
    try {
      value = JSON.parse(typeof body === 'string' ? body : decoder.decode(body));
    } catch {
      return MALFORMED;
    }
    return this.#fits(value) ? ACCEPTED : REFUSED;
  }
}

/** The text of a body that is UTF-8. */
export function textOfBody(body) {
  return typeof body === 'string' ? body : decoder.decode(body);
}
