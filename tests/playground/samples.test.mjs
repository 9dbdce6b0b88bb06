// Every sample of every sender, checked by the page's own worker in both browsers, gets the verdict of its vector.

import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { path, vectors } from '../js/support.mjs';
import { BROWSERS, open, start } from './support.mjs';

const files = readdirSync(path('www/dist/senders')).filter((name) => name.endsWith('.js'));
const ids = readdirSync(path('providers'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

/** The page's worker, kept where the test can reach it. */
function keepWorker() {
  const Native = window.Worker;
  window.Worker = class extends Native {
    constructor(...all) {
      super(...all);
      window.kept = this;
    }
  };
}

/** Runs in the page: the codes of a sender's samples, in order. */
async function codes(file, provider) {
  const { default: sender } = await import(new URL(`./senders/${file}`, document.baseURI).href);
  const found = [];
  for (const [place, sample] of sender.samples.entries()) {
    const body = sample.base64 === null ? { body: sample.body } : { body: '', base64: sample.base64 };
    const secrets = sample.secrets.map((secret) => (typeof secret === 'string' ? { value: secret } : secret));
    const current = { ...sample, ...body, provider, secrets, headers: sample.headers.join('\n'), others: [] };
    if (sample.base64 === null) delete current.base64;
    const id = `${provider} ${place}`;
    const answer = await new Promise((resolve) => {
      const take = ({ data }) => {
        if (data.id !== id) return;
        window.kept.removeEventListener('message', take);
        resolve(data);
      };
      window.kept.addEventListener('message', take);
      window.kept.postMessage({ id, question: { what: 'check', case: current } });
    });
    const { report, misuse } = answer.value ?? { report: null, misuse: answer.error };
    found.push([sample.name, report?.code ?? misuse.code]);
  }
  return found;
}

for (const name of BROWSERS) {
  describe(name, () => {
    let playground;
    let page;
    before(async () => {
      playground = await start(name);
      ({ page } = await open(playground.browser, playground.address, { before: keepWorker }));
    });
    after(() => playground?.stop());

    it('has the samples of every sender', () => {
      assert.deepEqual(files.map((file) => file.replace(/-[\w-]{8}\.js$/, '')).sort(), ids.sort());
    });

    for (const provider of ids) {
      it(`${provider}: each verdict is the vector's`, async () => {
        const file = files.find((one) => one.replace(/-[\w-]{8}\.js$/, '') === provider);
        const expected = vectors(provider).map((vector) => [vector.name, vector.expect.code]);
        assert.deepEqual(await page.evaluate(codes, file, provider), expected);
      });
    }
  });
}
