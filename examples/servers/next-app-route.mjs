// Next.js, app router: `app/webhook/route.js`

import { createVerifier } from 'hookproof';
import { handler } from 'hookproof/adapters';

const verifier = createVerifier({ provider: 'edesy', secrets: [process.env.EDESY_SECRET] });
const receive = handler({ verifier }, async ({ report }) => {
  console.log('accepted', report.event.type);
});

// The sender's liveness checks and handshakes come with these methods too.
export { receive as GET, receive as HEAD, receive as POST };
