// A Cloudflare Worker: verified here, claimed in a Durable Object, worked on by a queue's consumer.

import { createVerifier } from 'hookproof';
import { handler } from 'hookproof/adapters';
import { durableObjectStore } from 'hookproof/stores';

// The class behind the binding REPLAY_CLAIMS.
export { ReplayClaims } from 'hookproof/stores';

/** Made by the first request, which brings the secret, and kept as long as the isolate lives. */
let receive;

function receiver(env) {
  const verifier = createVerifier({
    provider: 'edesy',
    secrets: [env.EDESY_SECRET],
    // A message of a queue holds 128 KB; whoever sends more would have to go by way of a bucket.
    limits: { bodyBytes: 100_000 },
  });
  const store = durableObjectStore(env.REPLAY_CLAIMS);
  const onReport = (report, outcome) => console.log(JSON.stringify({ ...outcome, code: report?.code }));
  return handler({ verifier, store, onReport }, async ({ report }, { DELIVERIES }) => {
    // Should this fail, the claim is given up, and the sender hears that it has to come again.
    await DELIVERIES.send({ key: report.replayKey, type: report.event.type, payload: report.payload });
  });
}

export default {
  fetch(request, env) {
    if (new URL(request.url).pathname !== '/webhook') return new Response(null, { status: 404 });
    receive ??= receiver(env);
    return receive(request, env);
  },

  // A queue delivers at least once, so that work must not mind being done twice: here the key makes it one entry.
  async queue(batch, env) {
    for (const message of batch.messages) {
      const { key, type, payload } = message.body;
      await env.HANDLED.put(key, JSON.stringify({ type, payload }));
      message.ack();
    }
  },
};
