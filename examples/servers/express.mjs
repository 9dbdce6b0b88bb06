// Express: `EDESY_SECRET=... PORT=3000 node examples/servers/express.mjs`

import express from 'express';
import { createVerifier } from 'hookproof';
import { nodeHandler } from 'hookproof/adapters';

const verifier = createVerifier({ provider: 'edesy', secrets: [process.env.EDESY_SECRET] });
const receive = nodeHandler({ verifier }, async ({ report }) => {
  console.log('accepted', report.event.type);
});

const app = express();
// Before any parser, which would take the raw body away.
app.all('/webhook', receive);
app.use(express.json());
app.post('/echo', (request, response) => response.json(request.body));

const server = app.listen(process.env.PORT ?? 3000, () => console.log(`listening on ${server.address().port}`));
