// Why a delivery does not verify: asked of the module, beside and never within a verification.

import { asText, type BoundaryOptions, type Glue } from './boundary.js';
import { describe } from './describe.js';
import { UsageError } from './errors.js';
import type { Explanation, Inspection } from './generated/types.js';
import type { Instance } from './instance.js';
import { type CreateVerifierOptions, convertOptions, type Secret, secretsOf } from './options.js';
import type { Delivery } from './request.js';
import { bytesOf, requestOf } from './senders.js';

/** What {@link explain} takes: the options of a verifier and the delivery. */
export interface ExplainOptions extends Omit<CreateVerifierOptions, 'now'>, Omit<Delivery, 'receivedAt'> {
  /** The time of receipt, in milliseconds since the Unix epoch or a `Date`; the clock's unless given. */
  readonly now?: number | Date | undefined;
  /** Secrets that may have been mistaken for this endpoint's: of other endpoints, of test mode, old ones. */
  readonly otherSecrets?: readonly Secret[] | undefined;
}

export function explain(instance: Instance, options: ExplainOptions): Explanation {
  const { verifier, delivery, now, otherSecrets } = split(options);
  return explainWith(instance, verifier, delivery, now, otherSecrets);
}

export function inspect(instance: Instance, options: ExplainOptions): Inspection {
  const { verifier, delivery, now, otherSecrets } = split(options);
  return ask(verifier, delivery, now, otherSecrets, (...all) =>
    instance.whole.call((glue) => glue.inspect(...all)),
  ) as Inspection;
}

function split(options: ExplainOptions) {
  if (typeof options !== 'object' || options === null) {
    throw new UsageError('usage.option', `the options are ${describe(options)}, expected { provider, secrets, ... }`);
  }
  const { method, url, headers, body, now, otherSecrets, ...verifier } = options;
  return { verifier: convertOptions(verifier), delivery: { method, url, headers, body }, now, otherSecrets };
}

/** The same for the options of a verifier that was made before. */
export function explainWith(
  instance: Instance,
  verifier: BoundaryOptions,
  delivery: Delivery,
  now: number | Date | undefined,
  otherSecrets: readonly Secret[] | undefined,
): Explanation {
  return ask(verifier, delivery, now, otherSecrets, (...all) =>
    instance.whole.call((glue) => glue.explain(...all)),
  ) as Explanation;
}

function ask(
  verifier: BoundaryOptions,
  { method, url, headers, body }: Delivery,
  now: number | Date | undefined,
  otherSecrets: readonly Secret[] | undefined,
  question: Glue['explain'],
): object {
  const senders = [{ provider: '', secrets: secretsOf(otherSecrets ?? []), parameters: {} }];
  const request = asText({ senders, method: method ?? null, ...requestOf({ url, headers, now }) });
  return question(asText(verifier), request, bytesOf(body));
}
