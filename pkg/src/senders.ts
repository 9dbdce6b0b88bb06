// What the senders promise beside their payloads: endpoint rules, retries, routing, handshakes.

import { describe } from './describe.js';
import { UsageError } from './errors.js';
import type { ProviderId } from './generated/providers.js';
import type { Answer, Confidence, RetrySchedule, SetupProblem } from './generated/types.js';
import { call } from './instance.js';
import { type Provider, plainJson, providerOf, type Secret, secretsOf } from './options.js';
import { type BodyInput, bodyOf, type HeadersInput, headerPairs, timeOf, urlOf } from './request.js';

/** A built-in provider in brief. */
export interface ProviderSummary {
  /** What `createVerifier` takes as `provider`. */
  readonly id: ProviderId;
  /** The sender's name as it writes it. */
  readonly name: string;
  /** The types of the events that are known. */
  readonly events: readonly string[];
  /** Ids of its schemes. */
  readonly schemes: readonly string[];
  /** Pages that the definition was made from. */
  readonly docs: readonly string[];
  /** How far the weakest part of the definition is known. */
  readonly confidence: Confidence;
}

/** How endpoints are set up at a sender. Which members there are depends on the sender; see `docs/providers.md`. */
export type Setup = object;

/** What {@link route} asks about. */
export interface RouteQuery {
  /** The event type. */
  readonly event: string;
  /** The channel, where the sender has channels. */
  readonly channel?: string | number | undefined;
}

/** An endpoint that gets an event. */
export interface RouteTarget {
  /** Where the event is delivered to. */
  readonly url: string;
  /** Headers that the sender adds. */
  readonly headers: unknown;
  readonly [member: string]: unknown;
}

/** What {@link handshake} takes: a request that may be no delivery. */
export interface HandshakeRequest {
  readonly provider: Provider;
  readonly secrets?: readonly Secret[] | undefined;
  readonly method: string;
  readonly url?: string | { readonly href: string } | undefined;
  readonly headers?: HeadersInput | undefined;
  readonly body?: BodyInput | null | undefined;
}

/** The version of the package, and the SHA-256 of its WebAssembly module in hexadecimal. */
export function version(): { readonly hookproof: string; readonly wasm: string } {
  return call((glue) => ({ hookproof: glue.version(), wasm: glue.__module_sha256 }));
}

/** The built-in providers, sorted by id. */
export function providers(): readonly ProviderSummary[] {
  return call((glue) => glue.providers()) as ProviderSummary[];
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
  const id = providerOf(provider);
  const text = urlOf(url);
  return call((glue) => glue.checkEndpoint(id, text));
}

/**
 * When a delivery is attempted that fails again and again, and what happens after the last attempt.
 *
 * @param firstAttempt Milliseconds since the Unix epoch, or a `Date`.
 */
export function retrySchedule(provider: Provider, firstAttempt: number | Date): RetrySchedule {
  const id = providerOf(provider);
  const millis = timeOf(firstAttempt, 'firstAttempt');
  return call((glue) => glue.retrySchedule(id, millis));
}

/** The URLs that get an event under a setup, with the headers that the sender adds. */
export function route(provider: Provider, setup: Setup, query: RouteQuery): readonly RouteTarget[] {
  const id = providerOf(provider);
  const plainSetup = plainJson('setup', setup);
  const plainQuery = plainJson('query', query);
  return call((glue) => glue.route(id, plainSetup, plainQuery)) as RouteTarget[];
}

/** What the sender would refuse about a setup, or what would lose or double events; `[]` when it is fine. */
export function checkSetup(provider: Provider, setup: Setup): readonly SetupProblem[] {
  const id = providerOf(provider);
  const plainSetup = plainJson('setup', setup);
  return call((glue) => glue.checkSetup(id, plainSetup));
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
  const { method, url, headers, body } = request;
  if (typeof method !== 'string') {
    throw new UsageError('usage.delivery', `method is ${describe(method)}, expected a string`);
  }
  const bytes = body === undefined || body === null ? '' : bodyOf(body);
  const plain = {
    provider: providerOf(request.provider),
    secrets: request.secrets === undefined ? [] : secretsOf(request.secrets),
    method,
    url: url === undefined ? '' : urlOf(url),
    headers: headers === undefined ? [] : headerPairs(headers),
    body: typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes,
  };
  return call((glue) => glue.handshake(plain)) ?? null;
}
