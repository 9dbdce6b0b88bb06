// What the senders promise beside their payloads: endpoint rules, retries, routing, handshakes. What each function does
// is said in entry.ts.

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
import type { Instance } from './instance.js';
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

export function version(instance: Instance): { readonly hookproof: string; readonly wasm: string } {
  return instance.call((glue) => ({ hookproof: glue.version(), wasm: glue.__module_sha256 }));
}

export function providers(instance: Instance): readonly ProviderSummary[] {
  return instance.call((glue) => glue.providers());
}

export function checkEndpoint(
  instance: Instance,
  provider: Provider,
  url: string | { readonly href: string },
): readonly SetupProblem[] {
  const id = asText(providerOf(provider));
  const text = urlOf(url);
  return instance.call((glue) => glue.checkEndpoint(id, text));
}

export function retrySchedule(instance: Instance, provider: Provider, firstAttempt: number | Date): RetrySchedule {
  const id = asText(providerOf(provider));
  const millis = timeOf(firstAttempt, 'firstAttempt');
  return instance.call((glue) => glue.retrySchedule(id, millis));
}

export function route(instance: Instance, provider: Provider, setup: Setup, query: RouteQuery): readonly RouteTarget[] {
  const id = asText(providerOf(provider));
  const setupText = textOf('setup', setup);
  const queryText = textOf('query', query);
  return instance.call((glue) => glue.route(id, setupText, queryText));
}

export function checkSetup(instance: Instance, provider: Provider, setup: Setup): readonly SetupProblem[] {
  const id = asText(providerOf(provider));
  const setupText = textOf('setup', setup);
  return instance.call((glue) => glue.checkSetup(id, setupText));
}

export function handshake(instance: Instance, request: HandshakeRequest): Answer | null {
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
  return instance.call((glue) => glue.handshake(text, body)) ?? null;
}
