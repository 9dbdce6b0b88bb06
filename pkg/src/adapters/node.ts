// The adapter for Node's own requests and responses: node:http, Express, Fastify's raw ones, Next.js pages.

import { bodyMisuse } from '../misuse.js';
import { rawOf } from '../request.js';
import { join } from './fetch.js';
import { type HandlerOptions, type Received, settingsOf } from './options.js';
import { type Answered, type Incoming, mayHaveBody, plainReply, receive, type Unreadable } from './receive.js';

// biome-ignore lint/suspicious/noExplicitAny: what Node's own types say of listeners in general
type Listener = (...all: any[]) => void;

/** The part of Node's `IncomingMessage` that is used, and what frameworks add to it. */
export interface NodeRequest {
  readonly method?: string | undefined;
  readonly url?: string | undefined;
  readonly rawHeaders: readonly string[];
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly complete?: boolean | undefined;
  readonly httpVersionMajor?: number | undefined;
  readonly socket?: unknown;
  on(event: string, listener: Listener): unknown;
  off(event: string, listener: Listener): unknown;
  resume(): unknown;
  destroy(): unknown;
}

/** The part of Node's `ServerResponse` that is used. */
export interface NodeResponse {
  readonly headersSent: boolean;
  statusCode: number;
  appendHeader(name: string, value: string): unknown;
  end(body?: string | Uint8Array): unknown;
}

/** What frameworks and Node add, without it being in every request. */
interface Added {
  readonly originalUrl?: unknown;
  readonly body?: unknown;
  readonly rawBody?: unknown;
  readonly readableDidRead?: unknown;
  readonly destroyed?: unknown;
}

/** Bytes beyond the limit that are thrown away, so that a sender who writes on gets to read its answer. */
const THROWN_AWAY = 1 << 20;

/**
 * A handler for Node's requests and responses; otherwise as {@link handler}. `onDelivery` returns nothing or a
 * {@link Reply}.
 *
 * It reads the request itself. Where a framework has done so, it takes the bytes that `express.raw()` leaves in
 * `req.body`, or those in `req.rawBody`; a body that was parsed is a `UsageError` with the line to add, told to
 * `onError`, and the request is answered 500.
 *
 * @throws `UsageError` `usage.option` for options that are not right. The handler itself never rejects.
 *
 * @example
 * ```ts
 * const receive = nodeHandler({ verifier }, ({ report }) => queue.push(report.payload));
 * createServer(receive).listen(3000);
 * app.post('/webhook', receive); // Express: without a body parser before it
 * ```
 */
export function nodeHandler<Request extends NodeRequest>(
  options: HandlerOptions<Request>,
  onDelivery: (delivery: Received<Request>) => unknown,
): (request: Request, response: NodeResponse) => Promise<void> {
  const settings = settingsOf(options, onDelivery);
  return async (request, response) => {
    const answer = await receive(settings, () => incomingOf(request), onDelivery, plainReply);
    send(request, response, answer);
  };
}

function incomingOf<Request extends NodeRequest>(request: Request): Incoming<Request> {
  const header = (name: string) => {
    const value = request.headers[name];
    return typeof value === 'string' ? value : value?.join(', ');
  };
  return {
    request,
    method: request.method ?? '',
    url: urlOf(request, header('host') ?? header(':authority') ?? 'localhost'),
    headers: request.rawHeaders,
    header,
    read: (most) => read(request, most),
  };
}

/** The URL as the client sent it. Behind a proxy it is another than the public one; see the option `url`. */
function urlOf(request: NodeRequest & Added, host: string): string {
  const { originalUrl, url = '/', socket } = request;
  // Express cuts off of `url` what a router was mounted at.
  const target = typeof originalUrl === 'string' ? originalUrl : url;
  if (/^https?:\/\//i.test(target)) return target;
  const secure = (socket as { encrypted?: unknown } | undefined)?.encrypted === true;
  return `${secure ? 'https' : 'http'}://${host}${target}`;
}

async function read(request: NodeRequest & Added, most: number): Promise<Uint8Array | Unreadable> {
  const kept = bytesOf(request.rawBody) ?? (request.readableDidRead === true ? bytesOf(request.body) : undefined);
  if (kept !== undefined) return kept.length > most ? 'large' : kept;
  if (request.readableDidRead === true) throw bodyMisuse(request.body);
  return readStream(request, most);
}

function bytesOf(value: unknown): Uint8Array | undefined {
  const raw = rawOf(value);
  return typeof raw === 'string' ? new TextEncoder().encode(raw) : raw;
}

function readStream(request: NodeRequest & Added, most: number): Promise<Uint8Array | Unreadable> {
  // It would never say that it is closed, having said so.
  if (request.destroyed === true) return Promise.resolve('broken');
  return new Promise((resolve) => {
    const chunks: Uint8Array[] = [];
    let size = 0;
    const finish = (read: Uint8Array | Unreadable) => {
      request.off('data', take);
      request.off('end', end);
      request.off('close', broken);
      // The listener for `error` stays: an error that nobody listens to would end the process.
      resolve(read);
    };
    const take = (chunk: Uint8Array | string) => {
      if (typeof chunk === 'string') {
        finish('broken');
        return;
      }
      size += chunk.length;
      if (size > most) finish('large');
      else chunks.push(chunk);
    };
    const end = () => finish(request.complete === false ? 'broken' : join(chunks, size));
    const broken = () => finish('broken');
    request.on('data', take);
    request.on('end', end);
    request.on('close', broken);
    request.on('error', broken);
  });
}

function send(request: NodeRequest, response: NodeResponse, { status, headers, body }: Answered): void {
  if (response.headersSent) return;
  const lines = Array.isArray(headers) ? (headers as [string, string][]) : Object.entries(headers);
  for (const [name, value] of lines) response.appendHeader(name, value);
  const unread = request.complete === false;
  if (unread && (request.httpVersionMajor ?? 1) === 1) response.appendHeader('Connection', 'close');
  response.statusCode = status;
  if (body === null || !mayHaveBody(status)) response.end();
  else response.end(body);
  if (unread) throwAway(request);
}

/** Lets the sender end its sentence, within bounds. */
function throwAway(request: NodeRequest): void {
  let left = THROWN_AWAY;
  request.on('data', (chunk: Uint8Array) => {
    left -= chunk.length;
    if (left < 0) request.destroy();
  });
  request.resume();
}
