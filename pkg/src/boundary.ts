// What the module takes and gives: the functions of the generated glue, and the plain data that crosses.

import type {
  Answer,
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
  mode?: string;
  parameters?: Record<string, string>;
  toleranceSeconds?: number;
  limits?: Record<string, number>;
  authentication?: string;
  schemes?: string[];
}

/** A built-in's id, or the JSON text of a definition. */
export type BoundaryProvider = string | { definition: string };

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
}

/** What `compileSchema` takes: schemas as JSON text. */
export interface BoundarySchema {
  schema: string;
  documents?: Record<string, string>;
  assertFormats?: boolean;
  unknownKeywords?: string;
}

/** A request that `handshake` looks at. */
export interface BoundaryHandshake {
  provider: BoundaryProvider;
  secrets: BoundarySecret[];
  method: string;
  url: string;
  headers: [string, string][];
  body: Uint8Array;
}

/** The functions that the generated glue exports. They throw a plain `{ code, message }` on misuse. */
export interface Glue {
  buffer(bytes: number): number;
  create(options: BoundaryOptions): Created;
  verify(handle: number, frameBytes: number, bodyBytes: number, unreadHeaders: number, nowMs: number): number;
  report(): Report;
  lookup(pointer: string): string | undefined;
  taggedPayload(tag: string): string | undefined;
  release(handle: number): void;
  compileSchema(options: BoundarySchema): number;
  eventSchema(verifier: number, event: string): number;
  validate(handle: number, bytes: number): number;
  validation(): Validation;
  taggedText(tag: string): string | undefined;
  releaseSchema(handle: number): void;
  providers(): ProviderSummary[];
  version(): string;
  checkEndpoint(provider: BoundaryProvider, url: string): SetupProblem[];
  retrySchedule(provider: BoundaryProvider, firstAttemptMs: number): RetrySchedule;
  route(provider: BoundaryProvider, setupText: string, queryText: string): RouteTarget[];
  checkSetup(provider: BoundaryProvider, setupText: string): SetupProblem[];
  handshake(request: BoundaryHandshake): Answer | null;
  __wbg_set_wasm(exports: object): void;
  __reset_caches(): void;
  readonly __module_sha256: string;
}

/** Kinds of frame entries beside the places in `Created.headers`. */
export const METHOD = 254;
export const URL = 255;
