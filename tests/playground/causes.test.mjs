// What went wrong, in both browsers: each fault of the corpus from the gallery, secrets mixed up, large bodies, and links
// that keep the fault.

import assert from 'node:assert/strict';
import { inflateRawSync } from 'node:zlib';
import { cases } from '../faults/corpus.mjs';
import { choose, fill, inBrowsers, open, press, put, says, text, there, until, value, verdict } from './support.mjs';

/** Each fault of each sender once, with what the corpus says of it. */
const singles = new Map(
  cases()
    .filter(({ codes }) => codes.length === 1)
    .map(({ name, sender, codes, provable }) => {
      const fault = name.split(' ').slice(3).join(' ');
      return [`${sender.provider} ${sender.scheme} ${fault}`, { sender, fault, code: codes[0], provable }];
    }),
);

/** Forty of them, spread over senders and faults. */
const SAMPLE = [...singles.values()].filter((_, place, { length }) => place % Math.ceil(length / 40) === 7);

/** The causes that are shown: code, and what is said of its proof. */
const causes = (page) =>
  page.$$eval('.cause h3', (all) => all.map((one) => [...one.children].map((part) => part.textContent)));

/** Searches the gallery and takes the very row of this fault. */
async function take(page, { sender, fault }) {
  await press(page, 'Samples');
  await there(page, 'dialog .search');
  await put(page, 'dialog .search', `${sender.provider} ${sender.scheme} ${fault} fault`);
  await page.$$eval(
    'dialog .found li',
    (rows, [wanted, scheme]) => {
      const found = rows.filter((row) => row.querySelector('code').textContent === wanted);
      // Of senders with several schemes the row names its own.
      found
        .find(({ textContent }) => !textContent.includes('by the scheme') || textContent.endsWith(` ${scheme}`))
        .click();
    },
    [fault, sender.scheme],
  );
  await says(page, '.say', `${fault}: `);
}

/** The link of the case that is shown, and the text that it holds. */
async function shared(page) {
  await press(page, 'Share');
  await there(page, 'dialog [aria-label="Link"]');
  const { hash } = new URL(await value(page, 'dialog [aria-label="Link"]'));
  await press(page, 'Close');
  return { hash, held: inflateRawSync(Buffer.from(hash.split('#case=')[1], 'base64url')).toString('utf8') };
}

inBrowsers((test) => {
  test('has each fault in its gallery that can happen to a sender', async ({ page }) => {
    await press(page, 'Samples');
    await there(page, 'dialog .search');
    for (const provider of ['gitlab', 'square', 'paddle']) {
      await put(page, 'dialog .search', `${provider} fault`);
      const expected = [...singles.values()]
        .filter(({ sender }) => sender.provider === provider)
        .map(({ fault }) => fault);
      const rows = await page.$$eval('dialog .found li', (all) =>
        all.map((one) => one.querySelector('code').textContent),
      );
      assert.deepEqual(rows.sort(), expected.sort(), provider);
    }
    await put(page, 'dialog .search', 'stripe end of the body');
    assert.match(await text(page, 'dialog .found li'), /^Stripebody\.newlineA line break at the end/);
  });

  test('names the fault of a sample first, and proved where it can be', async ({ page }) => {
    assert.equal(SAMPLE.length, 40);
    for (const one of SAMPLE) {
      await take(page, one);
      await until(page, () => !['', 'ok'].includes(document.querySelector('.result').dataset.code));
      await says(page, '.why', one.code);
      const [first, ...rest] = await causes(page);
      const end = rest.findIndex(([, said]) => !said.startsWith('or this'));
      const same = [first, ...rest.slice(0, end < 0 ? rest.length : end)].map(([code]) => code);
      const what = `${one.sender.provider} ${one.fault}: ${JSON.stringify([first, ...rest])}`;
      assert.ok(same.includes(one.code), what);
      assert.equal(first[1] === 'proved', one.provable, what);
    }
  });

  test('finds the secret that was mixed up, and shares none of them', async ({ page, playground }) => {
    await fill(page, 'Secret 1', 'the secret of this endpoint');
    await press(page, 'Sign this');
    await verdict(page, 'ok');
    await fill(page, 'Secret 1', 'the secret of another one');
    await verdict(page, 'signature.mismatch');
    await says(page, '.why', 'unexplained');
    await press(page, 'Others that may have been mixed up');
    await put(page, '[aria-label="Other secrets, one a line"]', 'an old secret\nthe secret of this endpoint\n');
    await says(page, '.why', 'secret.other');
    assert.deepEqual((await causes(page))[0], ['secret.other', 'proved']);
    const { hash, held } = await shared(page);
    assert.doesNotMatch(held, /the secret of|an old secret/);
    const second = await open(playground.browser, playground.address, { hash });
    await verdict(second.page, 'signature.mismatch');
    await second.page.close();
  });

  test('keeps what is wrong in a link', async ({ page, playground }) => {
    const faults = ['body.newline', 'secret.quoted', 'header.renamed', 'url.path', 'timestamp.stale', 'body.lossy'];
    await choose(page, 'Samples', 'hubspot v3 fault body.newline');
    await says(page, '.why', 'body.newline');
    const secret = await value(page, '[aria-label="Secret 1"]');
    for (const fault of faults) {
      await put(page, '[aria-label="Secret 1"]', secret);
      if (fault === 'body.lossy') await take(page, { sender: { provider: 'hubspot', scheme: 'v3' }, fault });
      else {
        await press(page, 'Sign this');
        await verdict(page, 'ok');
        await choose(page, 'Break it', fault);
      }
      await says(page, '.why .cause', fault);
      const before = await causes(page);
      const { hash, held } = await shared(page);
      assert.ok(!held.includes(secret), fault);
      const second = await open(playground.browser, playground.address, { hash });
      await says(second.page, '.why .cause', fault);
      assert.deepEqual((await causes(second.page))[0], before[0], fault);
      await second.page.close();
    }
  });

  test('searches a large body for causes when it is asked to', async ({ page }) => {
    const rows = Array.from({ length: 9_000 }, (_, id) => ({ id, note: 'as in any payload', ok: true }));
    await press(page, 'Clear');
    await press(page, 'Paste');
    await put(page, 'dialog textarea', JSON.stringify({ object: 'event', rows }));
    await press(page, 'Take it');
    await press(page, 'Sign this');
    await says(page, '.facts', 'not looked at byte by byte');
    await choose(page, 'Break it', 'body.newline');
    await verdict(page, 'signature.mismatch');
    await says(page, '.why', 'searched when you ask');
    assert.deepEqual(await causes(page), []);
    await press(page, 'Search for causes');
    await says(page, '.why .cause', 'body.newline');
    assert.deepEqual((await causes(page))[0], ['body.newline', 'proved']);
  });
});
