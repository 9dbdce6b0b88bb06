// The options of an adapter: their types, and how they are checked and completed.

import { describe } from '../describe.js';
import { UsageError } from '../errors.js';
import { expected, oneOf, unknown } from '../options.js';
import type { Report } from '../report.js';
import { memoryStore } from '../stores/memory.js';
import type { Store } from '../stores/store.js';
import type { EndpointRules, Verifier } from '../verifier.js';

/** What became of a request. */
export type Result =
  /** The handler has done its work. */
  | 'accepted'
  /** The handler threw, or has answered that it failed; the sender may repeat the delivery. */
  | 'failed'
  /** The report says no. */
  | 'refused'
  /** A copy of it was accepted before; answered as success, and not handed to the handler. */
  | 'duplicate'
  /** A copy of it is being worked on just now; answered 503, so that the sender repeats it if that work fails. */
  | 'busy'
  /** The store could not tell whether it is a copy; answered 503. */
  | 'unavailable'
  /** A handshake or a liveness check, answered as the sender wants it. */
  | 'handshake'
  /** Too large, encoded or broken off: its body was not read to the end, and not verified. */
  | 'unreadable'
  /** The adapter is not used rightly; `onError` got the `UsageError`. */
  | 'misuse';

/** How a request was answered. Holds nothing of the request and no secret. */
export interface Outcome {
  readonly result: Result;
  /** The HTTP status of the answer. */
  readonly status: number;
  /** Whether the replay store has claimed the delivery: otherwise it may be a copy. */
  readonly claimed: boolean;
  /** Milliseconds from the request's arrival at the adapter to its answer. */
  readonly milliseconds: number;
}

/** What {@link handler} and {@link nodeHandler} take. */
export interface HandlerOptions<Request> {
  /** The verifier of this endpoint, of whichever entry. Its `limits.bodyBytes` is what is read of a body. */
  readonly verifier: Verifier;
  /**
   * Where taken deliveries are remembered; a `memoryStore()` of this handler's own unless set. `null` switches it off:
   * every copy of a delivery is then handed over again.
   */
  readonly store?: Store | null | undefined;
  /**
   * How long a delivery is remembered, in seconds. Unless set, as long as a copy would be fresh (twice the tolerance, and
   * a minute), or a day where the sender signs no time.
   */
  readonly ttlSeconds?: number | undefined;
  /** How long the handler may take, in seconds; 60 unless set. After that another copy is handed over. */
  readonly leaseSeconds?: number | undefined;
  /** What to do when the store cannot tell: `'reject'` (unless set) answers 503, `'accept'` takes what may be a copy. */
  readonly onStoreError?: 'reject' | 'accept' | undefined;
  /** How long a store may take to answer, in milliseconds, before it counts as unavailable; 2000 unless set. */
  readonly storeTimeoutMs?: number | undefined;
  /**
   * A name for this endpoint. Needed where two endpoints share a store and a secret, and each gets a copy of the same
   * delivery.
   */
  readonly scope?: string | undefined;
  /**
   * By what deliveries are told apart, in place of `report.replayKey`: the id of an event, say. `null` for one that is not
   * to be claimed. Take it from what the signature covers, or a forger chooses it.
   */
  readonly key?: ((report: Report) => string | null) | undefined;
  /**
   * The public URL, for senders that sign it, where the request's own is another: as it was entered at the sender, or a
   * function of the request. A text without a query gets that of the request.
   */
  readonly url?: string | ((request: Request) => string) | undefined;
  /**
   * For logs and metrics: called once for each request, with how it was answered. The report is `null` where nothing was
   * verified: a handshake, or a request that was not read. What it throws goes to `onError`.
   */
  readonly onReport?: ((report: Report | null, outcome: Outcome) => void) | undefined;
  /** What the handler, the store or `onReport` has thrown; `console.error` unless set. Never part of an answer. */
  readonly onError?: ((error: unknown) => void) | undefined;
}

/** A delivery that may be acted on. */
export interface Received<Request> {
  readonly report: Report;
  /** The raw body. */
  readonly body: Uint8Array;
  /** The request of the host, its body read. */
  readonly request: Request;
  /** Whether it is known to be no copy; `false` where nothing is signed, or the store is off or unavailable. */
  readonly claimed: boolean;
}

/** An answer of your own, where the sender wants more than a status. */
export interface Reply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly body?: string | Uint8Array | null | undefined;
}

/** The options, complete. */
export interface Settings<Request> {
  readonly verifier: Verifier;
  readonly rules: EndpointRules;
  readonly store: Store | null;
  readonly ttlSeconds: number;
  readonly leaseSeconds: number;
  readonly storeTimeoutMs: number;
  readonly onStoreError: 'reject' | 'accept';
  readonly scope: string;
  readonly key: (report: Report) => string | null;
  readonly url: string | ((request: Request) => string) | undefined;
  readonly onReport: (report: Report | null, outcome: Outcome) => void;
  readonly onError: (error: unknown) => void;
}

const NAMES = [
  'verifier',
  'store',
  'ttlSeconds',
  'leaseSeconds',
  'onStoreError',
  'storeTimeoutMs',
  'scope',
  'key',
  'url',
  'onReport',
  'onError',
];

const DAY = 86_400;

/** Checks the options and fills in what is not given. */
export function settingsOf<Request>(options: HandlerOptions<Request>, onDelivery: unknown): Settings<Request> {
  if (typeof options !== 'object' || options === null) {
    throw new UsageError('usage.option', `the options are ${describe(options)}, expected { verifier, ... }`);
  }
  const stranger = Object.keys(options).find((name) => !NAMES.includes(name));
  if (stranger === 'provider' || stranger === 'secrets') {
    throw new UsageError(
      'usage.option',
      `unknown option \`${stranger}\`, expected \`verifier: createVerifier({ provider, secrets })\``,
    );
  }
  if (stranger !== undefined) throw unknown('option', stranger, NAMES);
  const { verifier, store, scope = '', url } = options;
  if (typeof verifier?.verify !== 'function') {
    throw new UsageError('usage.option', expected('verifier', verifier, 'what createVerifier gives'));
  }
  for (const [name, value] of [
    ['key', options.key],
    ['onReport', options.onReport],
    ['onError', options.onError],
    ['onDelivery', onDelivery],
  ] as const) {
    if (typeof value === 'function' || (value === undefined && name !== 'onDelivery')) continue;
    throw new UsageError('usage.option', expected(name, value, 'a function'));
  }
  if (store !== undefined && store !== null && typeof store.claim !== 'function') {
    throw new UsageError('usage.option', expected('store', store, 'an object with `claim(key, ttlSeconds)`, or null'));
  }
  if (typeof scope !== 'string') throw new UsageError('usage.option', expected('scope', scope, 'a string'));
  if (url !== undefined && typeof url !== 'function' && !(typeof url === 'string' && /^https?:\/\//i.test(url))) {
    throw new UsageError('usage.option', expected('url', url, 'the whole public URL, or a function that gives it'));
  }
  const rules = verifier.endpoint;
  return {
    verifier,
    rules,
    store: store === undefined ? memoryStore() : store,
    ttlSeconds: ttlOf(options.ttlSeconds, rules.windowSeconds),
    leaseSeconds: above('leaseSeconds', options.leaseSeconds, 60),
    storeTimeoutMs: above('storeTimeoutMs', options.storeTimeoutMs, 2000),
    onStoreError: oneOf('onStoreError', options.onStoreError ?? 'reject', ['reject', 'accept']),
    scope,
    key: options.key ?? ((report) => report.replayKey),
    url,
    onReport: options.onReport ?? (() => {}),
    onError: options.onError ?? ((error) => console.error(error)),
  };
}

/** A claim must outlast the copies that would still be fresh: from one end of the window to the other. */
function ttlOf(given: number | undefined, window: number | null): number {
  if (window === null) return above('ttlSeconds', given, DAY);
  const least = 2 * window + 1;
  const ttl = above('ttlSeconds', given, least + 59);
  if (ttl >= least) return ttl;
  throw new UsageError(
    'usage.option',
    `\`ttlSeconds\` is ${ttl}, expected at least ${least}: a copy is fresh for twice the tolerance of ${window} s`,
  );
}

function above(name: string, value: number | undefined, otherwise: number): number {
  if (value === undefined) return otherwise;
  if (typeof value === 'number' && Number.isFinite(value) && value > 0) return value;
  const shown = typeof value === 'number' ? String(value) : describe(value);
  throw new UsageError('usage.option', `\`${name}\` is ${shown}, expected a number above 0`);
}
