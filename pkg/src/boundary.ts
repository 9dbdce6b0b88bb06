// What the module takes and gives: the functions of the generated glue, and the plain data that crosses.

import type {
  Answer,
  Candidate,
  ProviderSummary,
  Report,
  RetrySchedule,
  RouteTarget,
  SetupProblem,
  Validation,
} from './generated/types.js';

/** What `create` takes: the options of `createVerifier` in the form that crosses the boundary. */
export interface BoundaryOptions {
  provider: BoundaryProvider;
  secrets?: BoundarySecret[];
  schemas?: Record<string, string>;
  captures?: string[];
  mode?: string;
  parameters?: Record<string, string>;
  toleranceSeconds?: number;
  limits?: Record<string, number>;
  authentication?: string;
  schemes?: string[];
}

/** A built-in's id, or the JSON text of a definition. */
export type BoundaryProvider = string | { definition: string };

/** JSON text of a value: the form in which questions cross. Bytes are arrays of numbers in it. */
export type Text<T> = string & { readonly of?: T };

/** Writes a value as it crosses. */
export function asText<T>(value: T): Text<T> {
  return JSON.stringify(value, (_, member: unknown) => (member instanceof Uint8Array ? Array.from(member) : member));
}

/** A secret as text or bytes; without an id it is called by its place. */
export interface BoundarySecret {
  id: string | null;
  value: string | Uint8Array;
}

/** What `create` answers: everything that a packed verdict is read with. */
export interface Created {
  handle: number;
  provider: string;
  schemes: string[];
  secretIds: string[];
  /** Lower-case names of the headers that the verifier reads; the place is the kind in a frame. */
  headers: string[];
  /** Pointers into each event whose values are captured. */
  captures: readonly string[];
  /** Bytes that a body may have; of a longer one the first beyond them is enough. */
  bodyBytes: number;
  /** Whether payloads are always the body as it stands. */
  plain: boolean;
  /** The methods of deliveries, and of handshakes. */
  methods: readonly string[];
  handshakeMethods: readonly string[];
  /** The statuses that the sender takes for success; empty where it does not say. */
  success: readonly (readonly [number, number])[];
  /** How long before and after its time of signing a delivery is taken; null where a scheme compares no time. */
  windowSeconds: number | null;
}

/** What `brief` answers: the part of a report that has no sentences. */
export type Brief = Pick<Report, 'keyId' | 'events' | 'replayKey' | 'stages'>;

/** What `compileSchema` takes: schemas as JSON text. */
export interface BoundarySchema {
  schema: string;
  documents?: Record<string, string>;
  assertFormats?: boolean;
  unknownKeywords?: string;
}

/** A sender with its secrets. */
export interface BoundarySender {
  provider: BoundaryProvider;
  secrets: BoundarySecret[];
  parameters: Record<string, string>;
}

/** A request that `handshake` and `detect` look at. */
export interface BoundaryRequest {
  senders: BoundarySender[];
  method: string | null;
  url: string;
  headers: [string, string][];
  now: number;
}

/**
 * The functions that the generated glue exports. On misuse they throw a plain `{ code, message }`; a module without
 * words gives `undefined` instead, and has none of the functions from `report` on.
 */
export interface Glue {
  buffer(bytes: number): number;
  /** Takes hash functions that are faster than the module's for contents of at least so many bytes. */
  useHash(hash: object, least: number): void;
  create(options: Text<BoundaryOptions>): Text<Created> | undefined;
  verify(handle: number, frameBytes: number, bodyBytes: number, unreadHeaders: number, nowMs: number): number;
  /**
   * The address of what the last verify captured, to be read before the next call: a length of four bytes, then of each event
   * the pointer to it, then for each captured pointer the JSON text with U+0001 before each int64 in it, empty for no value;
   * NUL behind all of them.
   */
  captures(): number;
  /** The part without sentences of the last report; nothing where there are problems or drift to tell of. */
  brief(): Text<Brief> | undefined;
  lookup(pointer: string): string | undefined;
  taggedPayload(tag: string): string | undefined;
  release(handle: number): void;
  eventSchema(verifier: number, event: string): number | undefined;
  validate(handle: number, bytes: number): number;
  taggedText(tag: string): string | undefined;
  releaseSchema(handle: number): void;
  version(): string;
  report(): Report;
  compileSchema(options: Text<BoundarySchema>): number;
  validation(): Validation;
  providers(): ProviderSummary[];
  checkEndpoint(provider: Text<BoundaryProvider>, url: string): SetupProblem[];
  retrySchedule(provider: Text<BoundaryProvider>, firstAttemptMs: number): RetrySchedule;
  route(provider: Text<BoundaryProvider>, setupText: string, queryText: string): RouteTarget[];
  checkSetup(provider: Text<BoundaryProvider>, setupText: string): SetupProblem[];
  handshake(request: Text<BoundaryRequest>, body: Uint8Array): Answer | null;
  detect(request: Text<BoundaryRequest>, body: Uint8Array): Candidate[];
  sign(request: Text<object>, body: Uint8Array): object;
  explain(options: Text<BoundaryOptions>, request: Text<BoundaryRequest>, body: Uint8Array): object;
  inspect(options: Text<BoundaryOptions>, request: Text<BoundaryRequest>, body: Uint8Array): object;
  __wbg_set_wasm(exports: object): void;
  __reset_caches(): void;
  readonly __module_sha256: string;
}

/** Kinds of frame entries beside the places in `Created.headers`. */
export const METHOD = 254;
export const URL = 255;
