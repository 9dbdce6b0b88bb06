// The public data types. Made by `cargo xtask generate`; do not edit.

import type { ReportCode } from './codes.js';

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

/** What is proved to come from the sender. */
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

/** Upper bounds for what one delivery may hold. Reaching one ends the check with a `limit.*` code. */
export type Limits = {
  /** Bytes of the body; 1 MiB unless set. */
  bodyBytes?: number;
  /** Header lines of the request; 128 unless set. */
  headers?: number;
  /** Bytes of one header that the scheme reads; 16 KiB unless set. */
  headerBytes?: number;
  /** Signatures in one signature header; 8 unless set. */
  candidates?: number;
  /** Nesting of the payload's arrays and objects; 128 unless set. */
  depth?: number;
  /** Problems that a report lists; the rest is only counted. 64 unless set. */
  problems?: number;
};

/** How far something is known. */
export type Confidence = 'documented' | 'observed' | 'assumed';
