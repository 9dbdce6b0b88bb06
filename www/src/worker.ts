// The worker: checks a case, then looks at it closely, so that the page never waits.

import type { Answered, Asked, CallName, Detail, Looked, Verdict } from './answer.ts';
import { bytesOf, type Case, pairsOf } from './case.ts';
import { ask, type Hookproof } from './engine.ts';
import { bodyDifference, difference } from './look/difference.ts';
import { placed } from './look/places.ts';
import { shownSchemes } from './look/segments.ts';
import { treeOf } from './look/tree.ts';

/** Bodies longer than this are verified, but not looked at byte by byte. */
const CLOSELY = 256 * 1024;

/** What is known before anything is looked at. */
const NOTHING: Looked = {
  explanation: null,
  schemes: [],
  bodyDifference: null,
  urlDifference: null,
  searchable: false,
};

const FINDABLE = ['signature', 'freshness'];

function providerOf({ provider, definition }: Case): string | { id: string } {
  return definition === undefined ? provider : JSON.parse(definition);
}

function optionsOf(current: Case, integers?: 'bigint') {
  const secrets = current.secrets
    .filter(({ value }) => value !== '')
    .map(({ id, value }) => (id === undefined || id === '' ? value : { id, value }));
  const { parameters, mode, options } = current;
  const all = { provider: providerOf(current), secrets, parameters, mode, ...options };
  return integers === undefined ? all : { ...all, integers };
}

function deliveryOf(current: Case) {
  const { method, url, headers } = current;
  return {
    method: method === '' ? undefined : method,
    url: url === '' ? undefined : url,
    headers: pairsOf(headers),
    body: bytesOf(current),
  };
}

function misuseOf(error: unknown): { code: string; message: string } {
  const { code, message } = error as { code?: string; message: string };
  if (error instanceof SyntaxError)
    return { code: 'usage.definition', message: `the definition is no JSON: ${message}` };
  return { code: code ?? 'error', message };
}

async function check(current: Case): Promise<Verdict> {
  const delivery = deliveryOf(current);
  const large = delivery.body.length > CLOSELY;
  try {
    const receivedAt = current.now ?? Date.now();
    const { plain, took } = await ask((hookproof) => {
      const verifier = hookproof.createVerifier(optionsOf(current));
      const started = performance.now();
      const report = verifier.verify({ ...delivery, receivedAt });
      const took = performance.now() - started;
      const plain = report.toJSON();
      verifier.release();
      return { plain, took };
    });
    const { problems, ...rest } = plain;
    return { report: rest, problems: placed(current.body, problems), misuse: null, took, large };
  } catch (error) {
    return { report: null, problems: [], misuse: misuseOf(error), took: 0, large };
  }
}

async function detail(current: Case): Promise<Detail> {
  const delivery = deliveryOf(current);
  const now = current.now ?? Date.now();
  const nothing = { ...NOTHING, tree: null };
  const request = { ...delivery, method: delivery.method ?? null, url: delivery.url ?? null, now };
  const empty = current.headers === '' && current.body === '';
  const candidates = empty ? [] : await ask((hookproof) => hookproof.detect(request));
  try {
    return await ask((hookproof) => {
      const verifier = hookproof.createVerifier(optionsOf(current, 'bigint'));
      const report = verifier.verify({ ...delivery, receivedAt: now });
      const failed = report.stages.find(({ result }) => result === 'failed')?.name ?? '';
      const exact = report.problems
        .filter(({ code }) => code === 'payload.unsafe_integer')
        .map(({ pointer }) => pointer);
      // In an array of events each has its own.
      const places = report.events.length > 0 ? report.events.map(({ pointer }) => pointer) : [''];
      const captures = verifier.captures.flatMap((capture) => places.map((place) => `${place}${capture}`));
      const tree = treeOf(report.payload, new Set(exact), new Set(captures));
      verifier.release();
      if (delivery.body.length <= CLOSELY)
        return { ...look(hookproof, current, delivery, now, failed), tree, candidates };
      return { ...NOTHING, searchable: FINDABLE.includes(failed), tree, candidates };
    });
  } catch (error) {
    // A secret that no verifier takes is explained all the same.
    try {
      const large = delivery.body.length > CLOSELY;
      const looked = large ? { ...NOTHING, searchable: true } : await search(current);
      return { ...looked, tree: null, candidates };
    } catch {
      void error;
      return { ...nothing, candidates };
    }
  }
}

/** What is found when the causes of a large body are asked for. */
async function search(current: Case): Promise<Looked> {
  const now = current.now ?? Date.now();
  return ask((hookproof) => look(hookproof, current, deliveryOf(current), now, 'signature'));
}

function look(
  hookproof: Hookproof,
  current: Case,
  delivery: ReturnType<typeof deliveryOf>,
  now: number,
  failed: string,
): Looked {
  const options = { ...optionsOf(current), ...delivery, now, otherSecrets: current.others };
  const inspection = hookproof.inspect(options);
  const known = FINDABLE.includes(failed) && (options.secrets.length > 0 || current.others.length > 0);
  return {
    searchable: false,
    explanation: known ? hookproof.explain(options) : null,
    schemes: shownSchemes(inspection.schemes),
    bodyDifference: inspection.signedBody === null ? null : bodyDifference(inspection.signedBody, delivery.body),
    urlDifference: inspection.signedUrl === null ? null : difference(inspection.signedUrl, current.url),
  };
}

/** What crosses is what the page has put together; the package itself looks at every value. */
type Values = readonly [first: never, second: never, third: never];

const CALLS: Record<CallName, (hookproof: Hookproof, values: Values) => unknown> = {
  version: (hookproof) => hookproof.version(),
  sign: (hookproof, [options]) => hookproof.sign(options),
  wrong: (hookproof, [given]: readonly Case[]) => {
    if (given === undefined) return null;
    const options = {
      ...optionsOf(given),
      ...deliveryOf(given),
      now: given.now ?? Date.now(),
      otherSecrets: given.others,
    };
    const { signedBody, signedUrl } = hookproof.inspect(options);
    const codes = hookproof.explain(options).causes.map(({ code, proved }) => ({ code, proved }));
    return { signedBody, signedUrl, codes };
  },
  checkEndpoint: (hookproof, [provider, url]) => hookproof.checkEndpoint(provider, url),
  retrySchedule: (hookproof, [provider, first]) => hookproof.retrySchedule(provider, first),
  route: (hookproof, [provider, setup, query]) => hookproof.route(provider, setup, query),
  checkSetup: (hookproof, [provider, setup]) => hookproof.checkSetup(provider, setup),
  handshake: (hookproof, [request]) => hookproof.handshake(request),
  compile: (hookproof, [options]) => {
    hookproof.createVerifier(options).release();
    return null;
  },
};

async function answer({ id, question }: Asked): Promise<Answered> {
  try {
    if (question.what === 'check') return { id, value: await check(question.case) };
    if (question.what === 'detail') return { id, value: await detail(question.case) };
    if (question.what === 'search') return { id, value: await search(question.case) };
    const { name, values } = question;
    return { id, value: await ask((hookproof) => CALLS[name](hookproof, values as never as Values)) };
  } catch (error) {
    return { id, error: misuseOf(error) };
  }
}

addEventListener('message', async ({ data }: MessageEvent<Asked>) => {
  postMessage(await answer(data));
});
postMessage({ id: 0, value: 'ready' } satisfies Answered);
