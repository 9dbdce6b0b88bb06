// The verdicts of other verifiers on the corpus: what their error text names, beside what `explain` proves.

import * as octokit from '@octokit/webhooks-methods';
import * as standard from 'standardwebhooks';
import Stripe from 'stripe';
import * as svix from 'svix';
import { plan, right } from './corpus.mjs';

/** What a text must speak of to name a family; generous: any of these words will do. */
const NAMES = {
  body: /\b(raw|request body|formatting|new ?line)\b/i,
  secret: /\b(secret|key|whitespace|base64)\b/i,
  scheme: /\b(scheme|algorithm|version|provider)\b/i,
  header: /\b(headers?|missing|required|extract)\b/i,
  timestamp: /\btimestamp\b/i,
  url: /\burl\b/i,
};

const headerOf = (headers, name) => headers.find(([known]) => known.toLowerCase() === name.toLowerCase())?.[1];

/** Each peer: whose deliveries it takes, and its verdict, which throws where it refuses. */
export const PEERS = [
  {
    name: 'stripe',
    sender: 'stripe',
    verify: ({ delivery, secret }) => {
      const header = headerOf(delivery.headers, 'stripe-signature');
      Stripe.webhooks.constructEvent(delivery.body, header, secret, 300, undefined, plan.now);
    },
  },
  {
    name: 'svix',
    sender: 'svix',
    verify: ({ delivery, secret }) =>
      new svix.Webhook(secret).verify(delivery.body, Object.fromEntries(delivery.headers)),
  },
  {
    name: 'standardwebhooks',
    sender: 'standard-webhooks',
    verify: ({ delivery, secret }) => {
      new standard.Webhook(secret).verify(delivery.body, Object.fromEntries(delivery.headers));
    },
  },
  {
    name: '@octokit/webhooks-methods',
    sender: 'github',
    verify: async ({ delivery, secret }) => {
      const header = headerOf(delivery.headers, 'x-hub-signature-256');
      if (!(await octokit.verify(secret, delivery.body.toString('utf8'), header))) {
        throw new Error('false');
      }
    },
  },
];

/** Runs at the time at which the corpus was signed: two of the peers take no other clock than the machine's. */
async function atThatTime(run) {
  const Real = globalThis.Date;
  globalThis.Date = class extends Real {
    constructor(...given) {
      super(...(given.length === 0 ? [plan.now] : given));
    }
    static now() {
      return plan.now;
    }
  };
  try {
    return await run();
  } finally {
    globalThis.Date = Real;
  }
}

/** What it says when it refuses; `null` when it accepts. */
async function text(peer, one) {
  try {
    await atThatTime(() => peer.verify(one));
    return null;
  } catch (error) {
    return String(error?.message ?? error);
  }
}

/** A row for each peer over the single, provable faults of its sender, beside the explanation of each case. */
export async function compare(all, explanationOf) {
  const rows = [];
  for (const peer of PEERS) {
    const texts = new Set();
    const row = { peer: peer.name, sender: peer.sender, cases: 0, refused: 0, named: 0, proved: 0 };
    for (const one of all.filter(({ sender, codes, provable }) => {
      return sender.provider === peer.sender && codes.length === 1 && provable;
    })) {
      const said = await text(peer, one);
      row.cases += 1;
      row.proved += right(one, explanationOf(one)) ? 1 : 0;
      if (said !== null) {
        row.refused += 1;
        texts.add(said);
        row.named += NAMES[one.codes[0].split('.')[0]].test(said) ? 1 : 0;
      }
    }
    rows.push({ ...row, texts: texts.size });
  }
  return rows;
}
