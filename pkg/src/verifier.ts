// The verifier of one endpoint: options in, reports out.
/// <reference lib="esnext.disposable" preserve="true" />

import { Binding } from './binding.js';
import type { Whichever } from './events.js';
import { explainWith } from './explain.js';
import type { Answer, Explanation } from './generated/types.js';
import { inEither, makeDisposable } from './holding.js';
import type { Instance } from './instance.js';
import type { Integers } from './numbers.js';
import { type CreateVerifierOptions, convertOptions, type Provider, type Secret } from './options.js';
import { Report } from './report.js';
import { adapt, type Delivery } from './request.js';
import { type CompiledSchema, schemaOfEvent } from './schema.js';
import { type HandshakeRequest, handshakeWith } from './senders.js';

/** What the sender wants of an endpoint, and what the verifier takes: all that a server has to know beside the reports. */
export interface EndpointRules {
  /** The methods of deliveries. */
  readonly methods: readonly string[];
  /** The methods of handshakes; only requests with one of them can be any. */
  readonly handshakeMethods: readonly string[];
  /** Ranges of the statuses that the sender takes for success, both ends included; empty where it does not say. */
  readonly success: readonly (readonly [number, number])[];
  /** Bytes that a body may have. */
  readonly bodyBytes: number;
  /** Seconds before and after its time of signing in which a delivery is taken; `null` where some scheme compares no time. */
  readonly windowSeconds: number | null;
}

/** Verifies and validates the deliveries of one endpoint. Made by {@link createVerifier}; safe to share and to keep. */
export class Verifier<P extends Provider = Whichever, I extends Integers = Whichever> {
  readonly #binding: Binding;
  readonly #now: () => number;

  /** @internal */
  constructor(binding: Binding, now: () => number) {
    this.#binding = binding;
    this.#now = now;
  }

  /** Id of the provider definition that is used. */
  get provider(): string {
    return this.#binding.created.provider;
  }

  /** Ids of the schemes that may pass, in the order they are tried. */
  get schemes(): readonly string[] {
    return [...this.#binding.created.schemes];
  }

  /** Pointers into each event whose values are captured: the definition's, then those of the options. */
  get captures(): readonly string[] {
    return [...this.#binding.created.captures];
  }

  /** What the sender wants of an endpoint, and what this verifier takes. */
  get endpoint(): EndpointRules {
    const { methods, handshakeMethods, success, bodyBytes, windowSeconds } = this.#binding.created;
    return { methods, handshakeMethods, success, bodyBytes, windowSeconds };
  }

  /**
   * Verifies one delivery. Synchronous; however bad the delivery is, the answer is a {@link Report}.
   *
   * The body is not copied: leave its buffer alone as long as the report is used.
   *
   * @throws {@link UsageError} `usage.body` when the body has been parsed already, `usage.delivery` when headers, method,
   * URL or `receivedAt` are of a kind that cannot be read.
   *
   * @example
   * ```ts
   * const report = verifier.verify({ method: req.method, url: req.url, headers: req.headers, body: req.body });
   * if (!report.ok) return res.status(report.status).end();
   * ```
   */
  verify(delivery: Delivery): Report<P, I> {
    const run = adapt(delivery, this.#binding.created.headers, this.#now);
    this.#binding.check(run);
    return new Report<P, I>(this.#binding, run);
  }

  /**
   * The answer to a request that is no delivery but a liveness check or a handshake of this sender; `null` for anything
   * else. As the function `handshake`, with the provider, secrets and parameters of this verifier.
   */
  handshake(request: Omit<HandshakeRequest, 'provider' | 'secrets' | 'parameters'>): Answer | null {
    const { provider, secrets = [], parameters = {} } = this.#binding.options;
    const now = request.now ?? this.#now();
    return handshakeWith(this.#binding.instance, { provider, secrets, parameters }, { ...request, now });
  }

  /**
   * Why a delivery does not verify: what happened to it on the way, proved where undoing it makes the signature match.
   * `otherSecrets` are those that may have been mistaken for this endpoint's.
   */
  explain(delivery: Delivery, { otherSecrets }: { readonly otherSecrets?: readonly Secret[] } = {}): Explanation {
    const now = delivery.receivedAt ?? this.#now();
    return explainWith(this.#binding.instance, this.#binding.options, delivery, now, otherSecrets);
  }

  /**
   * The schema that events of this type are held to, for use on its own: with formats asserted, and with the mode, limits
   * and `integers` of this verifier. It validates one event, not the array in which some senders wrap events.
   *
   * @typeParam Output What a value is that fits. It is taken at its word.
   * @throws {@link UsageError} `usage.schema` when there is no such event, or it has no schema or several.
   */
  schema<Output = unknown>(event: string): CompiledSchema<Output> {
    return schemaOfEvent(this.#binding, event);
  }

  /**
   * Frees the memory that the module holds for this verifier, now instead of when it is garbage-collected. Reports stay
   * readable; should the verifier be used again, it is made again.
   */
  release(): void {
    this.#binding.release();
  }

  /** As {@link Verifier.release}, for `using`. */
  declare [Symbol.dispose]: () => void;

  static {
    makeDisposable(Verifier.prototype);
  }
}

/** What `createVerifier` of an entry does. */
export function createVerifier<P extends Provider, I extends Integers>(
  instance: Instance,
  options: CreateVerifierOptions<P, I>,
): Verifier<P, I> {
  const converted = convertOptions(options);
  // The module that is loaded first compiles nothing.
  const compiles = typeof converted.provider !== 'string' || converted.schemas !== undefined;
  const binding = inEither(
    compiles ? instance.whole : instance,
    (place) => new Binding(place, converted, options.integers ?? 'number'),
  );
  return new Verifier(binding, options.now ?? Date.now);
}
