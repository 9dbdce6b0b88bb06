// The reason codes. Made by `cargo xtask generate`; do not edit.

/** Every code; its place is its number in a packed verdict. */
export const CODES = [
  'ok',
  'delivery.method',
  'limit.body',
  'limit.headers',
  'limit.header_bytes',
  'limit.candidates',
  'limit.parameters',
  'limit.depth',
  'limit.events',
  'limit.steps',
  'signature.missing',
  'signature.malformed',
  'signature.duplicated',
  'signature.unsupported',
  'signature.input',
  'signature.key',
  'signature.mismatch',
  'timestamp.missing',
  'timestamp.malformed',
  'timestamp.stale',
  'timestamp.future',
  'payload.empty',
  'payload.utf8',
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
  'endpoint.syntax',
  'endpoint.scheme',
  'endpoint.port',
  'endpoint.length',
  'endpoint.userinfo',
  'endpoint.host',
  'endpoint.address_spelling',
  'endpoint.private_name',
  'endpoint.private_address',
  'setup.member',
  'setup.urls',
  'setup.no_url',
  'setup.event',
  'setup.no_event',
  'setup.event_channel',
  'setup.channel',
  'setup.no_channel',
  'setup.channel_type',
  'setup.channel_status',
  'setup.overlap',
  'setup.shadowed',
  'setup.duplicate',
  'setup.header',
  'setup.key_count',
  'setup.key_expiry',
  'setup.key_scope',
  'setup.key_overlap',
  'setup.callback_empty',
  'setup.callback_field',
  'setup.callback_value',
  'setup.callback_channel',
  'body.reserialized',
  'body.newline',
  'body.line_endings',
  'body.bom',
  'body.whitespace',
  'body.charset',
  'body.unicode_escapes',
  'body.slash_escapes',
  'body.html_escapes',
  'body.base64',
  'body.double_encoded',
  'body.form_wrapped',
  'body.percent_encoded',
  'body.empty',
  'body.stringified_object',
  'body.lossy',
  'body.compressed',
  'secret.whitespace',
  'secret.quoted',
  'secret.prefix',
  'secret.encoding',
  'secret.other',
  'secret.wrong_kind',
  'scheme.algorithm',
  'scheme.encoding',
  'scheme.content',
  'scheme.provider',
  'header.missing',
  'header.renamed',
  'header.duplicated',
  'header.malformed',
  'timestamp.unit',
  'url.scheme',
  'url.host',
  'url.port',
  'url.path',
  'url.query',
  'unexplained',
  'usage.provider',
  'usage.secret',
  'usage.entry',
  'usage.sign',
  'usage.authentication',
  'usage.parameter',
  'usage.option',
  'usage.definition',
  'usage.schema',
  'usage.body',
  'usage.delivery',
  'usage.setup',
  'usage.changed',
  'usage.init',
] as const;

/** Any reason code. */
export type Code = (typeof CODES)[number];

/** The codes that a report and its problems have. */
export type ReportCode =
  | 'ok'
  | 'delivery.method'
  | 'limit.body'
  | 'limit.headers'
  | 'limit.header_bytes'
  | 'limit.candidates'
  | 'limit.parameters'
  | 'limit.depth'
  | 'limit.events'
  | 'limit.steps'
  | 'signature.missing'
  | 'signature.malformed'
  | 'signature.duplicated'
  | 'signature.unsupported'
  | 'signature.input'
  | 'signature.key'
  | 'signature.mismatch'
  | 'timestamp.missing'
  | 'timestamp.malformed'
  | 'timestamp.stale'
  | 'timestamp.future'
  | 'payload.empty'
  | 'payload.utf8'
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

/** The codes of a `UsageError`. */
export type UsageCode =
  | 'usage.provider'
  | 'usage.secret'
  | 'usage.entry'
  | 'usage.sign'
  | 'usage.authentication'
  | 'usage.parameter'
  | 'usage.option'
  | 'usage.definition'
  | 'usage.schema'
  | 'usage.body'
  | 'usage.delivery'
  | 'usage.setup'
  | 'usage.changed'
  | 'usage.init';

/** The codes of problems of an endpoint or setup at the sender: `endpoint.*`, `setup.*`. */
export type SetupCode =
  | 'endpoint.syntax'
  | 'endpoint.scheme'
  | 'endpoint.port'
  | 'endpoint.length'
  | 'endpoint.userinfo'
  | 'endpoint.host'
  | 'endpoint.address_spelling'
  | 'endpoint.private_name'
  | 'endpoint.private_address'
  | 'setup.member'
  | 'setup.urls'
  | 'setup.no_url'
  | 'setup.event'
  | 'setup.no_event'
  | 'setup.event_channel'
  | 'setup.channel'
  | 'setup.no_channel'
  | 'setup.channel_type'
  | 'setup.channel_status'
  | 'setup.overlap'
  | 'setup.shadowed'
  | 'setup.duplicate'
  | 'setup.header'
  | 'setup.key_count'
  | 'setup.key_expiry'
  | 'setup.key_scope'
  | 'setup.key_overlap'
  | 'setup.callback_empty'
  | 'setup.callback_field'
  | 'setup.callback_value'
  | 'setup.callback_channel';

/** The codes of what can happen to a delivery between sender and receiver, and `unexplained`. */
export type CauseCode =
  | 'body.reserialized'
  | 'body.newline'
  | 'body.line_endings'
  | 'body.bom'
  | 'body.whitespace'
  | 'body.charset'
  | 'body.unicode_escapes'
  | 'body.slash_escapes'
  | 'body.html_escapes'
  | 'body.base64'
  | 'body.double_encoded'
  | 'body.form_wrapped'
  | 'body.percent_encoded'
  | 'body.empty'
  | 'body.stringified_object'
  | 'body.lossy'
  | 'body.compressed'
  | 'secret.whitespace'
  | 'secret.quoted'
  | 'secret.prefix'
  | 'secret.encoding'
  | 'secret.other'
  | 'secret.wrong_kind'
  | 'scheme.algorithm'
  | 'scheme.encoding'
  | 'scheme.content'
  | 'scheme.provider'
  | 'header.missing'
  | 'header.renamed'
  | 'header.duplicated'
  | 'header.malformed'
  | 'timestamp.unit'
  | 'url.scheme'
  | 'url.host'
  | 'url.port'
  | 'url.path'
  | 'url.query'
  | 'unexplained';

/** The faults that `sign` can make. */
export const FAULTS = [
  'body.reserialized',
  'body.newline',
  'body.line_endings',
  'body.bom',
  'body.whitespace',
  'body.charset',
  'body.unicode_escapes',
  'body.slash_escapes',
  'body.html_escapes',
  'body.base64',
  'body.double_encoded',
  'body.form_wrapped',
  'body.percent_encoded',
  'body.empty',
  'body.stringified_object',
  'body.lossy',
  'body.compressed',
  'secret.whitespace',
  'secret.quoted',
  'secret.prefix',
  'secret.encoding',
  'secret.other',
  'secret.wrong_kind',
  'scheme.algorithm',
  'scheme.encoding',
  'scheme.content',
  'scheme.provider',
  'header.missing',
  'header.renamed',
  'header.duplicated',
  'header.malformed',
  'timestamp.unit',
  'timestamp.stale',
  'timestamp.future',
  'url.scheme',
  'url.host',
  'url.port',
  'url.path',
  'url.query',
] as const;

/** A fault, or a fault and its form: `body.newline`, `body.reserialized:python`. */
export type Fault = (typeof FAULTS)[number] | `${(typeof FAULTS)[number]}:${string}`;

/** The HTTP status to answer with, by the place of the code; 0 where it answers no delivery. */
export const STATUSES: readonly number[] = [
  200, 405, 413, 431, 431, 400, 413, 400, 413, 400, 401, 401, 401, 401, 401, 401, 401, 401, 401, 401,
  401, 400, 400, 400, 400, 400, 400, 400, 400, 400, 400, 400, 400, 400, 400, 400, 400, 400, 400, 400,
  400, 400, 400, 400, 400, 400, 400,
];
