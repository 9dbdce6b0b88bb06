// What the suites share: where things lie, the vectors, and a thrown misuse.

import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as plain from 'hookproof';
import * as publicKey from 'hookproof/public-key';

/** The repository, with a slash at the end. */
export const ROOT = new URL('../../', import.meta.url);

const SCHEMA = '.schema.json';

/** A path in the repository. */
export function path(relative) {
  return fileURLToPath(new URL(relative, ROOT));
}

/** Where definitions lie: the built-in ones, and the tests' own, which show what no built-in definition uses. */
const BUILT_IN = 'providers';
const OWN = 'tests/providers';

function folders(parent) {
  const entries = readdirSync(path(parent), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return entries.map((entry) => entry.name).sort();
}

/** Ids of the providers that have vectors. */
export function providersWithVectors() {
  return [...folders(BUILT_IN), ...folders(OWN)];
}

function folderOf(provider) {
  return existsSync(path(`${BUILT_IN}/${provider}`)) ? `${BUILT_IN}/${provider}` : `${OWN}/${provider}`;
}

/** What `createVerifier` takes as the provider: the id of a built-in one, or the definition. */
export function providerOf(provider) {
  return folderOf(provider).startsWith(OWN) ? definition(provider) : provider;
}

function file(provider) {
  return JSON.parse(readFileSync(path(`${folderOf(provider)}/vectors.json`), 'utf8'));
}

/** The vectors of a provider, in order. */
export function vectors(provider) {
  return file(provider).vectors;
}

/** Its handshakes, in order. */
export function handshakes(provider) {
  return file(provider).handshakes ?? [];
}

/** What a question gives for the default entry, or for the one that this names for what it leaves out. */
function ask(question, expected) {
  try {
    return question(plain);
  } catch (error) {
    if (error.code !== 'usage.entry' || expected?.code === 'usage.entry') throw error;
    assert.match(error.message, /`hookproof\/public-key`/);
    return question(publicKey);
  }
}

/** The verifier of a vector. */
export function verifierOf(provider, { options, expect }) {
  const all = { provider: providerOf(provider), ...options };
  return ask(({ createVerifier }) => createVerifier(all), expect);
}

/** The answer to a handshake of the vectors. */
export function answerOf(provider, { name, options, now, request, expect }) {
  const { method, url, headers } = request;
  const body = bodyOf(provider, { name, delivery: request });
  const whole = { provider: providerOf(provider), ...options, now, method, url, headers: lines(headers), body };
  return ask(({ handshake }) => handshake(whole), expect);
}

/** The raw body of a vector. */
export function bodyOf(provider, { name, delivery: { body } }) {
  if (body.utf8 !== undefined) return Buffer.from(body.utf8, 'utf8');
  if (body.base64 !== undefined) return Buffer.from(body.base64, 'base64');
  assert.ok(body.example !== undefined, `${name}: the body has none of utf8, base64, example`);
  const raw = readFileSync(path(`${folderOf(provider)}/examples/${body.example}.json`));
  if (body.replace === undefined) return raw;
  let text = raw.toString('utf8');
  for (const [from, to] of body.replace) {
    assert.equal(text.split(from).length - 1, 1, `${name}: ${JSON.stringify(from)} must occur once in ${body.example}`);
    text = text.replace(from, () => to);
  }
  return Buffer.from(text, 'utf8');
}

/** The delivery of a vector, as a Node server receives it. */
export function deliveryOf(provider, vector) {
  const { method, url, headers } = vector.delivery;
  return { method, url, headers: lines(headers), body: bodyOf(provider, vector), receivedAt: vector.now };
}

/** Node decodes header bytes one to one. */
function lines(headers = []) {
  return headers.map(([name, value]) => [name, Buffer.from(value, 'utf8').toString('latin1')]);
}

/** A property check for `assert.throws`: a misuse with this code, whose message fits. */
export function misuse(code, message = /./) {
  return (error) => {
    assert.equal(error.name, 'UsageError', String(error));
    assert.equal(error.code, code, error.message);
    assert.match(error.message, message);
    return true;
  };
}

/** A definition with its schemas inlined, as `createVerifier` takes one. */
export function definition(provider) {
  const read = (file) => JSON.parse(readFileSync(path(`${folderOf(provider)}/${file}`), 'utf8'));
  const folder = path(`${folderOf(provider)}/schemas`);
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(SCHEMA)) : [];
  const schemas = Object.fromEntries(names.map((name) => [name.slice(0, -SCHEMA.length), read(`schemas/${name}`)]));
  return { ...read('provider.json'), schemas };
}
