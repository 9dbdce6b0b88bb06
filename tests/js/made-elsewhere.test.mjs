// Faults made by Node's own serialisers, decoders and parsers, and signed by node:crypto: nothing in here is made by the table that
// `explain` undoes them with.

import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parse, stringify } from 'node:querystring';
import { describe, it } from 'node:test';
import { gzipSync } from 'node:zlib';
import { createVerifier, explain } from 'hookproof';
import { path } from './support.mjs';

const NOW = 1_794_000_000_000;
const SECONDS = String(NOW / 1000);

const hmac = (key, content, encoding) => createHmac('sha256', key).update(content).digest(encoding);
const bytes = (...parts) => Buffer.concat(parts.map((part) => Buffer.from(part)));

/** How three senders sign, written down a second time. */
const SENDERS = {
  github: {
    secret: 'a-key-of-this-test-only',
    signed: (key, body) => ({ 'X-Hub-Signature-256': `sha256=${hmac(key, body, 'hex')}`, 'X-GitHub-Event': 'ping' }),
  },
  stripe: {
    secret: 'whsec_a-key-of-this-test-only',
    signed: (key, body) => ({ 'Stripe-Signature': `t=${SECONDS},v1=${hmac(key, bytes(SECONDS, '.', body), 'hex')}` }),
  },
  svix: {
    secret: `whsec_${Buffer.from('a key of this test, and no other').toString('base64')}`,
    signed: (key, body) => {
      const secret = Buffer.from(key.slice('whsec_'.length), 'base64');
      const signature = hmac(secret, bytes('msg_1.', SECONDS, '.', body), 'base64');
      return { 'svix-id': 'msg_1', 'svix-timestamp': SECONDS, 'svix-signature': `v1,${signature}` };
    },
  },
};

const TEXT = '{"id":"evt_1","name":"Žofie 🐎","link":"https://example.com/<a>&b","n":[1,2.5,null],"t":"x\\ny"}';
const VALUE = JSON.parse(TEXT);

/** What `text += chunk` makes of a body that arrives in pieces of three bytes. */
function inChunks(body) {
  let text = '';
  for (let at = 0; at < body.length; at += 3) {
    text += body.subarray(at, at + 3);
  }
  return text;
}

/** What the sender signs, what the receiver has, and the causes that may be named first. */
const FAULTS = {
  'sent with an indent of two, written again': [
    JSON.stringify(VALUE, null, 2),
    JSON.stringify(VALUE),
    ['body.reserialized'],
  ],
  'sent with tabs, written again': [JSON.stringify(VALUE, null, '\t'), JSON.stringify(VALUE), ['body.reserialized']],
  'sent compact, printed for people': [TEXT, JSON.stringify(VALUE, null, 4), ['body.reserialized']],
  'read from a file that ends in a line break': [TEXT, `${TEXT}\n`, ['body.newline']],
  'sent with a line break, trimmed': [`${TEXT}\n`, `${TEXT}\n`.trim(), ['body.newline']],
  'sent on Windows, read as lines': [
    JSON.stringify(VALUE, null, 2).split('\n').join('\r\n'),
    JSON.stringify(VALUE, null, 2),
    ['body.line_endings'],
  ],
  'read as latin1, written as UTF-8': [TEXT, Buffer.from(Buffer.from(TEXT).toString('latin1')), ['body.charset']],
  'read as windows-1252 by a decoder': [
    TEXT,
    new TextDecoder('windows-1252').decode(Buffer.from(TEXT)),
    ['body.charset'],
  ],
  'sent with a byte order mark that the decoder drops': [
    `\ufeff${TEXT}`,
    new TextDecoder().decode(Buffer.from(`\ufeff${TEXT}`)),
    ['body.bom'],
  ],
  'handed over in base64': [TEXT, Buffer.from(TEXT).toString('base64'), ['body.base64']],
  'stringified twice': [TEXT, JSON.stringify(TEXT), ['body.double_encoded']],
  'put into a form': [TEXT, new URLSearchParams({ payload: TEXT }).toString(), ['body.form_wrapped']],
  'taken out of a form': [new URLSearchParams({ payload: TEXT }).toString(), TEXT, ['body.form_wrapped']],
  'taken for a form by a parser': [TEXT.replaceAll(/[=&+%]/g, ''), null, ['body.form_wrapped', 'body.percent_encoded']],
  'percent-encoded': [TEXT, encodeURIComponent(TEXT), ['body.percent_encoded']],
  'made a string as an object': [TEXT, String(VALUE), ['body.stringified_object']],
  'read before': [TEXT, '', ['body.empty']],
  'added up from chunks as text': [TEXT, inChunks(Buffer.from(TEXT)), ['body.lossy']],
  compressed: [TEXT, gzipSync(TEXT), ['body.compressed']],
};
// What a parser for forms makes of JSON, written out again.
FAULTS['taken for a form by a parser'][1] = stringify(parse(FAULTS['taken for a form by a parser'][0]));

const GUESSED = ['body.stringified_object', 'body.empty', 'body.lossy', 'body.compressed'];

for (const [provider, { secret, signed }] of Object.entries(SENDERS)) {
  describe(provider, () => {
    for (const [name, [sent, received, expected]] of Object.entries(FAULTS)) {
      it(name, () => {
        const body = Buffer.from(received);
        const delivery = {
          method: 'POST',
          url: 'https://example.com/',
          headers: signed(secret, Buffer.from(sent)),
          body,
        };
        const verifier = createVerifier({ provider, secrets: [secret], now: () => NOW });
        assert.equal(verifier.verify({ ...delivery, body: sent }).scheme === null, false, 'it is signed wrongly');
        assert.equal(verifier.verify(delivery).ok, false);
        const { causes } = verifier.explain(delivery);
        const found = causes.filter(({ alternative }, place) => place === 0 || alternative);
        const named = found.find(({ code }) => expected.includes(code));
        assert.ok(named !== undefined, `${causes.map(({ code }) => code)}, expected ${expected}`);
        assert.equal(named.proved, !GUESSED.includes(named.code));
      });
    }
  });
}

/** What the style table says of these was written by the programs themselves: one text, in every style. */
const { text, styles } = JSON.parse(readFileSync(path('tests/vectors/styles.json'), 'utf8'));

describe('styles written by their own serialisers', () => {
  for (const [style, sent] of Object.entries(styles)) {
    it(style, () => {
      const { secret, signed } = SENDERS.github;
      const headers = signed(secret, Buffer.from(sent));
      const options = { provider: 'github', secrets: [secret], headers, now: NOW };
      const { causes } = explain({ ...options, body: Buffer.from(text) });
      const same = sent === text;
      assert.deepEqual(same ? causes : [causes[0].code.split('.')[0], causes[0].proved], same ? [] : ['body', true]);
    });
  }
});

describe('secrets as they get lost', () => {
  const { secret, signed } = SENDERS.svix;
  const headers = signed(secret, Buffer.from(TEXT));
  const given = {
    'with the line break of its file': [`${secret}\n`, 'secret.whitespace'],
    'in the quotation marks of .env': [`"${secret}"`, 'secret.quoted'],
    'without its prefix, decoded': [Buffer.from(secret.slice(6), 'base64'), 'secret.encoding'],
    'encoded once more': [Buffer.from(secret).toString('base64'), 'secret.encoding'],
  };
  for (const [name, [wrong, code]] of Object.entries(given)) {
    it(name, () => {
      const { causes } = explain({ provider: 'svix', secrets: [wrong], headers, body: TEXT, now: NOW });
      assert.deepEqual([causes[0].code, causes[0].proved], [code, true]);
    });
  }
});
