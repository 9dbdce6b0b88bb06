// What the package exports, whatever the runtime. The entry of each runtime hands in the module.

export { UsageError } from './errors.js';
export type { Code, ReportCode, SetupCode, UsageCode } from './generated/codes.js';
export { CODES } from './generated/codes.js';
export type { ProviderId } from './generated/providers.js';
export type {
  AdditionalWebhook,
  AfterLast,
  AfterLastOutcome,
  Answer,
  ApiKey,
  ApiKeyKind,
  Attempt,
  Authenticated,
  ChangedType,
  Channel,
  Confidence,
  Drift,
  Event,
  Limits,
  MasterWebhooks,
  Mode,
  Outcome,
  Problem,
  ProviderSummary,
  Report as PlainReport,
  RetrySchedule,
  RouteAuth,
  RouteKind,
  RouteQuery,
  RouteTarget,
  RouteVia,
  Setup,
  SetupProblem,
  Severity,
  Stage,
  StageResult,
  SubscribedEndpoint,
  Validation as PlainValidation,
} from './generated/types.js';
export type { Integers, Value } from './numbers.js';
export type { CreateVerifierOptions, Provider, ProviderDefinition, Secret } from './options.js';
export type { Report } from './report.js';
export type { BodyInput, Delivery, HeadersInput } from './request.js';
export {
  type CompiledSchema,
  type CompileSchemaOptions,
  compileSchema,
  type JsonSchema,
  type Validation,
} from './schema.js';
export type { HandshakeRequest } from './senders.js';
export { checkEndpoint, checkSetup, handshake, providers, retrySchedule, route, version } from './senders.js';
export type { StandardIssue, StandardProps, StandardResult, StandardSchema } from './standard.js';
export { createVerifier, type Verifier } from './verifier.js';
