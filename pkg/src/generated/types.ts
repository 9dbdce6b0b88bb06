// The public data types. Made by `cargo xtask generate`; do not edit.

import type { CauseCode, ReportCode, SetupCode } from './codes.js';

/** The answer to one delivery. The same delivery, options and time always give the same report, byte for byte. */
export type Report = {
  /** Whether the delivery may be acted on. */
  ok: boolean;
  /** `ok`, or the code of the problem that decided. */
  code: ReportCode;
  /** The HTTP status to answer with. */
  status: number;
  /** Id of the provider definition that was used. */
  provider: string;
  /** Id of the scheme that matched, or `null`. */
  scheme: string | null;
  /** Id of the secret that matched, or `null`; a secret given without an id is called by its place, `secrets[0]`. */
  secretId: string | null;
  /** What the sender's signature covers, as far as it was verified. */
  authenticated: Authenticated;
  /**
   * The published key that the delivery says it was signed with, as a key id or the URL of a certificate, or `null`.
   * Until a signature has matched it is only a claim; of URLs, only those at the sender's own hosts are named.
   */
  keyId: string | null;
  /** The events of the delivery in order; empty when the payload was not reached. */
  events: Array<Event>;
  /** What was found, errors and lesser things, in the order of the stages and then of the text. */
  problems: Array<Problem>;
  /** How many more problems there are than `limits.problems` let through. */
  problemsOmitted: number;
  /** What the payload has that the schema does not know, or `null`. */
  drift: Drift | null;
  /** A key for a replay store, derived from signed material only; `null` where nothing is signed. */
  replayKey: string | null;
  /** Each stage in order and how it ended. */
  stages: Array<StageResult>;
};

/** What is proved to come from the sender, most first. */
export type Authenticated = 'body' | 'partial' | 'token' | 'none';

/** One event of a delivery. */
export type Event = {
  /** The event type, in the sender's words; `null` where the payload does not say. */
  type: string | null;
  /** The sender's id of the event, exactly as written; numbers are never rounded. */
  id: string | null;
  /** JSON Pointer to the event in the body; empty for the whole body. */
  pointer: string;
};

/** One finding, with its place in the raw body where it has one. */
export type Problem = {
  /** What kind of problem. */
  code: ReportCode;
  /** How much it weighs in this mode. */
  severity: Severity;
  /** The stage that found it. */
  stage: Stage;
  /** JSON Pointer to the value in the body, or `null` where it concerns no value. */
  pointer: string | null;
  /** Line in the body, counted from 1, or `null`. */
  line: number | null;
  /** Column in characters (Unicode scalar values), counted from 1, or `null`. */
  column: number | null;
  /** Byte offset in the body, counted from 0, or `null`. */
  offset: number | null;
  /** Length in bytes of the token that is wrong, or `null`. */
  length: number | null;
  /** The JSON Schema keyword that failed, or `null`. */
  keyword: string | null;
  /** JSON Pointer to that keyword in the schema, or `null`. */
  schemaPointer: string | null;
  /** What was found, then what was expected. Holds no payload value. */
  message: string;
  /** What probably happened or what to do, or `null`. */
  hint: string | null;
};

/** How much a problem weighs. */
export type Severity = 'error' | 'warning' | 'note';

/** How a verified payload differs from what the schema knows: names and types, never values. */
export type Drift = {
  /** JSON Pointers to members that the schema does not name. */
  unknownFields: Array<string>;
  /** JSON Pointers to values that an open list does not have. */
  newEnumValues: Array<string>;
  /** Values of another type than the schema says, where the schema lets that pass. */
  changedTypes: Array<ChangedType>;
  /** The same for every delivery that differs in the same way, whatever its values and array indexes. */
  fingerprint: string;
};

/** A value whose type differs from the schema's. */
export type ChangedType = {
  /** JSON Pointer to the value. */
  pointer: string;
  /** The JSON types that the schema allows, joined by ` or `. */
  expected: string;
  /** The JSON type that was found. */
  found: string;
};

/** A stage and how it ended. */
export type StageResult = {
  /** The stage. */
  name: Stage;
  /** How it ended. */
  result: Outcome;
};

/** A stage of the check. */
export type Stage = 'limits' | 'signature' | 'freshness' | 'event' | 'schema';

/** How a stage ended. */
export type Outcome = 'passed' | 'failed' | 'skipped';

/** How strictly a payload is held to its schema. */
export type Mode = 'strict' | 'tolerant' | 'observe';

/** What a validation finds. */
export type Validation = {
  /** Whether the text is JSON and fits the schema. */
  ok: boolean;
  /** What was found, errors and lesser things, in the order of the text. */
  problems: Array<Problem>;
  /** How many more problems there are than are listed. */
  problemsOmitted: number;
};

/** Upper bounds for what one delivery may hold. Reaching one ends the check with a `limit.*` code. */
export type Limits = {
  /** Bytes of the body; 1 MiB unless set. */
  bodyBytes?: number;
  /** Header lines of the request; 128 unless set. */
  headers?: number;
  /** Bytes of one header that the scheme reads; 16 KiB unless set. */
  headerBytes?: number;
  /** Parameters of a form body, and of a query, where the scheme or the payload is read from it; 1024 unless set. */
  parameters?: number;
  /** Signatures in one signature header; 8 unless set. */
  candidates?: number;
  /** Nesting of the payload's arrays and objects; 128 unless set. */
  depth?: number;
  /** Steps of schemas that read values of the payload again (`anyOf` and the like); 16 Mi unless set. */
  steps?: number;
  /** Events in one delivery, for senders that send arrays of them; 1024 unless set. */
  events?: number;
  /** Problems that a report lists; the rest is only counted. 64 unless set. */
  problems?: number;
};

/** A built-in provider in brief. */
export type ProviderSummary = {
  /** Its id. */
  id: string;
  /** The sender's name. */
  name: string;
  /** One sentence: what its webhooks are for. */
  summary: string;
  /** The event types that the definition knows. */
  events: Array<string>;
  /** The ids of its schemes. */
  schemes: Array<string>;
  /** The pages that the definition was made from. */
  docs: Array<string>;
  /** Day of the last comparison with them. */
  checked: string;
  /** How far the weakest part is known. */
  confidence: Confidence;
};

/** How far something is known. */
export type Confidence = 'documented' | 'observed' | 'assumed';

/** Something that the sender would refuse, or that would not work as it was probably meant. */
export type SetupProblem = {
  /** One of the `endpoint.*` and `setup.*` codes. */
  code: SetupCode;
  /** `error`: the sender refuses it. `warning`: a rule that is only assumed, or a setup that loses or doubles events. */
  severity: Severity;
  /** JSON Pointer into the setup; `null` where one URL was checked on its own. */
  pointer: string | null;
  /** What was found, then what was expected. Holds no key, no header value, and nothing of a URL but scheme, host and port. */
  message: string;
  /** What to do about it, or how the sender itself puts it; or `null`. */
  hint: string | null;
};

/** All attempts of one delivery, if every one of them fails. */
export type RetrySchedule = {
  /** The attempts in order, the first one included. */
  attempts: Array<Attempt>;
  /** Whether `attempts` is all of them; `false` where the sender repeats, but does not say when, or says nothing. */
  complete: boolean;
  /** What happens when the last attempt has failed. */
  afterLast: AfterLast;
  /** How far this is known; `null` where nothing is. */
  confidence: Confidence | null;
  /** The page that says so, or `null`. */
  docs: string | null;
  /** What a user should know: contradictions, older figures; or `null`. */
  note: string | null;
};

/** One attempt. */
export type Attempt = {
  /** Its number; the first delivery is 1. */
  attempt: number;
  /** When it is made, in milliseconds since the Unix epoch, if no attempt takes time of its own. */
  atMs: number;
  /** Seconds after the attempt before; 0 for the first. */
  afterSeconds: number;
};

/** What happens when the last attempt has failed. */
export type AfterLast = {
  /** The outcome. */
  outcome: AfterLastOutcome;
  /** What a user should know about it, or `null`. */
  note: string | null;
};

/** What becomes of something whose last attempt has failed. */
export type AfterLastOutcome = 'dead-letter' | 'lost' | 'refused' | 'unknown';

/** The answer to a handshake. */
export type Answer = {
  /** The HTTP status. */
  status: number;
  /** Header lines, name and value. */
  headers: Array<[string, string]>;
  /** The body; empty where the sender asks for none. */
  body: string;
  /**
   * A secret that the sender has handed over in this request, to be kept and passed in `secrets` from now on; absent
   * for all other requests.
   */
  store?: string;
};

/** A sender that a request may be from. */
export type Candidate = {
  /** Id of the provider. */
  provider: string;
  /** Id of the scheme whose signature or token the request carries. */
  scheme: string;
  /** What of it was found, the most telling first. Holds no value of the request. */
  why: Array<string>;
  /** Whether the signature matches one of the secrets that were handed in for this provider. */
  verified: boolean;
};

/** What can be said about a delivery that did not verify. Holds no secret, no signature and no value of the payload. */
export type Explanation = {
  /**
   * What happened, most telling first; empty when the delivery is authentic and fresh. Of proved causes either all
   * came together or, where undoing them gives the same bytes, one of them did; `alternative` tells which.
   */
  causes: Array<Cause>;
  /** What was tried to find out. */
  tried: Tried;
};

/** One cause. */
export type Cause = {
  /** Its code. */
  code: CauseCode | 'timestamp.stale' | 'timestamp.future' | 'timestamp.malformed';
  /** Whether the signature matches when it is undone. */
  proved: boolean;
  /** Whether undoing it gives the same bytes as undoing the cause before it, so that nobody can tell the two apart. */
  alternative: boolean;
  /** Facts about it, by name. */
  evidence: { readonly [name: string]: string | number };
  /** What to do about it. */
  fix: string;
};

/** How much was computed. */
export type Tried = {
  /** Signatures, at most. */
  macs: number;
  /** Bytes hashed for them, at most. */
  bytes: number;
  /** Whether the budget ended before the ideas did. */
  exhausted: boolean;
};

/** What of a delivery was signed. It holds values of the delivery, but never a secret, a token or an expected signature. */
export type Inspection = {
  /** The schemes that the delivery may be signed by. */
  schemes: Array<InspectedScheme>;
  /** The body as it was signed, where it is proved that another one arrived; `null` otherwise. */
  signedBody: Uint8Array<ArrayBuffer> | null;
  /** The same of the URL. */
  signedUrl: string | null;
};

/** What one scheme reads of the delivery. */
export type InspectedScheme = {
  /** Its id. */
  id: string;
  /** Where the signature or token stands. */
  place: string;
  /** The value that stands there, taken apart; the signature has no name. */
  parts: Array<Segment>;
  /** What is signed, in order; fixed text has no name. Empty where only a token is compared. */
  content: Array<Segment>;
  /** What keeps it from being read whole, or `null`. */
  problem: string | null;
};

/** A stretch of bytes. */
export type Segment = {
  /** What it is, or `null`. */
  name: string | null;
  /** The bytes, or `null` where a secret or a token stands. */
  bytes: Uint8Array<ArrayBuffer> | null;
};

/** A setup, whole or in part. Which members a sender has depends on how it routes; the others stay empty. */
export type Setup = {
  /** The channels of the account. */
  channels?: Array<Channel>;
  /** The webhooks of the whole account. */
  master?: MasterWebhooks;
  /** The webhooks that take over single channels. */
  additional?: Array<AdditionalWebhook>;
  /** The endpoints that each subscribe to some events. */
  endpoints?: Array<SubscribedEndpoint>;
  /** The keys of the sender's own API. */
  apiKeys?: Array<ApiKey>;
  /** The body of the API call that registers endpoints, as it would be sent. */
  callbackSet?: Record<string, unknown>;
};

/** A channel of the account. */
export type Channel = {
  /** The name that the rest of the setup calls it by. */
  name: string;
  /** Its type, in the sender's words. */
  type: string;
  /** The state that the sender shows for it; not checked when absent. */
  status?: string;
  /** The sender's id for it. */
  id?: number;
};

/** The webhooks of the whole account. */
export type MasterWebhooks = {
  /** The URLs by event type. */
  webhooks: Record<string, Array<string>>;
  /** The key, when authentication is switched on. */
  key?: string;
};

/** A webhook that takes over single channels. */
export type AdditionalWebhook = {
  /** Its name, for people. */
  name?: string;
  /** Where its events go; every URL gets its own copy. */
  urls: Array<string>;
  /** Names of the channels that it takes over. */
  channels: Array<string>;
  /** The event types that it carries. */
  events: Array<string>;
  /** Its key, when authentication is switched on. */
  key?: string;
};

/** An endpoint that subscribes to some events. */
export type SubscribedEndpoint = {
  /** Its name, for people. */
  name?: string;
  /** Where its events go. */
  url: string;
  /** The event types that it gets. */
  events: Array<string>;
  /** Headers that each of its deliveries carries beside the sender's own. */
  headers?: Record<string, string>;
  /** Whether it is switched on; it is unless this is `false`. */
  enabled?: boolean;
};

/** A key of the sender's own API; the key itself is not asked for. */
export type ApiKey = {
  /** Its name, for people. */
  name?: string;
  /** Which kind of key it is. */
  kind: ApiKeyKind;
  /** Names of the channels that it is limited to; absent for all. */
  channels?: Array<string>;
  /** When it expires, in any form; absent for never. */
  expires?: string;
};

/** The kinds of API keys. */
export type ApiKeyKind = 'master' | 'additional';

/** An event of a channel. */
export type RouteQuery = {
  /** Name of the channel in the setup. Needed where the sender routes by channel, ignored elsewhere. */
  channel?: string;
  /** The event type. */
  event: string;
};

/** An endpoint that gets its own copy of the event. */
export type RouteTarget = {
  /** Where the event is posted to. */
  url: string;
  /** Headers that the setup adds, name and value. Values are often secrets. */
  headers: Array<[string, string]>;
  /** The header that carries the key of the webhook; `null` where authentication is off or goes by signature. */
  auth: RouteAuth | null;
  /** The part of the setup that the event took. */
  via: RouteVia;
};

/** What an event can take to its endpoint. */
export type RouteKind = 'master' | 'additional' | 'endpoint';

/** The part of a setup that an event took. */
export type RouteVia = {
  /** What it is. */
  kind: RouteKind;
  /** Its name in the setup, or `null`. */
  name: string | null;
  /** JSON Pointer to it in the setup. */
  pointer: string;
};

/** The header that carries the key of a webhook. */
export type RouteAuth = {
  /** Its name. */
  name: string;
  /** Its value, a secret. */
  value: string;
};
