// A receiver under load, in a process of its own: hookproof's example, its adapter, or the same made by hand.

import { createHmac, timingSafeEqual } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import Ajv2020 from 'ajv/dist/2020.js';
import { createVerifier } from 'hookproof';
import { nodeHandler } from 'hookproof/adapters';
import { memoryStore } from 'hookproof/stores';
import { createReceiver } from '../../../examples/node/receiver.mjs';
import { SCHEMA } from '../schema.mjs';

const SECRET = process.argv[3];
const OPTIONS = { provider: 'datasaur', secrets: [SECRET], schemas: { PROJECT_CREATED: SCHEMA } };
const LIMIT = 1024 * 1024;

const RECEIVERS = {
  'hookproof (examples/node)': () => createReceiver({ endpoints: { '/hook': OPTIONS } }),
  'hookproof (nodeHandler)': () => adapter({ store: null }),
  'hookproof (nodeHandler, copies told apart)': () => adapter({ store: memoryStore() }),
  'createHmac + JSON.parse + ajv': () => {
    const validate = new Ajv2020({ strict: false }).compile(SCHEMA);
    return byHand((request, body) => {
      const expected = createHmac('sha256', SECRET).update(body).digest();
      const given = Buffer.from(request.headers['x-datasaur-signature'] ?? '', 'hex');
      if (given.length !== expected.length || !timingSafeEqual(given, expected)) return 401;
      try {
        return validate(JSON.parse(body.toString())) ? 200 : 400;
      } catch {
        return 400;
      }
    });
  },
  'nothing is checked': () => byHand(() => 200),
};

function adapter({ store }) {
  return createServer(nodeHandler({ verifier: createVerifier(OPTIONS), store }, async () => {}));
}

/** A server that reads the body under a limit and answers with a status. */
function byHand(check) {
  return createServer((request, response) => {
    const chunks = [];
    let size = 0;
    request.on('data', (chunk) => {
      chunks.push(chunk);
      size += chunk.length;
      if (size > LIMIT) request.destroy();
    });
    request.on('end', () => response.writeHead(check(request, Buffer.concat(chunks))).end());
  });
}

const server = RECEIVERS[process.argv[2]]();
server.listen(0, '127.0.0.1');
await once(server, 'listening');
process.send(server.address().port);
// What started it ends it.
process.on('disconnect', () => process.exit());
