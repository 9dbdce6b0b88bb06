// The types of built-in events: payloads by provider, event type and the option `integers`.

import type { EventPayloads } from './generated/events.js';
import type { ProviderId } from './generated/providers.js';
import type { Integers } from './numbers.js';

/** How a field comes out that its schema declares as int64, by the option `integers`. */
export type Int64<I extends Integers> = I extends 'bigint' ? bigint : I extends 'string' ? string : number;

/** A value of a list that its sender may extend without telling: what is not in it is drift, unless in `strict`. */
export type Open<T> = T | (T extends string ? string & {} : never) | (T extends number ? number & {} : never);

/** The event types of a built-in provider. */
export type EventType<P extends ProviderId> = keyof EventPayloads[P] & string;

/**
 * The payload of a built-in event as its schema describes it. Integers that the schema declares as int64 have the type
 * that `integers` gives them.
 *
 * A payload is taken at the schema's word: in `tolerant` and `observe` look at `report.drift` and `report.problems` for what
 * of it does not hold. A delivery that is an array of events has one of these an item.
 *
 * @example
 * ```ts
 * const verifier = createVerifier({ provider: 'edna-pulse', secrets, integers: 'bigint' });
 * const report = verifier.verify(request);
 * if (report.ok && report.event?.type === 'incoming_message') {
 *   const message = report.payload as PayloadOf<'edna-pulse', 'incoming_message', 'bigint'>;
 *   message.id; // bigint
 * }
 * ```
 */
export type PayloadOf<
  P extends ProviderId,
  T extends EventType<P>,
  I extends Integers = 'number',
> = T extends keyof EventPayloads<I>[P] ? EventPayloads<I>[P][T] : never;

/** The events of a built-in provider, told apart by `type`. */
export type EventOf<P extends ProviderId, I extends Integers = 'number'> = {
  [T in EventType<P>]: { readonly type: T; readonly payload: PayloadOf<P, T, I> };
}[EventType<P>];
