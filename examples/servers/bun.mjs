// Bun: `EDESY_SECRET=... PORT=3000 bun examples/servers/bun.mjs`

import { createVerifier } from 'hookproof';
import { handler } from 'hookproof/adapters';

const verifier = createVerifier({ provider: 'edesy', secrets: [process.env.EDESY_SECRET] });
const receive = handler({ verifier }, async ({ report }) => {
  console.log('accepted', report.event.type);
});

const server = Bun.serve({
  port: process.env.PORT ?? 3000,
  routes: { '/webhook': (request) => receive(request) },
  fetch: () => new Response(null, { status: 404 }),
});
console.log(`listening on ${server.port}`);
