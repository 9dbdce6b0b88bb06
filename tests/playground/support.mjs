// What the browser tests share: the built playground behind a server, the two browsers, a page in one of them.

import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import puppeteer from 'puppeteer-core';
import { serve } from '../../www/serve.mjs';

export const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** The browsers by name, with where they are found and how they are started. */
const KNOWN = {
  chromium: {
    paths: [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'],
    options: { browser: 'chrome', args: ['--no-sandbox', '--disable-dev-shm-usage'] },
  },
  firefox: {
    paths: [process.env.FIREFOX, '/usr/bin/firefox-esr', '/usr/bin/firefox'],
    options: { browser: 'firefox' },
  },
};

export const BROWSERS = Object.keys(KNOWN);

/** Starts a browser; one that is not there is a failure, not a reason to test less. */
export async function launch(name) {
  const { paths, options } = KNOWN[name];
  const executablePath = paths.find((path) => path !== undefined && existsSync(path));
  if (executablePath === undefined) throw new Error(`${name} is not on this machine; \`cargo xtask test\` installs it`);
  return puppeteer.launch({ ...options, executablePath, headless: true, timeout: 60_000 });
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
export async function open(browser, address, { hash = '', width = 1280, height = 900, before } = {}) {
  const page = await browser.newPage();
  const errors = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  await page.setViewport({ width, height });
  if (before !== undefined) await page.evaluateOnNewDocument(before);
  await page.goto(address + hash);
  await page.waitForSelector('.result[data-code]:not([data-code=""])', { timeout: 30_000 });
  return { page, errors };
}

/** Waits until the verdict is this code. */
export async function verdict(page, code) {
  await page.waitForFunction(
    (wanted) => document.querySelector('.result')?.dataset.code === wanted,
    { timeout: 20_000 },
    code,
  );
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
