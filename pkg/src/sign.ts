// Signed deliveries, for tests and tools: right ones, and faulty ones on purpose.

import { asText } from './boundary.js';
import { describe } from './describe.js';
import { UsageError } from './errors.js';
import type { Fault } from './generated/codes.js';
import type { Instance } from './instance.js';
import { type Provider, providerOf, type Secret, secretsOf } from './options.js';
import { type BodyInput, bodyOf, type HeadersInput, headerPairs, timeOf, urlOf } from './request.js';

/** What {@link sign} takes. */
export interface SignOptions {
  readonly provider: Provider;
  /** The endpoint's secret; of senders with published keys the private key, in the entry `hookproof/public-key`. */
  readonly secret: Secret;
  /** The body. Where the sender puts its signature or token into the body, it is added there. */
  readonly body: BodyInput;
  /** The event type, put where the sender names it. */
  readonly event?: string | undefined;
  /** The event id, where the sender signs one; derived from body and time unless given. */
  readonly id?: string | undefined;
  /** The time of signing, in milliseconds since the Unix epoch or a `Date`; the clock's unless given. */
  readonly now?: number | Date | undefined;
  /** The URL as registered with the sender; `https://example.com/webhook` unless given. */
  readonly url?: string | { readonly href: string } | undefined;
  /** The request method; the sender's own unless given. */
  readonly method?: string | undefined;
  /** Header lines to send along. */
  readonly headers?: HeadersInput | undefined;
  /** Values that the definition asks for beside the secret. */
  readonly parameters?: Readonly<Record<string, string>> | undefined;
  /** The scheme to sign by; the first that the secret is for unless given. */
  readonly scheme?: string | undefined;
  /** What is to be wrong with the delivery: `body.newline`, `body.reserialized:python`, `timestamp.stale` ... */
  readonly fault?: Fault | undefined;
}

/** A signed delivery: what `verifier.verify` takes. `new Headers(headers)` makes the headers of a `Request`. */
export interface SignedDelivery {
  readonly method: string;
  /** The URL: the one given, with what the sender adds to it. */
  readonly url: string;
  readonly headers: [string, string][];
  readonly body: Uint8Array<ArrayBuffer>;
  /** Id of the scheme it is signed by. */
  readonly scheme: string;
  /** Of a fault that lies in the secret: what a receiver has in its place, and fails with; `null` for all others. */
  readonly secret: string | Uint8Array<ArrayBuffer> | null;
}

export function sign(instance: Instance, options: SignOptions): SignedDelivery {
  if (typeof options !== 'object' || options === null) {
    throw new UsageError('usage.option', `the options are ${describe(options)}, expected { provider, secret, body }`);
  }
  const { provider, secret, url, headers, now, ...texts } = options;
  const given = bodyOf(options.body);
  const body = typeof given === 'string' ? new TextEncoder().encode(given) : given;
  const text = asText({
    provider: providerOf(provider),
    secret: secretsOf([secret])[0],
    ...textsOf(texts),
    parameters: { ...options.parameters },
    url: url === undefined ? null : urlOf(url),
    headers: headers === undefined ? [] : headerPairs(headers),
    now: Math.floor(timeOf(now ?? Date.now(), 'now')),
  });
  return instance.whole.call((glue) => glue.sign(text, body)) as SignedDelivery;
}

const TEXTS = ['event', 'id', 'method', 'scheme', 'fault'] as const;
const OPTIONS: readonly string[] = ['provider', 'secret', 'body', 'now', 'url', 'headers', 'parameters', ...TEXTS];

function textsOf(options: Record<string, unknown>): Record<string, string | null> {
  const texts: Record<string, string | null> = {};
  for (const name of TEXTS) {
    const value = options[name];
    if (value !== undefined && typeof value !== 'string') {
      throw new UsageError('usage.option', `${name} is ${describe(value)}, expected a string`);
    }
    texts[name] = value ?? null;
  }
  const unknown = Object.keys(options).find((name) => !OPTIONS.includes(name));
  if (unknown !== undefined) {
    throw new UsageError('usage.option', `unknown option \`${unknown}\`, expected one of ${OPTIONS.join(', ')}`);
  }
  return texts;
}
