// Puts the data of the suite together: the vectors of every provider, and what the Rust tests have left of them.

import { existsSync, readFileSync } from 'node:fs';
import { bodyOf, handshakes, path, providerOf, providersWithVectors, vectors } from '../js/support.mjs';

/** What the Rust tests write, without and with the feature `public-key`. */
const REPORTS = ['target/reports.jsonl', 'target/reports-public-key.jsonl'];
const FAULTS = ['target/faults.jsonl', 'target/faults-public-key.jsonl'];

/** The data as one object of plain JSON. */
export function data() {
  return { vectors: allVectors(), handshakes: allHandshakes(), faults: faults(), trap: trap() };
}

function lines(file) {
  if (!existsSync(path(file))) throw new Error(`${file} is missing; the Rust tests write it: \`cargo xtask test\``);
  return readFileSync(path(file), 'utf8').trim().split('\n');
}

function allVectors() {
  const [plain, keyed] = REPORTS.map((file) => {
    return new Map(
      lines(file).map((line) => {
        const { provider, vector } = JSON.parse(line);
        const start = `{"provider":${JSON.stringify(provider)},"vector":${JSON.stringify(vector)},"report":`;
        if (!line.startsWith(start)) throw new Error(`${file} has a line in another form`);
        return [`${provider}/${vector}`, line.slice(start.length, -1)];
      }),
    );
  });
  const used = new Set();
  const keyedTitles = [...keyed.keys()].filter((title) => !plain.has(title));
  const keyedProviders = new Set(keyedTitles.map((title) => title.slice(0, title.indexOf('/'))));
  const rows = providersWithVectors().flatMap((provider) =>
    vectors(provider).map((vector) => {
      const title = `${provider}/${vector.name}`;
      const { method, url, headers } = vector.delivery;
      const delivery = { method, url, headers: latin1(headers), body: base64(bodyOf(provider, vector)) };
      const options = { provider: providerOf(provider), ...vector.options };
      const row = { title, options, delivery: { ...delivery, receivedAt: vector.now } };
      const { code } = vector.expect;
      if (code.startsWith('usage.'))
        return { ...row, entry: keyedProviders.has(provider) ? 'public-key' : 'hookproof', usage: code };
      used.add(title);
      const report = keyed.get(title);
      if (report === undefined) throw new Error(`no report of native Rust for ${title}; run the Rust tests again`);
      return { ...row, entry: plain.has(title) ? 'hookproof' : 'public-key', report };
    }),
  );
  const unused = [...keyed.keys()].filter((title) => !used.has(title));
  if (unused.length > 0) throw new Error(`reports of native Rust without a vector: ${unused}`);
  return rows.filter(({ usage }) => usage !== 'usage.entry');
}

function allHandshakes() {
  const keyed = new Set(
    allVectors().flatMap(({ entry, options }) => (entry === 'public-key' ? [options.provider] : [])),
  );
  return providersWithVectors().flatMap((provider) =>
    handshakes(provider).map((row) => {
      const { method, url, headers } = row.request;
      const body = base64(bodyOf(provider, { name: row.name, delivery: row.request }));
      const request = { provider: providerOf(provider), ...row.options, now: row.now, method, url };
      const entry = keyed.has(provider) ? 'public-key' : 'hookproof';
      const title = `${provider}/handshake ${row.name}`;
      return { title, entry, request: { ...request, headers: latin1(headers), body }, expect: row.expect };
    }),
  );
}

function faults() {
  const plain = lines(FAULTS[0]);
  return lines(FAULTS[1]).map((line, place) => {
    const end = line.lastIndexOf(',"report":');
    const { request, result } = JSON.parse(`${line.slice(0, end)}}`);
    const { provider, scheme, fault } = request;
    const title = `${provider}/${scheme} ${fault}`;
    return {
      title,
      entry: plain[place] === line ? 'hookproof' : 'public-key',
      request,
      result,
      report: line.slice(end + 10, -1),
    };
  });
}

function trap() {
  const body = '{"id":"evt_1","object":"event","type":"ping"}';
  const other = JSON.stringify({
    id: 'evt_2',
    object: 'event',
    type: 'ping',
    data: { object: { name: 'x'.repeat(200_000) } },
  });
  return { provider: 'stripe', secret: 'whsec_test', body, other, now: 1_794_000_000_000 };
}

/** Hosts decode header bytes one to one. */
function latin1(headers = []) {
  return headers.map(([name, value]) => [name, Buffer.from(value, 'utf8').toString('latin1')]);
}

function base64(bytes) {
  return Buffer.from(bytes).toString('base64');
}
