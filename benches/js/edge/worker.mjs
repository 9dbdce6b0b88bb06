// The Worker that is measured: it verifies one delivery again and again, as often as a request says.

import { Validator } from '@cfworker/json-schema';
import ajv from 'ajv-standalone';
import { createVerifier } from 'hookproof';
import { Webhook as StandardWebhook } from 'standardwebhooks';
import { SCHEMA } from '../schema.mjs';
import { EVENT, FIELDS, SECRET, VERDICT, WHSEC } from './names.mjs';

const cfworker = new Validator(SCHEMA, '2020-12');
const own = { provider: 'datasaur', secrets: [SECRET], schemas: { [EVENT]: SCHEMA } };
const verifier = createVerifier(own);
const capturing = createVerifier({ ...own, captures: FIELDS });
const standard = new StandardWebhook(WHSEC);
const decoder = new TextDecoder();
const bodies = new Map();
let key;

function right(good) {
  if (!good) throw new Error('a right delivery was refused');
}

async function subtle(signature, body) {
  right(await crypto.subtle.verify('HMAC', key, signature, body));
}

/** The contenders for one body and its signatures. */
function contenders(body, { hex, webhook }) {
  const delivery = { method: 'POST', headers: { 'x-datasaur-signature': hex }, body };
  const signature = Uint8Array.from(hex.match(/../g), (pair) => Number.parseInt(pair, 16));
  const parsed = () => JSON.parse(decoder.decode(body));
  return {
    [VERDICT]: () => right(verifier.verify(delivery).ok),
    'hookproof verdict + 4 fields': () => {
      const report = capturing.verify(delivery);
      for (const field of FIELDS) right(report.get(field) !== undefined);
    },
    'hookproof verdict + event': () => right(verifier.verify(delivery).payload.id !== undefined),
    'WebCrypto + JSON.parse + cfworker': async () => {
      await subtle(signature, body);
      right(cfworker.validate(parsed()).valid);
    },
    'WebCrypto + JSON.parse + ajv standalone': async () => {
      await subtle(signature, body);
      right(ajv(parsed()));
    },
    'standardwebhooks (no schema)': () => right(standard.verify(decoder.decode(body), webhook).id !== undefined),
    'WebCrypto alone (no schema, no parsing)': () => subtle(signature, body),
  };
}

export default {
  async fetch(request) {
    const { pathname, searchParams } = new URL(request.url);
    const name = searchParams.get('body');
    if (pathname === '/body') {
      const imported = ['raw', new TextEncoder().encode(SECRET), { name: 'HMAC', hash: 'SHA-256' }, false, ['verify']];
      key ??= await crypto.subtle.importKey(...imported);
      const body = new Uint8Array(await request.arrayBuffer());
      bodies.set(name, contenders(body, JSON.parse(request.headers.get('x-signatures'))));
      return Response.json(Object.keys(bodies.get(name)));
    }
    const call = bodies.get(name)[searchParams.get('who')];
    for (let left = Number(searchParams.get('calls')); left > 0; left -= 1) {
      const answer = call();
      if (answer !== undefined) await answer;
    }
    return new Response('done');
  },
};
