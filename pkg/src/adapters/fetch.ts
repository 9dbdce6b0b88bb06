// The adapter for hosts that speak the Fetch API: Workers, Deno, Bun, Hono, Next.js, Lambda by way of a Request.

import { describe } from '../describe.js';
import { UsageError } from '../errors.js';
import type { HandlerOptions, Received, Reply } from './options.js';
import { settingsOf } from './options.js';
import { type Answered, type Incoming, mayHaveBody, plainReply, receive, type Unreadable } from './receive.js';

/**
 * A handler from `Request` to `Response`. It reads the raw body no further than the verifier's limit, answers handshakes
 * and liveness checks, verifies, claims the delivery in the replay store, and calls `onDelivery` for what may be acted on.
 *
 * `onDelivery` returns nothing, a {@link Reply} or a `Response`. The sender is told success when it has ended, and failure
 * when it throws, so keep it short: put the delivery into a queue. A 2xx that the sender does not take for success is
 * sent as one that it does. What the host passes behind the request (`env` and `ctx` in a Worker) is passed on.
 *
 * @throws `UsageError` `usage.option` for options that are not right. The handler itself never rejects.
 *
 * @example
 * ```ts
 * const verifier = createVerifier({ provider: 'edesy', secrets: [process.env.EDESY_SECRET ?? ''] });
 * export const POST = handler({ verifier }, async ({ report }) => {
 *   await queue.push(report.event?.type, report.payload);
 * });
 * ```
 */
export function handler<Context extends unknown[] = []>(
  options: HandlerOptions<Request>,
  onDelivery: (delivery: Received<Request>, ...context: Context) => unknown,
): (request: Request, ...context: Context) => Promise<Response> {
  const settings = settingsOf(options, onDelivery);
  return async (request, ...context) => {
    const work = (delivery: Received<Request>) => onDelivery(delivery, ...context);
    return respond(await receive(settings, () => incomingOf(request), work, readReply), request?.method);
  };
}

function incomingOf(request: Request): Incoming<Request> {
  const { method, url, headers } = Object(request) as Partial<Request>;
  if (typeof headers?.get !== 'function' || typeof method !== 'string' || typeof url !== 'string') {
    throw new UsageError(
      'usage.delivery',
      `the request is ${describe(request)}, expected a Request of the Fetch API; ` +
        'Hono: receive(c.req.raw); Express, Fastify and node:http: nodeHandler in place of handler',
    );
  }
  return {
    request,
    method,
    url,
    headers: headers as unknown as Iterable<readonly [string, string]>,
    header: (name) => headers.get(name),
    read: (most) => read(request, most),
  };
}

async function read(request: Request, most: number): Promise<Uint8Array | Unreadable> {
  if (request.bodyUsed || request.body?.locked) {
    throw new UsageError(
      'usage.body',
      'the body of the request has been read already, expected a request that nothing has read; ' +
        'pass it on before anything calls request.json() or text(), or read a copy:\n' +
        '  Next.js app: const response = await receive(request.clone())\n' +
        "  Hono: app.post('/webhook', (c) => receive(c.req.raw)) // before anything reads c.req",
    );
  }
  if (request.body === null || request.body === undefined) return new Uint8Array(0);
  const reader = request.body.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return join(chunks, size);
      size += value.length;
      if (size > most) {
        // Not waited for: a host may end it only when the answer is out.
        reader.cancel().catch(() => {});
        return 'large';
      }
      chunks.push(value);
    }
  } catch {
    return 'broken';
  }
}

/** Chunks as one. */
export function join(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const [only] = chunks;
  if (only !== undefined && chunks.length === 1) return only;
  const whole = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

function readReply(returned: unknown): Answered | undefined {
  if (!isResponse(returned)) return plainReply(returned);
  return { status: returned.status, headers: {}, body: null, own: returned };
}

// By what it can do and not by its class: it may come from another realm or another implementation.
function isResponse(value: unknown): value is Response {
  return typeof value === 'object' && value !== null && typeof (value as Response).arrayBuffer === 'function';
}

function respond({ status, headers, body, own }: Answered, method: string | undefined): Response {
  if (own !== undefined) {
    const response = own as Response;
    if (response.status === status) return response;
    return new Response(response.body, { status, headers: response.headers });
  }
  const content = mayHaveBody(status) && method !== 'HEAD' ? body : null;
  return new Response(content as BodyInit | null, { status, headers: headers as HeadersInit });
}
