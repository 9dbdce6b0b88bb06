// Deno: `EDESY_SECRET=... PORT=3000 deno run --allow-net --allow-env examples/servers/deno.mjs`

import { createVerifier } from 'hookproof';
import { handler } from 'hookproof/adapters';

const verifier = createVerifier({ provider: 'edesy', secrets: [Deno.env.get('EDESY_SECRET')] });
const receive = handler({ verifier }, async ({ report }) => {
  console.log('accepted', report.event.type);
});

Deno.serve(
  { port: Number(Deno.env.get('PORT') ?? 3000), onListen: ({ port }) => console.log(`listening on ${port}`) },
  (request) => (new URL(request.url).pathname === '/webhook' ? receive(request) : new Response(null, { status: 404 })),
);
