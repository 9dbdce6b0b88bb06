// Generated from src/code.rs by `cargo xtask generate`; do not edit.

/** Every reason code in table order: the place of a code is its number in a packed verdict. */
export const CODES = [
  'ok',
  'delivery.method',
  'limit.body',
  'limit.headers',
  'limit.header_bytes',
  'limit.candidates',
  'limit.depth',
  'signature.missing',
  'signature.malformed',
  'signature.duplicated',
  'signature.unsupported',
  'signature.input',
  'signature.mismatch',
  'timestamp.missing',
  'timestamp.malformed',
  'timestamp.stale',
  'timestamp.future',
  'payload.empty',
  'payload.syntax',
  'payload.duplicate_key',
  'payload.unsafe_integer',
  'event.missing',
  'event.unknown',
  'schema.type',
  'schema.required',
  'schema.unknown_field',
  'schema.enum',
  'schema.const',
  'schema.format',
  'schema.pattern',
  'schema.length',
  'schema.range',
  'schema.multiple_of',
  'schema.items',
  'schema.unique',
  'schema.contains',
  'schema.properties',
  'schema.dependent',
  'schema.any_of',
  'schema.one_of',
  'schema.not',
  'schema.false',
  'usage.provider',
  'usage.secret',
  'usage.authentication',
  'usage.parameter',
  'usage.option',
  'usage.definition',
  'usage.schema',
  'usage.body',
  'usage.delivery',
  'usage.changed',
] as const;

/** The HTTP status that each code suggests, in the order of `CODES`; 0 where a code answers no delivery. */
export const STATUS: readonly number[] = [
  200, 405, 413, 431, 431, 400, 400, 401, 401, 401, 401, 401, 401, 401, 401, 401, 401, 400, 400, 400, 400, 400, 400, 400, 400, 400, 400, 400, 400, 400, 400, 400, 400, 400, 400, 400, 400, 400, 400, 400, 400, 400, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
];

/** A code that decides a delivery or stands at a problem of one. */
export type ReportCode =
  | 'ok'
  | 'delivery.method'
  | 'limit.body'
  | 'limit.headers'
  | 'limit.header_bytes'
  | 'limit.candidates'
  | 'limit.depth'
  | 'signature.missing'
  | 'signature.malformed'
  | 'signature.duplicated'
  | 'signature.unsupported'
  | 'signature.input'
  | 'signature.mismatch'
  | 'timestamp.missing'
  | 'timestamp.malformed'
  | 'timestamp.stale'
  | 'timestamp.future'
  | 'payload.empty'
  | 'payload.syntax'
  | 'payload.duplicate_key'
  | 'payload.unsafe_integer'
  | 'event.missing'
  | 'event.unknown'
  | 'schema.type'
  | 'schema.required'
  | 'schema.unknown_field'
  | 'schema.enum'
  | 'schema.const'
  | 'schema.format'
  | 'schema.pattern'
  | 'schema.length'
  | 'schema.range'
  | 'schema.multiple_of'
  | 'schema.items'
  | 'schema.unique'
  | 'schema.contains'
  | 'schema.properties'
  | 'schema.dependent'
  | 'schema.any_of'
  | 'schema.one_of'
  | 'schema.not'
  | 'schema.false';

/** A code that names a misuse of the library. */
export type UsageCode =
  | 'usage.provider'
  | 'usage.secret'
  | 'usage.authentication'
  | 'usage.parameter'
  | 'usage.option'
  | 'usage.definition'
  | 'usage.schema'
  | 'usage.body'
  | 'usage.delivery'
  | 'usage.changed';

/** A code that names something in a setup that the sender would refuse. */
export type SetupCode = never;
