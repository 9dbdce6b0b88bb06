// Keeps the playground's own files, so that it works offline. Made by the build.
const NAME = "hookproof-873c101ece3f7e25";
const FILES = ["./","./assets/_senders_gallery-DkaQg4Kv.js","./assets/definition-DdxqnGj_.js","./assets/glue-Dyn3IlWD.js","./assets/index-Citm3kZe.css","./assets/index-JkFeDwYd.js","./assets/public-key-CqKO0uYb.js","./assets/sender-DrQNAcjN.js","./assets/worker-D8gmiAuh.js","./senders/360dialog-bmvl-Ji3.js","./senders/adyen-DVwJjEeJ.js","./senders/alloy-ByojzFve.js","./senders/asana-BkUJLVKO.js","./senders/aws-sns-CxNvKXjw.js","./senders/bird--jAASnGO.js","./senders/bitbucket-DDoFohiZ.js","./senders/braintree-BmVMQ1FK.js","./senders/calendly-Dbuw6yib.js","./senders/cashfree-H0aSBxYW.js","./senders/clerk-D9izM7UP.js","./senders/coinbase-cdp-DLFwYysR.js","./senders/coinbase-commerce-R8nhsjHy.js","./senders/datasaur-DVYzzdq4.js","./senders/discord-CxObEpwU.js","./senders/dropbox-B48W_USn.js","./senders/edesy-BM0CKGXL.js","./senders/edesy-masking-BekN0a6V.js","./senders/edesy-voice-D9cOFJkr.js","./senders/edna-pulse-DZ6_qIWa.js","./senders/github-D8CsMDgY.js","./senders/gitlab-D6_wIGCE.js","./senders/hubspot-BdOlHCPz.js","./senders/infobip-BeoCLSSh.js","./senders/intercom-CFP-ZOz3.js","./senders/lemon-squeezy-COsMUda_.js","./senders/line-Aah83g8J.js","./senders/linear-Do8to5Jp.js","./senders/mailgun-DB9NgaQy.js","./senders/messagebird-BH_dh6Ek.js","./senders/messagebird-legacy-DMURKwxu.js","./senders/meta-COuI7zuj.js","./senders/microsoft-graph-B_AKxlw-.js","./senders/notion-DlpHZOUo.js","./senders/openai-DwMxbrUe.js","./senders/paddle-BxRCkaLU.js","./senders/paypal-C-oDyOMd.js","./senders/plaid-CWzcROLP.js","./senders/razorpay-0QqBWYIR.js","./senders/resend-DHx7LOja.js","./senders/segment-5u55MpSL.js","./senders/sendgrid-BJKnSMvL.js","./senders/shopify-CBmdJhBY.js","./senders/slack-BZDNpyLD.js","./senders/square-Dwi5D4_g.js","./senders/standard-webhooks-DACJ1_vg.js","./senders/stripe-D53vHBzt.js","./senders/svix-CMGHf6zy.js","./senders/telegram-BvSkQwzD.js","./senders/trello-pot7QELU.js","./senders/twilio-BqopmZyN.js","./senders/twitch-DV2E8Rqo.js","./senders/typeform-ClxZ52RT.js","./senders/viber-Cc2yzfLJ.js","./senders/vonage-sms-B-Q5iY25.js","./senders/vonage-z57aBcV5.js","./senders/x-C-5xI_0H.js","./senders/zendesk-DdJlX_dk.js","./senders/zoom-CqO6Nslt.js","./icon.svg"];
addEventListener('install', (event) => {
  event.waitUntil(caches.open(NAME).then((cache) => cache.addAll(FILES)).then(() => self.skipWaiting()));
});
addEventListener('activate', (event) => {
  const old = (names) => names.filter((name) => name.startsWith('hookproof-') && name !== NAME);
  event.waitUntil(
    caches.keys().then((names) => Promise.all(old(names).map((name) => caches.delete(name)))).then(() => self.clients.claim()),
  );
});
addEventListener('fetch', (event) => {
  const { method, url } = event.request;
  if (method !== 'GET' || new URL(url).origin !== location.origin) return;
  event.respondWith(
    caches.open(NAME).then((cache) => cache.match(event.request, { ignoreSearch: true })).then((kept) => kept ?? fetch(event.request)),
  );
});
