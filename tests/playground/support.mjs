// What the browser tests share: the built playground behind a server, the two browsers, a page in one of them.

import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, describe, it } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import puppeteer from 'puppeteer-core';
import { serve } from '../../www/serve.mjs';

export const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** The browsers by name, with where they are found and how they are started. */
const KNOWN = {
  chromium: {
    paths: [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'],
    options: { browser: 'chrome', args: ['--no-sandbox', '--disable-dev-shm-usage', '--window-size=1360,900'] },
  },
  firefox: {
    paths: [process.env.FIREFOX, '/usr/bin/firefox-esr', '/usr/bin/firefox'],
    options: { browser: 'firefox', args: ['--width=1360', '--height=900'] },
  },
};

export const BROWSERS = Object.keys(KNOWN);

/** Starts a browser; one that is not there is a failure, not a reason to test less. */
export async function launch(name) {
  const { paths, options } = KNOWN[name];
  const executablePath = paths.find((path) => path !== undefined && existsSync(path));
  if (executablePath === undefined) throw new Error(`${name} is not on this machine; \`cargo xtask test\` installs it`);
  return puppeteer.launch({ ...options, executablePath, defaultViewport: null, headless: true, timeout: 60_000 });
}

/** A server, a browser and what ends both. */
export async function start(name) {
  const { server, address } = await serve();
  const browser = await launch(name);
  return {
    browser,
    address,
    server,
    stop: async () => {
      await browser.close();
      server.closeAllConnections();
      server.close();
    },
  };
}

/** A page on the playground with its first verdict; `errors` collects what it complains of. */
export async function open(browser, address, { hash = '', width, height = 900, before: planted } = {}) {
  const page = await browser.newPage();
  const errors = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  // Firefox takes its size from its window alone.
  if (width !== undefined) await page.setViewport({ width, height });
  if (planted !== undefined) await page.evaluateOnNewDocument(planted);
  await page.goto(address + hash);
  await there(page, '.result[data-code]:not([data-code=""])');
  return { page, errors };
}

/**
 * Tests in both browsers, each on a page of its own: `define` is given what `it` is, whose tests get
 * `{ page, errors, playground, name }`. Of `quiet` ones no page may complain.
 */
export function inBrowsers(define, { quiet = true } = {}) {
  for (const name of BROWSERS) {
    describe(name, () => {
      let playground;
      before(async () => {
        playground = await start(name);
      });
      after(() => playground?.stop());
      define((what, run) =>
        it(what, async (context) => {
          const { page, errors } = await open(playground.browser, playground.address);
          await run({ page, errors, playground, name, context });
          if (quiet) assert.deepEqual(errors, []);
          await page.close();
        }));
    });
  }
}

/** Waits until the page says yes. The page's policy forbids what browsers' drivers build such waits from. */
export async function until(page, question, ...values) {
  const end = Date.now() + 20_000;
  while (!(await page.evaluate(question, ...values))) {
    if (Date.now() > end) throw new Error(`in vain: ${question}`.slice(0, 300) + JSON.stringify(values));
    await delay(25);
  }
}

/** Waits until the verdict is this code. */
export function verdict(page, code) {
  return until(page, (wanted) => document.querySelector('.result')?.dataset.code === wanted, code);
}

/** Waits until this selector finds something. */
export function there(page, selector) {
  return until(page, (wanted) => document.querySelector(wanted) !== null, selector);
}

export const text = (page, selector) => page.$eval(selector, (element) => element.textContent);
export const value = (page, selector) => page.$eval(selector, (element) => element.value);

/** Whether a sentence stands there, sooner or later. */
export function says(page, selector, wanted) {
  return until(page, (where, what) => document.querySelector(where)?.textContent.includes(what), selector, wanted);
}

/** Types over all that stands in a field. */
export async function fill(page, label, typed) {
  await page.focus(`[aria-label="${label}"]`);
  await held(page, 'a');
  await page.keyboard.type(typed);
}

/** Presses a key with the control key held down. */
export async function held(page, key) {
  await page.keyboard.down('Control');
  await page.keyboard.press(key);
  await page.keyboard.up('Control');
}

/** Puts a text into a field as typing does, at once. */
export function put(page, selector, content) {
  return page.$eval(
    selector,
    (field, given) => {
      field.value = given;
      field.dispatchEvent(new Event('input', { bubbles: true }));
    },
    content,
  );
}

/** Takes the first thing that a list finds. */
export async function choose(page, button, words) {
  await press(page, button);
  await there(page, 'dialog .search');
  await page.keyboard.type(words);
  await page.keyboard.press('Enter');
}

/** Clicks the button or link of this name. */
export async function press(page, name) {
  await page.evaluate((wanted) => {
    const all = [...document.querySelectorAll('button, a, summary')];
    const found = all.find((one) => one.textContent.trim() === wanted || one.getAttribute('aria-label') === wanted);
    if (found === undefined) throw new Error(`there is no ${wanted}`);
    found.click();
  }, name);
}

/** Hands the text to the element as a paste. */
export function paste(page, selector, pasted) {
  return page.$eval(
    selector,
    (element, value) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', value);
      // Firefox builds the data of such an event from these two.
      const firefox = { dataType: 'text/plain', data: value };
      element.dispatchEvent(
        new ClipboardEvent('paste', { ...firefox, clipboardData, bubbles: true, cancelable: true }),
      );
    },
    pasted,
  );
}
