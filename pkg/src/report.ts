// The answer to one delivery. The verdict is at hand; everything else is read from the module when it is asked for.

import type { Binding } from './binding.js';
import type { Brief } from './boundary.js';
import { Captures } from './captures.js';
import { UsageError } from './errors.js';
import type { ReportEvent, ReportEventType, ReportPayload, Whichever } from './events.js';
import { CODES, type ReportCode, STATUSES } from './generated/codes.js';
import type { Authenticated, Drift, Report as PlainReport, Problem, StageResult } from './generated/types.js';
import { at, type Integers, numberOf, parseExact, parseTagged, type Value } from './numbers.js';
import type { Provider } from './options.js';
import type { Run } from './request.js';

// The bits of a packed verdict.
const CODE = 0xff;
const OK = 1 << 8;
const AUTHENTICATED_SHIFT = 9;
const SCHEME_SHIFT = 11;
const SECRET_SHIFT = 17;
const READABLE = 1 << 25;
const AUTHENTICATED: readonly Authenticated[] = ['none', 'token', 'partial', 'body'];

/** The method that Node's `console.log` asks for what to show. */
const INSPECT = Symbol.for('nodejs.util.inspect.custom');

/**
 * The answer to one delivery: whether it may be acted on and, if not, exactly why.
 *
 * It holds no secret and no expected signature, and no payload value but ids of events; printing or serialising it is
 * safe. The details and the payload are read when they are first asked for, from bytes that were verified: should the
 * body have been changed meanwhile, asking throws a {@link UsageError} `usage.changed`.
 *
 * @typeParam P The provider, by whose events `event.type` tells `event.payload`.
 * @typeParam I The option `integers`.
 */
export class Report<P extends Provider = Whichever, I extends Integers = Whichever> {
  /** Whether the delivery may be acted on. */
  readonly ok: boolean;
  /** `ok`, or the code of the problem that decided. */
  readonly code: ReportCode;
  /** The HTTP status to answer with: 200, 400, 401, 405, 413 or 431. */
  readonly status: number;
  /** Id of the provider definition that was used. */
  readonly provider: string;
  /** Id of the scheme that matched, or `null`. */
  readonly scheme: string | null;
  /** Id of the secret that matched, or `null`; a secret given without an id is called by its place, `secrets[0]`. */
  readonly secretId: string | null;
  /** What is proved to come from the sender: every byte of the `body`, a `partial` set of fields, a `token`, or `none`. */
  readonly authenticated: Authenticated;
  readonly #binding: Binding;
  readonly #run: Run;
  readonly #captures: Captures | undefined;
  #plain: PlainReport | undefined;
  #events: readonly ReportEvent<P, I>[] | undefined;
  #payload: { readonly value: unknown } | undefined;

  /** @internal */
  constructor(binding: Binding, run: Run) {
    const { packed } = run;
    const { created } = binding;
    const number = packed & CODE;
    this.ok = (packed & OK) !== 0;
    this.code = CODES[number] as ReportCode;
    this.status = STATUSES[number] as number;
    this.provider = created.provider;
    this.scheme = created.schemes[((packed >>> SCHEME_SHIFT) & 0x3f) - 1] ?? null;
    this.secretId = created.secretIds[((packed >>> SECRET_SHIFT) & 0xff) - 1] ?? null;
    this.authenticated = AUTHENTICATED[(packed >>> AUTHENTICATED_SHIFT) & 3] as Authenticated;
    this.#binding = binding;
    this.#run = run;
    // A changed body is found out by its signature. Where that does not cover it, the bytes are kept as they were.
    if (this.authenticated !== 'body' && this.#readable() && typeof run.body !== 'string') {
      run.body = new Uint8Array(run.body);
    }
    // Read at once: by the time they are asked for, the module may hold another delivery.
    if (created.captures.length > 0 && this.#readable()) {
      this.#captures = new Captures(created.captures, binding.instance.captured());
    }
  }

  /**
   * The events of the delivery in order; empty when the payload was not reached. Each has its type, its id, the pointer to it
   * and, parsed when it is first asked for, its own payload, which the type tells apart.
   *
   * @example
   * ```ts
   * for (const event of report.events) {
   *   if (event.type === 'incoming_message') answer(event.payload.subscriber.id);
   * }
   * ```
   */
  get events(): readonly ReportEvent<P, I>[] {
    this.#events ??= this.toJSON().events.map((event) => {
      const get = () => (event.pointer === '' ? this.payload : at(this.payload as Value, event.pointer));
      // Not to be listed: a report that is printed or written shows no payload.
      return Object.defineProperty({ ...event }, 'payload', { get, enumerable: false }) as ReportEvent<P, I>;
    });
    return this.#events;
  }

  /** The first of the events, or `null`. */
  get event(): ReportEvent<P, I> | null {
    return this.events[0] ?? null;
  }

  /**
   * Whether the delivery may be acted on and is one event of this type. TypeScript then knows the type of
   * {@link Report.payload}, as the schema describes it: in `tolerant` and `observe` look at `drift` and `problems` for what of it
   * does not hold.
   *
   * @example
   * ```ts
   * if (report.is('incoming_message')) console.log(report.payload.messageContent.text);
   * ```
   */
  is<T extends ReportEventType<P>>(
    type: T,
  ): this is this & { readonly event: { readonly type: T }; readonly payload: ReportPayload<P, T, I> } {
    const { event } = this;
    return this.ok && event !== null && event.type === type && event.pointer === '';
  }

  /**
   * What was found, errors and lesser things, with pointer, line (from 1), column (characters, from 1) and byte offset
   * (from 0) in the raw body.
   */
  get problems(): readonly Problem[] {
    return this.toJSON().problems;
  }

  /** How many more problems there are than `limits.problems` let through. */
  get problemsOmitted(): number {
    return this.toJSON().problemsOmitted;
  }

  /** What the payload has that the schema does not know, or `null`: names and types, never values. */
  get drift(): Drift | null {
    return this.toJSON().drift;
  }

  /** A key for a replay store, derived from signed material only; `null` where nothing is signed. */
  get replayKey(): string | null {
    return this.toJSON().replayKey;
  }

  /**
   * The published key that the delivery says it was signed with: a key id, or the URL of a certificate at one of the
   * sender's own hosts; `null` where the sender signs with a shared secret. Only a claim until a signature has matched.
   */
  get keyId(): string | null {
    return this.toJSON().keyId;
  }

  /** Each stage in order and how it ended. A stage that was not reached is `skipped`, never `passed`. */
  get stages(): readonly StageResult[] {
    return this.toJSON().stages;
  }

  /**
   * The payload, parsed when it is first asked for. `undefined` unless signature (or token) and time of signing passed
   * and the body is JSON; what the schema says of it does not matter here, so look at `ok` first.
   *
   * With `integers: 'number'` it is what JSON.parse gives: integers beyond 2^53-1 are rounded, which the report notes as
   * `payload.unsafe_integer`. {@link Report.get} does not round.
   */
  get payload(): unknown {
    if (!this.#readable()) return undefined;
    this.#payload ??= { value: this.#parse() };
    return this.#payload.value;
  }

  /**
   * One value of the payload by its JSON Pointer (RFC 6901), without parsing the rest; `undefined` where there is none,
   * and whenever {@link Report.payload} is.
   *
   * Values that `captures` names were recorded by {@link Verifier.verify} itself and are at hand; any other is searched
   * for in the verified bytes.
   *
   * Integers are never rounded: one beyond 2^53-1 is a `bigint` (with `integers: 'string'` its digits). With `integers`
   * `'bigint'` or `'string'` fields that their schema declares as int64 always have that type.
   *
   * @example
   * ```ts
   * report.get('/messageContent/text'); // 'Hello'
   * report.get('/id');                  // 9007199254740993n
   * ```
   *
   * @throws {@link UsageError} `usage.option` when the pointer is neither empty nor begins with `/`.
   */
  get(pointer: string): Value | undefined {
    if (typeof pointer !== 'string' || (pointer !== '' && !pointer.startsWith('/'))) {
      throw new UsageError(
        'usage.option',
        "the pointer is not a JSON Pointer, expected '' or one that begins with `/`",
      );
    }
    if (!this.#readable()) return undefined;
    const captured = this.#captures?.get(pointer, this.#binding.integers);
    if (captured !== undefined) return captured.value;
    this.#binding.refresh(this.#run);
    const found = this.#binding.instance.call((glue) => glue.lookup(pointer));
    if (found === undefined) return undefined;
    const text = found.slice(1);
    const { integers } = this.#binding;
    switch (found[0]) {
      case 's':
        return text;
      case 'n':
        return numberOf(text, false, integers);
      case 'i':
        return numberOf(text, true, integers);
      default:
        if (integers === 'number' || !/^[[{]/.test(text)) return parseExact(text, integers);
        // Which integers in it are int64 is known only of the payload as a whole.
        return at(this.#tagged(integers), pointer);
    }
  }

  /** The whole report as plain data; what JSON.stringify writes. */
  toJSON(): PlainReport {
    if (this.#plain === undefined) {
      this.#plain = this.#brief() ?? this.#binding.tell(this.#run, (glue) => glue.report());
    }
    return this.#plain;
  }

  /**
   * What `console.log` shows in Node: the plain report.
   *
   * @internal
   */
  [INSPECT](_depth: number, options: object, inspect: (value: unknown, options: object) => string): string {
    let shown: object;
    try {
      shown = this.toJSON();
    } catch {
      const { ok, code, status, provider, scheme, secretId, authenticated } = this;
      shown = { ok, code, status, provider, scheme, secretId, authenticated };
    }
    return `Report ${inspect(shown, options)}`;
  }

  /** The whole report, where nothing of it has to be put into words. */
  #brief(): PlainReport | undefined {
    if (!this.ok) return undefined;
    this.#binding.refresh(this.#run);
    const text = this.#binding.instance.call((glue) => glue.brief());
    if (text === undefined) return undefined;
    const { keyId, events, replayKey, stages } = JSON.parse(text) as Brief;
    const { ok, code, status, provider, scheme, secretId, authenticated } = this;
    const verdict = { ok, code, status, provider, scheme, secretId, authenticated };
    return { ...verdict, keyId, events, problems: [], problemsOmitted: 0, drift: null, replayKey, stages };
  }

  /** Whether the payload was reached and is JSON: then it is verified, or `authentication: 'none'` was asked for. */
  #readable(): boolean {
    return (this.#run.packed & READABLE) !== 0;
  }

  #parse(): unknown {
    const { integers } = this.#binding;
    return integers === 'number' ? JSON.parse(this.#text()) : this.#tagged(integers);
  }

  /** The payload's JSON text: the body, or what the module has made of a form. */
  #text(): string {
    if (this.#binding.created.plain) return this.#binding.text(this.#run);
    this.#binding.refresh(this.#run);
    return this.#binding.instance.call((glue) => glue.lookup(''))?.slice(1) ?? '';
  }

  #tagged(integers: 'bigint' | 'string'): Value {
    const text = this.#text();
    this.#binding.refresh(this.#run);
    return parseTagged(text, (tag) => this.#binding.instance.call((glue) => glue.taggedPayload(tag)) ?? text, integers);
  }
}
