// What is measured: hookproof, and what users would take instead. Each verifies one right delivery, or throws.

import * as node from 'node:crypto';
import { createRequire } from 'node:module';
import { Validator } from '@cfworker/json-schema';
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { verify as octokit } from '@octokit/webhooks-methods';
import Ajv2020 from 'ajv/dist/2020.js';
import { compileSchema, createVerifier } from 'hookproof';
import { Webhook as StandardWebhook } from 'standardwebhooks';
import Stripe from 'stripe';
import { Webhook as SvixWebhook } from 'svix';
import { SCHEMA } from './schema.mjs';
import { standalone } from './standalone.mjs';

const SECRET = 'bench-secret-0123456789abcdef';
const WHSEC = `whsec_${Buffer.from(SECRET).toString('base64')}`;
const EVENT = 'PROJECT_CREATED';
const FIELDS = ['/id', '/customer/name', '/number', '/total'];

const ajv = new Ajv2020({ strict: false }).compile(SCHEMA);
const compiledAhead = await standalone(SCHEMA);
const built = process.env.HOOKPROOF_BENCH_JSONSCHEMA;
if (built === undefined) throw new Error('HOOKPROOF_BENCH_JSONSCHEMA is not set; run `cargo xtask bench`, which does');
const { Schema } = createRequire(import.meta.url)(built);
const jsonschema = new Schema(JSON.stringify(SCHEMA));
const cfworker = new Validator(SCHEMA, '2020-12');
const pads = [0x36, 0x5c].map((pad) => {
  const block = Buffer.alloc(64, pad);
  for (const [place, byte] of Buffer.from(SECRET).entries()) block[place] ^= byte;
  return block;
});
const own = { provider: 'datasaur', secrets: [SECRET], schemas: { [EVENT]: SCHEMA } };
const verifier = createVerifier(own);
const capturing = createVerifier({ ...own, captures: FIELDS });
const walker = compileSchema(SCHEMA);

function right(good) {
  if (!good) throw new Error('a right delivery was refused');
}

function equal(expected, given) {
  right(expected.length === given.length && node.timingSafeEqual(expected, given));
}

/** The contenders for one body: what each does again and again; those that answer later are marked. */
export function contenders(body) {
  const hex = node.createHmac('sha256', SECRET).update(body).digest('hex');
  const headers = { 'x-datasaur-signature': hex, 'content-type': 'application/json' };
  const signature = Buffer.from(hex, 'hex');
  const seconds = Math.floor(Date.now() / 1000);
  const standard = { id: 'msg_1', at: new Date(seconds * 1000) };
  const sign = (prefix) => node.createHmac('sha256', SECRET).update(prefix).update(body);
  const v1 = `v1,${sign(`${standard.id}.${seconds}.`).digest('base64')}`;
  const ofSvix = { 'svix-id': standard.id, 'svix-timestamp': String(seconds), 'svix-signature': v1 };
  const ofStandard = { 'webhook-id': standard.id, 'webhook-timestamp': String(seconds), 'webhook-signature': v1 };
  const ofStripe = `t=${seconds},v1=${sign(`${seconds}.`).digest('hex')}`;
  const [svix, standardwebhook] = [new SvixWebhook(WHSEC), new StandardWebhook(WHSEC)];
  const delivery = { method: 'POST', headers, body };
  const parsed = () => JSON.parse(body.toString());
  const key = node.webcrypto.subtle.importKey('raw', Buffer.from(SECRET), { name: 'HMAC', hash: 'SHA-256' }, false, [
    'verify',
  ]);
  return {
    'hookproof verdict': () => right(verifier.verify(delivery).ok),
    'hookproof verdict + 4 fields': () => {
      const report = capturing.verify(delivery);
      for (const field of FIELDS) right(report.get(field) !== undefined);
    },
    'hookproof verdict + event': () => right(verifier.verify(delivery).payload.id !== undefined),
    'createHmac + JSON.parse + ajv': () => {
      equal(
        node.createHmac('sha256', SECRET).update(body).digest(),
        Buffer.from(headers['x-datasaur-signature'], 'hex'),
      );
      right(ajv(parsed()));
    },
    'crypto.hash x2 + JSON.parse + ajv': () => {
      const inner = node.hash('sha256', Buffer.concat([pads[0], body]), 'buffer');
      equal(node.hash('sha256', Buffer.concat([pads[1], inner]), 'buffer'), Buffer.from(hex, 'hex'));
      right(ajv(parsed()));
    },
    'createHmac + JSON.parse + ajv standalone': () => {
      equal(
        node.createHmac('sha256', SECRET).update(body).digest(),
        Buffer.from(headers['x-datasaur-signature'], 'hex'),
      );
      right(compiledAhead(parsed()));
    },
    'createHmac + jsonschema in wasm (Rust)': () => {
      equal(
        node.createHmac('sha256', SECRET).update(body).digest(),
        Buffer.from(headers['x-datasaur-signature'], 'hex'),
      );
      right(jsonschema.fits(body));
    },
    'noble + JSON.parse + cfworker': () => {
      equal(hmac(sha256, Buffer.from(SECRET), body), signature);
      right(cfworker.validate(parsed()).valid);
    },
    'WebCrypto + JSON.parse + cfworker': async () => {
      right(await node.webcrypto.subtle.verify('HMAC', await key, signature, body));
      right(cfworker.validate(parsed()).valid);
    },
    'svix (no schema)': () => right(svix.verify(body, ofSvix).id !== undefined),
    'standardwebhooks (no schema)': () => right(standardwebhook.verify(body.toString(), ofStandard).id !== undefined),
    'stripe (no schema)': () => right(Stripe.webhooks.constructEvent(body, ofStripe, SECRET).id !== undefined),
    'octokit (no schema, no parsing)': async () => right(await octokit(SECRET, body.toString(), `sha256=${hex}`)),
    'walk alone: hookproof': () => right(walker.validate(body).ok),
    'walk alone: JSON.parse': () => right(parsed().id !== undefined),
    'walk alone: JSON.parse + ajv': () => right(ajv(parsed())),
  };
}

/** What hookproof's verdict is held against, and of which each target is a multiple, by size, at least. */
export const VERDICT = 'hookproof verdict';
export const BASE = 'createHmac + JSON.parse + ajv';
export const TARGETS = [
  [VERDICT, BASE, { '0.5k': 2.2, '2k': 2.5, '16k': 3.4, '256k': 4 }],
  ['hookproof verdict + 4 fields', BASE, { '0.5k': 2, '2k': 2.2, '16k': 3.3, '256k': 4 }],
  ['hookproof verdict + event', BASE, { '0.5k': 1.2, '2k': 0.95, '16k': 0.95, '256k': 0.95 }],
  [VERDICT, 'svix (no schema)', { '0.5k': 6, '2k': 6, '16k': 6, '256k': 6 }],
  [VERDICT, 'standardwebhooks (no schema)', { '0.5k': 6, '2k': 6, '16k': 6, '256k': 6 }],
  [VERDICT, 'stripe (no schema)', { '0.5k': 3, '2k': 3, '16k': 3, '256k': 3 }],
];
/** The walk of the body: nanoseconds per byte, at most. */
export const WALK = { '16k': 1, '256k': 1, '256k-text': 0.1 };
