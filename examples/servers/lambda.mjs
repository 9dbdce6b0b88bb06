// AWS Lambda, behind API Gateway (REST and HTTP APIs) or a function URL: the event becomes a Request, the Response an answer.

import { createVerifier } from 'hookproof';
import { handler as handlerOf } from 'hookproof/adapters';

const verifier = createVerifier({ provider: 'edesy', secrets: [process.env.EDESY_SECRET] });
const receive = handlerOf({ verifier }, async ({ report }) => {
  console.log('accepted', report.event.type);
});

export async function handler(event) {
  const response = await receive(requestOf(event));
  return {
    statusCode: response.status,
    headers: Object.fromEntries(response.headers),
    body: Buffer.from(await response.arrayBuffer()).toString('base64'),
    isBase64Encoded: true,
  };
}

/** Events have one of two forms: 1.0 of REST APIs, 2.0 of HTTP APIs and function URLs. */
function requestOf(event) {
  const { http } = event.requestContext;
  const headers = new Headers();
  for (const [name, value] of Object.entries(event.headers ?? {})) headers.set(name, value);
  // Only version 1.0 tells several lines of one name apart.
  for (const [name, values] of Object.entries(event.multiValueHeaders ?? {})) {
    headers.delete(name);
    for (const value of values) headers.append(name, value);
  }
  const method = http?.method ?? event.httpMethod;
  const path = http ? event.rawPath : event.requestContext.path;
  const query = http ? event.rawQueryString : queryOf(event);
  const url = `https://${headers.get('host') ?? event.requestContext.domainName}${path}${query ? `?${query}` : ''}`;
  // The flag says how the bytes were put into the event; taken wrongly, no signature fits.
  const body = Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8');
  return new Request(url, { method, headers, body: method === 'GET' || method === 'HEAD' ? undefined : body });
}

function queryOf({ multiValueQueryStringParameters: all, queryStringParameters: last }) {
  const pairs = Object.entries(all ?? last ?? {}).flatMap(([name, values]) =>
    [values].flat().map((one) => [name, one]),
  );
  return new URLSearchParams(pairs).toString();
}
