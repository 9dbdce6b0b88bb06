// Next.js, pages router: `pages/api/webhook.js`

import { createVerifier } from 'hookproof';
import { nodeHandler } from 'hookproof/adapters';

const verifier = createVerifier({ provider: 'edesy', secrets: [process.env.EDESY_SECRET] });

// Without this line Next.js parses the body, and the bytes that were signed are gone.
export const config = { api: { bodyParser: false } };

export default nodeHandler({ verifier }, async ({ report }) => {
  console.log('accepted', report.event.type);
});
