// A sender of the tests' own, so that the package is tested apart from what the built-in definitions say.

import { createHmac } from 'node:crypto';

export const SECRET = 'of the tests';

/** Signs with `X-Own-Signature`; its events `thing` have int64 members. */
export const PROVIDER = {
  id: 'own',
  name: 'Own',
  summary: 'A sender that only the tests know.',
  docs: ['https://own.example/webhooks'],
  checked: '2026-11-01',
  confidence: 'documented',
  schemes: [
    {
      id: 'hmac',
      confidence: 'documented',
      signature: { source: 'header:X-Own-Signature', layout: 'bare', encoding: 'hex' },
      algorithm: 'hmac-sha256',
      content: '{body}',
    },
  ],
  events: {
    kind: ['json:/type'],
    id: ['json:/id'],
    known: [{ type: 'thing', summary: 'Something happened.', confidence: 'documented', schema: 'thing' }],
  },
  schemas: {
    thing: {
      type: 'object',
      properties: {
        type: { type: 'string' },
        id: { type: 'integer', format: 'int64' },
        parent: { type: 'object', properties: { id: { type: 'integer', format: 'int64' } } },
        ids: { type: 'array', items: { type: 'integer', format: 'int64' } },
      },
      required: ['type'],
    },
  },
};

/** A delivery of that sender. */
export function signed(body, secret = SECRET) {
  const signature = createHmac('sha256', secret).update(body).digest('hex');
  return { method: 'POST', headers: { 'X-Own-Signature': signature }, body };
}
