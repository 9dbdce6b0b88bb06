// What every entry offers, made anew for each module, so that entries share no state.

import { type ExplainOptions, explain, inspect } from './explain.js';
import type {
  Answer,
  Candidate,
  Explanation,
  Inspection,
  ProviderSummary,
  RetrySchedule,
  RouteQuery,
  RouteTarget,
  Setup,
  SetupProblem,
} from './generated/types.js';
import { Instance } from './instance.js';
import type { Integers } from './numbers.js';
import type { CreateVerifierOptions, Provider } from './options.js';
import type { InitSource, Sources } from './origin.js';
import { type CompiledSchema, type CompileSchemaOptions, compileSchema, type JsonSchema } from './schema.js';
import * as senders from './senders.js';
import { type SignedDelivery, type SignOptions, sign } from './sign.js';
import { createVerifier, type Verifier } from './verifier.js';

/** @internal */
export { missing } from './origin.js';

/** The functions of an entry. */
export interface Entry {
  /**
   * Loads the WebAssembly module where the host does not have it at once: in browsers. To be awaited once, before anything
   * else is called; further calls do nothing. On all other hosts it is not needed, and does no harm.
   *
   * @param source The module from elsewhere than beside the script: a URL, a `Response`, its bytes, a compiled module.
   * @throws {@link UsageError} `usage.init` when it cannot be had. It may be tried again.
   *
   * @example
   * ```ts
   * await init();
   * const verifier = createVerifier({ provider: 'stripe', secrets: ['whsec_test'] });
   * ```
   */
  init(this: void, source?: InitSource | PromiseLike<InitSource>): Promise<void>;

  /**
   * Makes the verifier of one endpoint. Definitions and schemas are compiled and keys are prepared here, once.
   *
   * @throws {@link UsageError} when an option, a secret, a definition or a schema is not right. Nothing is left out
   * silently: an unknown option or schema keyword is an error.
   *
   * @typeParam P The provider: of a built-in one reports tell the payloads of events apart.
   * @typeParam I The option `integers`.
   *
   * @example
   * ```ts
   * const verifier = createVerifier({ provider: 'edesy-masking', secrets: [process.env.EDESY_SECRET ?? ''] });
   * ```
   */
  createVerifier<const P extends Provider = Provider, const I extends Integers = 'number'>(
    this: void,
    options: CreateVerifierOptions<P, I>,
  ): Verifier<P, I>;

  /**
   * Compiles a JSON Schema of draft 2020-12, 2019-09, 7 or 6. Nothing is generated and evaluated, so that it works where
   * `eval` is forbidden.
   *
   * @typeParam Output What a value is that fits. It is taken at its word.
   * @throws {@link UsageError} `usage.schema`, with the JSON Pointer into the schema, for what is wrong in it or not
   * implemented; `usage.option` for an option that is not right.
   *
   * @example
   * ```ts
   * const order = compileSchema({ type: 'object', required: ['id'], properties: { id: { type: 'integer' } } });
   * const { ok, problems } = order.validate('{"id": "7"}'); // problems[0].pointer is '/id'
   * ```
   */
  compileSchema<Output = unknown>(
    this: void,
    schema: JsonSchema,
    options?: CompileSchemaOptions,
  ): CompiledSchema<Output>;

  /** The version of the package, and the SHA-256 of its WebAssembly module in hexadecimal. */
  version(this: void): { readonly hookproof: string; readonly wasm: string };

  /** The built-in providers, sorted by id. */
  providers(this: void): readonly ProviderSummary[];

  /**
   * What the sender would refuse about an endpoint's URL: one problem per rule that it breaks, `[]` when it is fine.
   * Nothing is resolved or fetched.
   *
   * @example
   * ```ts
   * checkEndpoint('edna-pulse', 'http://localhost:3000/hook').map((problem) => problem.code);
   * ```
   */
  checkEndpoint(this: void, provider: Provider, url: string | { readonly href: string }): readonly SetupProblem[];

  /**
   * When a delivery is attempted that fails again and again, and what happens after the last attempt.
   *
   * @param firstAttempt Milliseconds since the Unix epoch, or a `Date`.
   */
  retrySchedule(this: void, provider: Provider, firstAttempt: number | Date): RetrySchedule;

  /**
   * The endpoints that get an event under a setup, each its own copy, with the headers that the sender adds. Which members
   * a setup has depends on the sender; values of headers and keys are handed back, so take care where you print them.
   *
   * @throws {@link UsageError} when the setup or the query cannot be read, or names a channel that the setup does not have.
   */
  route(this: void, provider: Provider, setup: Setup, query: RouteQuery): readonly RouteTarget[];

  /** What the sender would refuse about a setup, or what would lose or double events; `[]` when it is fine. */
  checkSetup(this: void, provider: Provider, setup: Setup): readonly SetupProblem[];

  /**
   * The answer to a request that is no delivery but a liveness check or a handshake; `null` for anything else, which is
   * then to be verified. An answer may hold `store`: a secret that the sender hands over in this request. Nothing signs
   * such a request, so keep that secret only while you are setting the webhook up.
   *
   * @example
   * ```ts
   * const answer = handshake({ provider: 'edna-pulse', method: request.method, url: request.url });
   * if (answer) return new Response(answer.body || null, { status: answer.status, headers: answer.headers });
   * ```
   *
   * @throws {@link UsageError} `usage.secret` when the answer needs a secret and none, or none that is right, was given.
   */
  handshake(this: void, request: senders.HandshakeRequest): Answer | null;

  /**
   * The senders whose signature or token a request carries, best first, with what was found. Several that fit are an
   * answer too: senders share headers. Of senders whose `secrets` are given the signature is verified, and one that
   * matches comes first; of the others only the form is looked at.
   *
   * @example
   * ```ts
   * const [best] = detect({ headers: request.headers, url: request.url, body });
   * console.log(best?.provider, best?.why);
   * ```
   */
  detect(this: void, request: senders.DetectRequest): readonly Candidate[];

  /**
   * A delivery signed as the sender signs it, for tests; with `fault` one that is faulty on purpose. What it gives goes
   * straight into `verifier.verify`.
   *
   * @throws {@link UsageError} `usage.sign` when it cannot be signed with this secret or body, or the fault cannot happen
   * to it or would make no difference.
   *
   * @example
   * ```ts
   * const delivery = sign({ provider: 'stripe', secret: 'whsec_test', body: '{"type":"ping"}', fault: 'timestamp.stale' });
   * verifier.verify(delivery).code; // 'timestamp.stale'
   * ```
   */
  sign(this: void, options: SignOptions): SignedDelivery;

  /**
   * Why a delivery does not verify. What happened to it on the way is searched within a fixed budget; a cause is `proved`
   * when the signature matches once it is undone. `fix` says what to do. Never makes a delivery pass, and shows no secret,
   * no signature and no value of the payload; keep the answer to yourself all the same, it would help a forger.
   *
   * @example
   * ```ts
   * const report = verifier.verify(delivery);
   * if (!report.ok) console.log(verifier.explain(delivery).causes); // or explain({ provider, secrets, ...delivery })
   * ```
   */
  explain(this: void, options: ExplainOptions): Explanation;

  /**
   * What of a delivery was signed: the signature's value taken apart, the content segment by segment, and body and URL as
   * they were signed where {@link Entry.explain} proves that they were changed. For tools that show a delivery to its
   * owner: it holds values of the delivery, though never a secret, a token or an expected signature.
   *
   * @example
   * ```ts
   * const [scheme] = inspect({ provider: 'stripe', ...delivery }).schemes;
   * console.log(scheme?.content.map(({ name }) => name)); // ['the timestamp', null, 'the body']
   * ```
   */
  inspect(this: void, options: ExplainOptions): Inspection;
}

/**
 * The functions of an entry, at work in a module; `details` is the one that is loaded when the first has no words for
 * something, or lacks it.
 *
 * @internal
 */
export function entry({ first, details }: Sources): Entry {
  const instance = new Instance(first, details);
  return {
    init: (source) => instance.init(source),
    createVerifier: (options) => createVerifier(instance, options),
    compileSchema: (schema, options) => compileSchema(instance, schema, options),
    version: () => senders.version(instance),
    providers: () => senders.providers(instance),
    checkEndpoint: (provider, url) => senders.checkEndpoint(instance, provider, url),
    retrySchedule: (provider, firstAttempt) => senders.retrySchedule(instance, provider, firstAttempt),
    route: (provider, setup, query) => senders.route(instance, provider, setup, query),
    checkSetup: (provider, setup) => senders.checkSetup(instance, provider, setup),
    handshake: (request) => senders.handshake(instance, request),
    detect: (request) => senders.detect(instance, request),
    sign: (options) => sign(instance, options),
    explain: (options) => explain(instance, options),
    inspect: (options) => inspect(instance, options),
  };
}
