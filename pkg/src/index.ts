// What all entries export alike: types, codes, the error. The functions come from `entry`, of which each has its own.

export { UsageError } from './errors.js';
export type { EventOf, EventType, Int64, Open, PayloadOf, ReportEvent, ReportEventType } from './events.js';
export type { ExplainOptions } from './explain.js';
export type { CauseCode, Code, Fault, ReportCode, SetupCode, UsageCode } from './generated/codes.js';
export { CODES, FAULTS } from './generated/codes.js';
export type { EventPayloads } from './generated/events.js';
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
  Candidate,
  Cause,
  ChangedType,
  Channel,
  Confidence,
  Drift,
  Event,
  Explanation,
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
export type { InitSource } from './origin.js';
export type { Report } from './report.js';
export type { BodyInput, Delivery, HeadersInput } from './request.js';
export type { CompiledSchema, CompileSchemaOptions, JsonSchema, Validation } from './schema.js';
export type { DetectRequest, HandshakeRequest } from './senders.js';
export type { SignedDelivery, SignOptions } from './sign.js';
export type { StandardIssue, StandardProps, StandardResult, StandardSchema } from './standard.js';
export type { EndpointRules, Verifier } from './verifier.js';
