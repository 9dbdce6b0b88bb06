// What the senders promise beside their payloads: endpoint rules, retries, routing, handshakes. What each function does
// is said in entry.ts.

import { asText, type BoundaryRequest, type BoundarySender } from './boundary.js';
import { describe } from './describe.js';
import { UsageError } from './errors.js';
import type {
  Answer,
  Candidate,
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

/**
 * What {@link handshake} takes: a request that may be no delivery. Which of it counts depends on the sender; hand in all
 * that there is, as it was received.
 */
export interface HandshakeRequest {
  /** Id of a built-in provider, or a definition. */
  readonly provider: Provider;
  /**
   * The endpoint's secrets. Needed where the answer is a MAC, which is made with the first of them, or where the sender
   * signs the request like a delivery: then the answer is made with the one that matches.
   */
  readonly secrets?: readonly Secret[] | undefined;
  /**
   * Values that the definition asks for beside the secret, such as Meta's `verifyToken`. A handshake whose value is
   * missing is not answered.
   */
  readonly parameters?: Readonly<Record<string, string>> | undefined;
  /** The request method in capitals, such as `HEAD`. */
  readonly method: string;
  /** The public URL with its query, where many challenges stand. */
  readonly url?: string | { readonly href: string } | null | undefined;
  /** The header lines, as `verify` takes them. */
  readonly headers?: HeadersInput | undefined;
  /** The raw body; absent is empty. */
  readonly body?: BodyInput | null | undefined;
  /**
   * The time of receipt, in milliseconds since the Unix epoch or a `Date`; the clock's unless given. It counts where the
   * request is signed like a delivery, and must be as fresh as one.
   */
  readonly now?: number | Date | undefined;
}

/** What {@link detect} takes: a request of which it is not known who sent it. */
export interface DetectRequest {
  readonly method?: string | null | undefined;
  readonly url?: string | { readonly href: string } | null | undefined;
  readonly headers?: HeadersInput | undefined;
  readonly body?: BodyInput | null | undefined;
  /** The secrets that are at hand, by provider id: of these senders the signature is verified. */
  readonly secrets?: Readonly<Record<string, readonly Secret[]>> | undefined;
  /** Values that definitions ask for beside the secret, by provider id. */
  readonly parameters?: Readonly<Record<string, Readonly<Record<string, string>>>> | undefined;
  /** The time of receipt, in milliseconds since the Unix epoch or a `Date`; the clock's unless given. */
  readonly now?: number | Date | undefined;
}

export function version(instance: Instance): { readonly hookproof: string; readonly wasm: string } {
  return instance.call((glue) => ({ hookproof: glue.version(), wasm: glue.__module_sha256 }));
}

export function providers(instance: Instance): readonly ProviderSummary[] {
  return instance.whole.call((glue) => glue.providers());
}

export function checkEndpoint(
  instance: Instance,
  provider: Provider,
  url: string | { readonly href: string },
): readonly SetupProblem[] {
  const id = asText(providerOf(provider));
  const text = urlOf(url);
  return instance.whole.call((glue) => glue.checkEndpoint(id, text));
}

export function retrySchedule(instance: Instance, provider: Provider, firstAttempt: number | Date): RetrySchedule {
  const id = asText(providerOf(provider));
  const millis = timeOf(firstAttempt, 'firstAttempt');
  return instance.whole.call((glue) => glue.retrySchedule(id, millis));
}

export function route(instance: Instance, provider: Provider, setup: Setup, query: RouteQuery): readonly RouteTarget[] {
  const id = asText(providerOf(provider));
  const setupText = textOf('setup', setup);
  const queryText = textOf('query', query);
  return instance.whole.call((glue) => glue.route(id, setupText, queryText));
}

export function checkSetup(instance: Instance, provider: Provider, setup: Setup): readonly SetupProblem[] {
  const id = asText(providerOf(provider));
  const setupText = textOf('setup', setup);
  return instance.whole.call((glue) => glue.checkSetup(id, setupText));
}

export function handshake(instance: Instance, request: HandshakeRequest): Answer | null {
  if (typeof request !== 'object' || request === null) {
    throw new UsageError('usage.delivery', `the request is ${describe(request)}, expected { provider, method, ... }`);
  }
  known(request, ['provider', 'secrets', 'parameters', 'method', 'url', 'headers', 'body', 'now']);
  return handshakeWith(instance, senderOf(request.provider, request.secrets, request.parameters), request);
}

/** The same for a sender that was taken apart before. */
export function handshakeWith(
  instance: Instance,
  sender: BoundarySender,
  request: Omit<HandshakeRequest, 'provider' | 'secrets' | 'parameters'>,
): Answer | null {
  const { method } = request;
  if (typeof method !== 'string') {
    throw new UsageError('usage.delivery', `method is ${describe(method)}, expected a string`);
  }
  const text = asText({ senders: [sender], method, ...requestOf(request) });
  const body = bytesOf(request.body);
  return instance.whole.call((glue) => glue.handshake(text, body)) ?? null;
}

export function detect(instance: Instance, request: DetectRequest): readonly Candidate[] {
  if (typeof request !== 'object' || request === null) {
    throw new UsageError('usage.delivery', `the request is ${describe(request)}, expected { headers, url, body }`);
  }
  known(request, ['method', 'url', 'headers', 'body', 'secrets', 'parameters', 'now', 'scheme', 'secret']);
  const { secrets = {} } = request;
  if (typeof secrets !== 'object' || secrets === null || Array.isArray(secrets)) {
    throw new UsageError('usage.option', `secrets is ${describe(secrets)}, expected { providerId: [secret, ...] }`);
  }
  const senders = Object.entries(secrets).map(([id, list]) => senderOf(id, list, request.parameters?.[id]));
  const text = asText({ senders, method: request.method ?? null, ...requestOf(request) });
  const body = bytesOf(request.body);
  return instance.whole.call((glue) => glue.detect(text, body));
}

/** Refuses a misspelt member. What `sign` gives may be passed as it is. */
function known(request: object, names: readonly string[]): void {
  const unknown = Object.keys(request).find((name) => !names.includes(name));
  if (unknown !== undefined) {
    throw new UsageError('usage.option', `unknown member \`${unknown}\`, expected one of ${names.join(', ')}`);
  }
}

function senderOf(
  provider: Provider,
  secrets: readonly Secret[] | undefined,
  parameters: Readonly<Record<string, string>> | undefined,
): BoundarySender {
  return {
    provider: providerOf(provider),
    secrets: secrets === undefined ? [] : secretsOf(secrets),
    parameters: { ...parameters },
  };
}

/** The part of a request beside its method and body, as it crosses. */
export function requestOf({
  url,
  headers,
  now,
}: Pick<DetectRequest, 'url' | 'headers' | 'now'>): Omit<BoundaryRequest, 'senders' | 'method'> {
  return {
    url: url === undefined || url === null ? '' : urlOf(url),
    headers: headers === undefined ? [] : headerPairs(headers),
    now: Math.floor(timeOf(now ?? Date.now(), 'now')),
  };
}

/** A body's bytes. */
export function bytesOf(body: BodyInput | null | undefined): Uint8Array {
  const given = body === undefined || body === null ? '' : bodyOf(body);
  return typeof given === 'string' ? new TextEncoder().encode(given) : given;
}
