// One request from its arrival to its answer, whichever host it came to.

import { UsageError } from '../errors.js';
import type { Report } from '../report.js';
import type { HeadersInput } from '../request.js';
import { type Claim, claim } from './claims.js';
import type { Received, Reply, Result, Settings } from './options.js';

/** A request as a host adapter hands it over. */
export interface Incoming<Request> {
  readonly request: Request;
  readonly method: string;
  readonly url: string;
  readonly headers: HeadersInput;
  /** The value of a header by its lower-case name. */
  header(name: string): string | null | undefined;
  /** Reads the raw body as far as `most` bytes, or says why not. Throws for misuse. */
  read(most: number): Promise<Uint8Array | Unreadable>;
}

/** Why a body was not read. */
export type Unreadable = 'large' | 'broken';

/** An answer, for the host adapter to send. */
export interface Answered {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>> | readonly (readonly [string, string])[];
  readonly body: string | Uint8Array | null;
  /** What the handler has returned, where it is no plain reply but the host's own kind of answer. */
  readonly own?: unknown;
}

/** What a handler's return value is to the host: a status and the rest, or nothing that it knows. */
export type ReadReply = (returned: unknown) => Answered | undefined;

interface Ended {
  readonly result: Result;
  readonly answer: Answered;
  readonly report: Report | null;
  readonly claimed?: boolean;
}

const STATUS = { large: 413, broken: 400, encoded: 415 };

/** Handles one request. Never rejects; what `incoming` throws is told as all other misuse. */
export async function receive<Request>(
  settings: Settings<Request>,
  incoming: () => Incoming<Request>,
  onDelivery: (delivery: Received<Request>) => unknown,
  readReply: ReadReply,
): Promise<Answered> {
  const started = performance.now();
  let ended: Ended;
  try {
    ended = await run(settings, incoming(), onDelivery, readReply);
  } catch (error) {
    tell(settings, error);
    const result = error instanceof UsageError ? 'misuse' : 'failed';
    ended = { result, answer: bare(500), report: null };
  }
  const { result, answer, report, claimed = false } = ended;
  try {
    settings.onReport(report, { result, status: answer.status, claimed, milliseconds: performance.now() - started });
  } catch (error) {
    tell(settings, error);
  }
  return answer;
}

async function run<Request>(
  settings: Settings<Request>,
  incoming: Incoming<Request>,
  onDelivery: (delivery: Received<Request>) => unknown,
  readReply: ReadReply,
): Promise<Ended> {
  const { verifier, rules } = settings;
  const { method, headers } = incoming;
  const url = publicUrl(settings, incoming);
  const asks = rules.handshakeMethods.includes(method);
  if (!asks && !rules.methods.includes(method)) {
    // The verifier looks at the method first, so that the body can be left unread.
    const report = verifier.verify({ method, url, headers, body: '' });
    if (!report.ok) return { result: 'refused', answer: refusal(settings, report), report };
  }

  const body = framing(incoming, rules.bodyBytes) ?? (await incoming.read(rules.bodyBytes));
  if (typeof body === 'string') return { result: 'unreadable', answer: unreadable(body), report: null };
  const length = incoming.header('content-length');
  if (length && Number(length) !== body.length) {
    return { result: 'unreadable', answer: unreadable('broken'), report: null };
  }

  if (asks) {
    const answer = verifier.handshake({ method, url, headers, body });
    // One that hands over a secret sets a webhook up; that is for the host to do, once.
    if (answer !== null && answer.store === undefined) {
      const { status, headers, body } = answer;
      return { result: 'handshake', answer: { status, headers, body: body === '' ? null : body }, report: null };
    }
  }

  const report = verifier.verify({ method, url, headers, body });
  if (!report.ok) return { result: 'refused', answer: refusal(settings, report), report };

  const held = await hold(settings, report);
  if (typeof held === 'string') {
    const answer = held === 'duplicate' ? bare(success(settings)) : bare(503, { 'Retry-After': '5' });
    return { result: held, answer, report };
  }
  const claimed = held !== null;
  const work = () => onDelivery({ report, body, request: incoming.request, claimed });
  const { answer, done } = await handOver(settings, work, readReply);
  try {
    await (done ? held?.keep() : held?.drop());
  } catch (error) {
    // The work is done or it is not; the store no longer changes what the sender is to be told.
    tell(settings, error);
  }
  return { result: done ? 'accepted' : 'failed', answer, report, claimed };
}

/** Claims the delivery; `null` where it is taken without a claim. */
async function hold(
  settings: Settings<never>,
  report: Report,
): Promise<Claim | null | 'busy' | 'duplicate' | 'unavailable'> {
  if (settings.store === null) return null;
  const key = settings.key(report);
  if (key === null) return null;
  if (typeof key !== 'string' || key === '') {
    throw new UsageError('usage.option', '`key` gave something else than a text or null, expected one of them');
  }
  try {
    return await claim(settings, key);
  } catch (error) {
    tell(settings, error);
    return settings.onStoreError === 'accept' ? null : 'unavailable';
  }
}

async function handOver(
  settings: Settings<never>,
  work: () => unknown,
  readReply: ReadReply,
): Promise<{ answer: Answered; done: boolean }> {
  try {
    const answer = readReply(await work()) ?? bare(success(settings));
    const { status } = answer;
    const fine = status >= 200 && status <= 299;
    // The handler says that all is well; it must not look like a failure to a sender that knows fewer statuses.
    if (fine && !isSuccess(settings, status)) return { answer: { ...answer, status: success(settings) }, done: true };
    return { answer, done: fine || isSuccess(settings, status) };
  } catch (error) {
    tell(settings, error);
    return { answer: bare(500), done: false };
  }
}

function isSuccess({ rules }: Settings<never>, status: number): boolean {
  if (rules.success.length === 0) return status >= 200 && status <= 299;
  return rules.success.some(([first, last]) => status >= first && status <= last);
}

/** The status that tells the sender that all is well. */
function success(settings: Settings<never>): number {
  return isSuccess(settings, 200) ? 200 : (settings.rules.success[0]?.[0] ?? 200);
}

/** What is wrong with the request before its body is looked at. */
function framing({ header }: Incoming<unknown>, most: number): Unreadable | 'encoded' | undefined {
  const encoding = header('content-encoding')?.trim().toLowerCase();
  if (encoding && encoding !== 'identity') return 'encoded';
  const length = header('content-length');
  if (length === null || length === undefined || length === '') return undefined;
  if (!/^\d{1,15}$/.test(length)) return 'broken';
  return Number(length) > most ? 'large' : undefined;
}

/** Refusals differ by their status alone, and all that is wrong with a signature or a token has the same. */
function refusal({ rules }: Settings<never>, { status }: Report): Answered {
  if (status !== 405) return bare(status);
  return bare(status, { Allow: [...new Set([...rules.methods, ...rules.handshakeMethods])].join(', ') });
}

function unreadable(why: keyof typeof STATUS): Answered {
  // What the sender has signed are the bytes before any encoding, which nothing here can bring back.
  return bare(STATUS[why], why === 'encoded' ? { 'Accept-Encoding': 'identity' } : {});
}

function bare(status: number, headers: Readonly<Record<string, string>> = {}): Answered {
  return { status, headers, body: null };
}

function publicUrl<Request>({ url }: Settings<Request>, incoming: Incoming<Request>): string {
  if (url === undefined) return incoming.url;
  if (typeof url === 'function') return url(incoming.request);
  const query = incoming.url.indexOf('?');
  return url.includes('?') || query < 0 ? url : url + incoming.url.slice(query);
}

function tell({ onError }: Settings<never>, error: unknown): void {
  try {
    onError(error);
  } catch {
    // There is nobody left to tell.
  }
}

/** Reads a plain reply: an object with a numeric status. Whatever else a handler returns only says that it is done. */
export function plainReply(returned: unknown): Answered | undefined {
  if (typeof returned !== 'object' || returned === null) return undefined;
  const { status, headers = {}, body = null } = returned as Partial<Reply>;
  if (typeof status !== 'number') return undefined;
  if (!Number.isInteger(status) || status < 200 || status > 599) {
    throw new UsageError('usage.delivery', `the reply's status is ${status}, expected a whole number from 200 to 599`);
  }
  return { status, headers, body };
}

/** Whether an answer of this status may have a body. */
export function mayHaveBody(status: number): boolean {
  return status !== 204 && status !== 205 && status !== 304;
}
