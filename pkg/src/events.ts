// The types of built-in events: payloads by provider, event type and the option `integers`.

import type { EventPayloads } from './generated/events.js';
import type { ProviderId } from './generated/providers.js';
import type { Event } from './generated/types.js';
import type { Integers } from './numbers.js';
import type { Provider } from './options.js';

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
 * type Message = PayloadOf<'edna-pulse', 'incoming_message', 'bigint'>;
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

/** What is not told apart: events of a definition of your own, and of a provider that is known without schemas. */
interface PlainEvent extends Readonly<Event> {
  readonly payload: unknown;
}

/** An event of this type. */
interface TypedEvent<T extends string, Payload> extends Readonly<Event> {
  readonly type: T;
  readonly payload: Payload;
}

interface UntypedEvent extends PlainEvent {
  readonly type: null;
}

/**
 * What stands for every provider and every way of integers where none is named: each verifier is a `Verifier`, each report
 * a `Report`.
 */
// biome-ignore lint/suspicious/noExplicitAny: only `any` is related to all of them in both directions.
export type Whichever = any;

/** The event types of a built-in provider that has schemas; never for any other. */
type Listed<P> = 0 extends 1 & P ? never : [P] extends [ProviderId] ? EventType<P> : never;

/** An event as a report shows it, told apart by `type`, with its payload. */
export type ReportEvent<P extends Provider = Whichever, I extends Integers = Whichever> = [Listed<P>] extends [never]
  ? PlainEvent
  : { [T in Listed<P>]: TypedEvent<T, ReportPayload<P, T, I>> }[Listed<P>] | UntypedEvent;

/** The event types that {@link Report.is} takes: those with a schema, or any. */
export type ReportEventType<P extends Provider> = [Listed<P>] extends [never] ? string : Listed<P>;

/** What {@link Report.is} tells of a payload. */
export type ReportPayload<P extends Provider, T extends string, I extends Integers> = P extends ProviderId
  ? T extends Listed<P>
    ? PayloadOf<P, T, I>
    : unknown
  : unknown;
