// Hono, on any runtime that takes a default export with `fetch`: `EDESY_SECRET=... PORT=3000 bun examples/servers/hono.mjs`

import { Hono } from 'hono';
import { createVerifier } from 'hookproof';
import { handler } from 'hookproof/adapters';

const verifier = createVerifier({ provider: 'edesy', secrets: [process.env.EDESY_SECRET] });
const receive = handler({ verifier }, async ({ report }) => {
  console.log('accepted', report.event.type);
});

const app = new Hono();
app.all('/webhook', (c) => receive(c.req.raw));

export default app;
