// What the package exports, whatever the runtime. The entry of each runtime hands in the module.

export { UsageError } from './errors.js';
export type { Code, ReportCode, SetupCode, UsageCode } from './generated/codes.js';
export { CODES } from './generated/codes.js';
export type { ProviderId } from './generated/providers.js';
export type {
  AfterLast,
  Answer,
  Attempt,
  Authenticated,
  ChangedType,
  Confidence,
  Drift,
  Event,
  Limits,
  Mode,
  Outcome,
  Problem,
  Report as PlainReport,
  RetrySchedule,
  SetupProblem,
  Severity,
  Stage,
  StageResult,
} from './generated/types.js';
export type { Integers, Value } from './numbers.js';
export type { CreateVerifierOptions, Provider, ProviderDefinition, Secret } from './options.js';
export type { Report } from './report.js';
export type { BodyInput, Delivery, HeadersInput } from './request.js';
export type { HandshakeRequest, ProviderSummary, RouteQuery, RouteTarget, Setup } from './senders.js';
export { checkEndpoint, checkSetup, handshake, providers, retrySchedule, route, version } from './senders.js';
export { createVerifier, type Verifier } from './verifier.js';
