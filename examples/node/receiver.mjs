// A webhook receiver with node:http: one verifier per path, the raw body, and an answer that tells a forger nothing.

import { createServer } from 'node:http';
import { createVerifier } from 'hookproof';

/**
 * Makes the server. `endpoints` maps a path to the options of `createVerifier`; `onReport` gets every verdict.
 */
export function createReceiver({ endpoints, onReport = () => {} }) {
  // Verifiers are made once: definitions and schemas are compiled and keys are prepared here, not per delivery.
  const routes = new Map();
  for (const [path, options] of Object.entries(endpoints)) {
    const verifier = createVerifier(options);
    routes.set(path, { verifier, ...verifier.endpoint });
  }

  const server = createServer(async (request, response) => {
    try {
      const { status, headers = [], body = '' } = await answer(request, routes, onReport);
      for (const [name, value] of headers) response.appendHeader(name, value);
      // What the sender still sends of an oversized body is thrown away below, so the connection cannot be used again.
      if (!request.complete) response.setHeader('connection', 'close');
      response.writeHead(status).end(body);
      request.resume();
    } catch (error) {
      // A sender that goes away in the middle of its request needs no answer.
      if (request.aborted) return;
      console.error(error);
      response.writeHead(500).end();
    }
  });
  server.requestTimeout = 30_000;
  return server;
}

async function answer(request, routes, onReport) {
  const { method, rawHeaders: headers } = request;
  const path = request.url.split('?', 1)[0];
  const route = routes.get(path);
  if (route === undefined) return { status: 404 };

  const body = await rawBody(request, route.bodyBytes);
  const url = `http://${request.headers.host}${request.url}`;
  if (route.handshakeMethods.includes(method)) {
    const greeting = route.verifier.handshake({ method, url, headers, body });
    if (greeting !== null) return greeting;
  }

  const report = route.verifier.verify({ method, url, headers, body });
  onReport({ path, report });
  // Act on the delivery here, when `report.ok`: `report.events` says what it is, `report.payload` what it holds.
  return { status: report.status };
}

/** The body as received. Reading ends one chunk after `limit` bytes: enough for the verifier to see that it is too large. */
function rawBody(request, limit) {
  return new Promise((resolve, reject) => {
    const chunks = [];
    let size = 0;
    const take = (chunk) => {
      chunks.push(chunk);
      size += chunk.length;
      if (size > limit) finish();
    };
    const finish = () => {
      request.off('data', take);
      resolve(Buffer.concat(chunks));
    };
    request.on('data', take);
    request.on('end', finish);
    request.on('error', reject);
  });
}
