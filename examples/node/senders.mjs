// Plays the senders: their endpoints, their secrets, and how each signs. Uses node:crypto and nothing of hookproof.

import { createHmac } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';

export const ROOT = new URL('../../', import.meta.url);

/** Secrets of this demo; real ones come from the environment. */
const KEYS = {
  'edna-pulse': 'demo-webhook-key-4f1c',
  edesy: 'demo-crm-secret-91ab',
  'edesy-masking': 'demo-masking-secret-07de',
  'edesy-voice': 'whsec_demo-voice-secret-c35a',
};

/** What an endpoint's secret was before it was changed. Both are good while it is being rotated. */
export const OLD_KEY = 'demo-crm-secret-of-last-year';

export const ENDPOINTS = {
  '/edna': { provider: 'edna-pulse', secrets: [KEYS['edna-pulse']] },
  '/edesy': {
    provider: 'edesy',
    secrets: [
      { id: 'current', value: KEYS.edesy },
      { id: 'last-year', value: OLD_KEY },
    ],
  },
  '/edesy-masking': { provider: 'edesy-masking', secrets: [KEYS['edesy-masking']] },
  '/edesy-voice': { provider: 'edesy-voice', secrets: [KEYS['edesy-voice']] },
};

/** The header lines that authenticate `body`, as the sender would send them. */
export function sign(path, body, { key = KEYS[ENDPOINTS[path].provider], form, time = seconds() } = {}) {
  switch (path) {
    case '/edna':
      return { Authorization: `Token ${key}` };
    case '/edesy':
      return { 'Edesy-Signature': FORMS[form ?? 'bare'](key, body, time) };
    case '/edesy-masking':
      return { 'X-Edesy-Signature': FORMS[form ?? 'prefixed'](key, body, time) };
    case '/edesy-voice':
      return { 'X-Webhook-Signature': FORMS[form ?? 'timestamped'](key, body, time) };
    default:
      throw new Error(`no sender delivers to ${path}`);
  }
}

/** The forms in which signatures are written. */
export const FORMS = {
  bare: (key, body) => hmac(key, body),
  prefixed: (key, body) => `sha256=${hmac(key, body)}`,
  timestamped: (key, body, time) => `t=${time},v1=${hmac(key, `${time}.`, body)}`,
};

export function seconds(before = 0) {
  return Math.floor(Date.now() / 1000) - before;
}

/** The example payloads of an endpoint's sender: file name without its ending, and the bytes. */
export function examples(path) {
  const folder = new URL(`providers/${ENDPOINTS[path].provider}/examples/`, ROOT);
  const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
  return files
    .sort()
    .map((file) => ({ name: file.slice(0, -'.json'.length), body: readFileSync(new URL(file, folder)) }));
}

/** The text of one example payload. */
export function example(path, name) {
  const { provider } = ENDPOINTS[path];
  return readFileSync(new URL(`providers/${provider}/examples/${name}.json`, ROOT), 'utf8');
}

function hmac(key, ...parts) {
  const mac = createHmac('sha256', key);
  for (const part of parts) mac.update(part);
  return mac.digest('hex');
}
