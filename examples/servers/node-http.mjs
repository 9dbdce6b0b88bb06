// node:http: `EDESY_SECRET=... PORT=3000 node examples/servers/node-http.mjs`

import { createServer } from 'node:http';
import { createVerifier } from 'hookproof';
import { nodeHandler } from 'hookproof/adapters';

const verifier = createVerifier({ provider: 'edesy', secrets: [process.env.EDESY_SECRET] });
const receive = nodeHandler({ verifier }, async ({ report }) => {
  // Put the delivery into a queue here: the sender waits for the answer.
  console.log('accepted', report.event.type);
});

const server = createServer((request, response) => {
  if (request.url.split('?', 1)[0] === '/webhook') receive(request, response);
  else response.writeHead(404).end();
});
server.listen(process.env.PORT ?? 3000, () => console.log(`listening on ${server.address().port}`));
