// What the senders promise beside their payloads: endpoint rules, retries, routing, handshakes.

import { asText } from './boundary.js';
import { describe } from './describe.js';
import { UsageError } from './errors.js';
import type {
  Answer,
  ProviderSummary,
  RetrySchedule,
  RouteQuery,
  RouteTarget,
  Setup,
  SetupProblem,
} from './generated/types.js';
import { call } from './instance.js';
import { type Provider, providerOf, type Secret, secretsOf, textOf } from './options.js';
import { type BodyInput, bodyOf, type HeadersInput, headerPairs, timeOf, urlOf } from './request.js';

/** What {@link handshake} takes: a request that may be no delivery. */
export interface HandshakeRequest {
  readonly provider: Provider;
  readonly secrets?: readonly Secret[] | undefined;
  /** Values that the definition asks for beside the secret, such as Meta's verify token. */
  readonly parameters?: Readonly<Record<string, string>> | undefined;
  readonly method: string;
  readonly url?: string | { readonly href: string } | undefined;
  readonly headers?: HeadersInput | undefined;
  readonly body?: BodyInput | null | undefined;
  /** The time of receipt, in milliseconds since the Unix epoch or a `Date`; the clock's unless given. */
  readonly now?: number | Date | undefined;
}

/** The version of the package, and the SHA-256 of its WebAssembly module in hexadecimal. */
export function version(): { readonly hookproof: string; readonly wasm: string } {
  return call((glue) => ({ hookproof: glue.version(), wasm: glue.__module_sha256 }));
}

/** The built-in providers, sorted by id. */
export function providers(): readonly ProviderSummary[] {
  return call((glue) => glue.providers());
}

/**
 * What the sender would refuse about an endpoint's URL: one problem per rule that it breaks, `[]` when it is fine.
 * Nothing is resolved or fetched.
 *
 * @example
 * ```ts
 * checkEndpoint('edna-pulse', 'http://localhost:3000/hook').map((problem) => problem.code);
 * ```
 */
export function checkEndpoint(provider: Provider, url: string | { readonly href: string }): readonly SetupProblem[] {
  const id = asText(providerOf(provider));
  const text = urlOf(url);
  return call((glue) => glue.checkEndpoint(id, text));
}

/**
 * When a delivery is attempted that fails again and again, and what happens after the last attempt.
 *
 * @param firstAttempt Milliseconds since the Unix epoch, or a `Date`.
 */
export function retrySchedule(provider: Provider, firstAttempt: number | Date): RetrySchedule {
  const id = asText(providerOf(provider));
  const millis = timeOf(firstAttempt, 'firstAttempt');
  return call((glue) => glue.retrySchedule(id, millis));
}

/**
 * The endpoints that get an event under a setup, each its own copy, with the headers that the sender adds. Which members
 * a setup has depends on the sender; values of headers and keys are handed back, so take care where you print them.
 *
 * @throws {@link UsageError} when the setup or the query cannot be read, or names a channel that the setup does not have.
 */
export function route(provider: Provider, setup: Setup, query: RouteQuery): readonly RouteTarget[] {
  const id = asText(providerOf(provider));
  const setupText = textOf('setup', setup);
  const queryText = textOf('query', query);
  return call((glue) => glue.route(id, setupText, queryText));
}

/** What the sender would refuse about a setup, or what would lose or double events; `[]` when it is fine. */
export function checkSetup(provider: Provider, setup: Setup): readonly SetupProblem[] {
  const id = asText(providerOf(provider));
  const setupText = textOf('setup', setup);
  return call((glue) => glue.checkSetup(id, setupText));
}

/**
 * The answer to a request that is no delivery but a liveness check or a handshake; `null` for anything else, which is
 * then to be verified.
 *
 * @example
 * ```ts
 * const answer = handshake({ provider: 'edna-pulse', method: request.method, url: request.url });
 * if (answer) return new Response(answer.body || null, { status: answer.status, headers: answer.headers });
 * ```
 */
export function handshake(request: HandshakeRequest): Answer | null {
  if (typeof request !== 'object' || request === null) {
    throw new UsageError('usage.delivery', `the request is ${describe(request)}, expected { provider, method, ... }`);
  }
  const { method, url, headers } = request;
  if (typeof method !== 'string') {
    throw new UsageError('usage.delivery', `method is ${describe(method)}, expected a string`);
  }
  const given = request.body === undefined || request.body === null ? '' : bodyOf(request.body);
  const body = typeof given === 'string' ? new TextEncoder().encode(given) : given;
  const plain = {
    provider: providerOf(request.provider),
    secrets: request.secrets === undefined ? [] : secretsOf(request.secrets),
    parameters: { ...request.parameters },
    method,
    url: url === undefined ? '' : urlOf(url),
    headers: headers === undefined ? [] : headerPairs(headers),
    now: Math.floor(timeOf(request.now ?? Date.now(), 'now')),
  };
  const text = asText(plain);
  return call((glue) => glue.handshake(text, body)) ?? null;
}
