// What to say when the body is not what the sender sent: the line to add, per framework.

import { describe } from './describe.js';
import { UsageError } from './errors.js';

/** The gateway hands over what it takes for binary, which may be any body, in base64 and marks it. */
const LAMBDA = "const body = Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8')";

/** Where the raw body is to be had. Each second column is one line that can be pasted. */
const RAW_BODY: readonly (readonly [string, string])[] = [
  ['Express', "app.post('/webhook', express.raw({ type: () => true, limit: '1mb' }), handler) // then body: req.body"],
  [
    'Fastify',
    "app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => done(null, body))",
  ],
  [
    'Next.js pages',
    'export const config = { api: { bodyParser: false } } // then body: Buffer.concat(await req.toArray())',
  ],
  ['Next.js app', 'const body = new Uint8Array(await request.arrayBuffer())'],
  ['Nest', 'NestFactory.create(AppModule, { rawBody: true }) // then body: req.rawBody'],
  ['Hono', 'const body = new Uint8Array(await c.req.arrayBuffer())'],
  ['AWS Lambda, API Gateway', LAMBDA],
  ['Firebase', 'const body = request.rawBody'],
];

/** The error for a body that is neither bytes nor text. */
export function bodyMisuse(body: unknown): UsageError {
  const found = `body is ${describe(body)}, expected the raw body as bytes (Uint8Array, ArrayBuffer) or text`;
  return new UsageError('usage.body', `${found}; ${advice(body)}`);
}

/** The error for a gateway's event whose body is in base64: the signature covers what it stands for. */
export function encodedMisuse(): UsageError {
  const found = 'the delivery is an event with `isBase64Encoded: true`, expected { method, url, headers, body }';
  return new UsageError('usage.body', `${found}; decode the body and pass it:\n  AWS Lambda, API Gateway: ${LAMBDA}`);
}

function advice(body: unknown): string {
  if (isStream(body)) {
    return 'read the stream first, for instance `new Uint8Array(await request.arrayBuffer())`, and pass what it gives';
  }
  if (isPromise(body)) return 'await it first';
  if (body === undefined || body === null) {
    return `nothing has read the request, or something has and kept it\n${lines()}`;
  }
  return (
    'something has parsed it already, and the signature covers the bytes as they were sent, ' +
    `which JSON.stringify does not bring back\n${lines()}`
  );
}

function lines(): string {
  const rows = RAW_BODY.map(([framework, line]) => `  ${framework}: ${line}`);
  return `get the raw body with:\n${rows.join('\n')}`;
}

function isStream(body: unknown): boolean {
  if (typeof body !== 'object' || body === null) return false;
  return 'getReader' in body || 'pipe' in body || Symbol.asyncIterator in body;
}

/** Whether something can be awaited. */
export function isPromise(value: unknown): boolean {
  return typeof value === 'object' && value !== null && typeof (value as { then?: unknown }).then === 'function';
}
