// The bodies that are measured: made the same on every machine, and held to the hashes in payloads.json.

import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SCHEMA } from './schema.mjs';

const SIZES = { '0.5k': 512, '2k': 2048, '16k': 16_384, '256k': 262_144, '1m': 1_048_576 };
const HASHES = new URL('./payloads.json', import.meta.url);

/** Body by name: a size, mixed or `-ascii`, and forms of 16 and 256 KB that stress one thing each. */
export function payloads() {
  const made = {};
  for (const [name, size] of Object.entries(SIZES)) {
    made[name] = order(size, WORDS);
    made[`${name}-ascii`] = order(size, ASCII);
  }
  const whole = JSON.parse(made['16k']);
  made['16k-pretty'] = JSON.stringify(whole, null, 2);
  made['16k-cyrillic'] = order(SIZES['16k'], CYRILLIC);
  made['16k-escaped'] = order(4 * 1024, CYRILLIC).replace(/[^ -~]/g, escaped);
  made['256k-text'] = JSON.stringify({ ...head(ASCII), comment: text(ASCII, 0, 255_000), lines: [] });
  made['256k-numbers'] = JSON.stringify({ ...head(ASCII), lines: [], samples: samples(40_000) });
  return Object.fromEntries(Object.entries(made).map(([name, body]) => [name, Buffer.from(body)]));
}

/** Hashes of all bodies, as they are committed. */
export function hashes(bodies) {
  const hash = (body) => createHash('sha256').update(body).digest('hex');
  return Object.fromEntries(Object.entries(bodies).map(([name, body]) => [name, hash(body)]));
}

/** The bodies, once they are what they have always been. */
export function checked() {
  const bodies = payloads();
  const expected = JSON.parse(readFileSync(HASHES, 'utf8'));
  const changed = Object.entries(hashes(bodies)).filter(([name, hash]) => expected[name] !== hash);
  if (changed.length > 0) {
    throw new Error(`${changed.map(([name]) => name).join(', ')}: not the bodies that earlier runs have measured`);
  }
  return bodies;
}

const ASCII = 'parcel,left,the,depot,on,time,with,two,labels,and,one,seal,north,gate,shift,change'.split(',');
const CYRILLIC = 'посылка,вышла,со,склада,вовремя,две,бирки,одна,пломба,северные,ворота,смена'.split(',');
const WORDS = [...ASCII, 'café', '–', ...CYRILLIC.slice(0, 3)];

function text(words, seed, length) {
  let made = '';
  for (let place = seed; made.length < length; place = (place * 7 + 3) % 1009)
    made += `${words[place % words.length]} `;
  return made.trim();
}

function head(words) {
  return {
    eventType: 'PROJECT_CREATED',
    id: 'evt_01hf3k9v2q7c8d',
    number: 4_503_599_627,
    createdAt: '2026-11-21T07:30:00Z',
    customer: { name: text(words, 1, 18), phone: '+4930123456', country: 'DE', vip: false, note: null },
    channel: 'web',
    total: 1499.5,
  };
}

/** An order of about so many bytes. */
function order(size, words) {
  const made = { ...head(words), comment: text(words, 5, 24), lines: [] };
  const least = Buffer.byteLength(JSON.stringify(made));
  let left = size - least;
  for (let place = 0; left > 150; place += 1) {
    const line = {
      sku: `A-${(place * 7919) % 100_000}`,
      title: text(words, place % 1009, 30),
      quantity: (place % 9) + 1,
      price: ((place * 137) % 10_000) / 100,
      tags: [ASCII[place % ASCII.length], ASCII[(place * 3) % ASCII.length]],
      gift: place % 4 === 0,
    };
    made.lines.push(line);
    left -= Buffer.byteLength(JSON.stringify(line)) + 1;
  }
  made.comment += ' '.repeat(Math.max(0, left));
  return JSON.stringify(made);
}

function samples(count) {
  return Array.from({ length: count }, (_, place) => ((place * 7919) % 100_003) - 50_000);
}

function escaped(character) {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

// `--hashes` commits to bodies that have changed; `--write FOLDER` makes files of them for benches in other languages.
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [option, folder] = process.argv.slice(2);
  if (option === '--hashes') writeFileSync(HASHES, `${JSON.stringify(hashes(payloads()), null, 2)}\n`);
  else if (option === '--write' && folder !== undefined) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'schema.json'), JSON.stringify(SCHEMA));
    for (const [name, body] of Object.entries(checked())) writeFileSync(join(folder, `${name}.json`), body);
  } else throw new Error('expected --hashes or --write FOLDER');
}
