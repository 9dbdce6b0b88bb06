// Fastify: `EDESY_SECRET=... PORT=3000 node examples/servers/fastify.mjs`

import Fastify from 'fastify';
import { createVerifier } from 'hookproof';
import { nodeHandler } from 'hookproof/adapters';

const verifier = createVerifier({ provider: 'edesy', secrets: [process.env.EDESY_SECRET] });
const receive = nodeHandler({ verifier }, async ({ report }) => {
  console.log('accepted', report.event.type);
});

const app = Fastify();
app.post('/echo', (request) => request.body);
// In a scope of its own, so that other routes keep their parsers.
app.register(async (webhooks) => {
  webhooks.removeAllContentTypeParsers();
  webhooks.addContentTypeParser('*', (_request, _payload, done) => done(null));
  webhooks.all('/webhook', (request, reply) => {
    reply.hijack();
    return receive(request.raw, reply.raw);
  });
});

await app.listen({ port: Number(process.env.PORT ?? 3000) });
console.log(`listening on ${app.server.address().port}`);
