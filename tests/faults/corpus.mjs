// The corpus of faulty deliveries, read: every case with what its receiver hands to `explain`.

import { readFileSync } from 'node:fs';

const read = (name) => readFileSync(new URL(name, import.meta.url));
const json = (name) => JSON.parse(read(name));

export const plan = json('plan.json');

/** What stands in every body that holds any text, and in no answer. */
export const MARK = 'marked-payload-value';

export const bodies = new Map([...plan.bodies, plan.largeBody].map((name) => [name, read(`bodies/${name}.json`)]));

const received = new Map(
  Object.entries(json('received.json').bodies).map(([name, body]) => [`#${name}`, Buffer.from(body)]),
);

/** The options of a receiver of this sender's deliveries. */
export function receiver({ provider, scheme, secret, parameters }, wrong = secret) {
  return { provider, schemes: [scheme], secrets: [wrong], parameters: parameters ?? {} };
}

/** Each case: whose it is, its faults, the delivery, and the options of `explain`. */
export function cases() {
  return plan.senders.flatMap((sender) => {
    return json(`cases/${sender.provider}-${sender.scheme}.json`).cases.map((row, place) => {
      const delivery = {
        method: 'POST',
        url: row.url,
        headers: row.headers,
        body: bodies.get(row.body) ?? received.get(row.body),
      };
      const otherSecrets = row.others ? ['not-this-one', sender.secret] : [];
      return {
        name: `${sender.provider} ${sender.scheme} ${place} ${row.faults.join(' + ')}`,
        sender,
        codes: row.faults.map((fault) => fault.split(':')[0]),
        provable: row.provable,
        delivery,
        secret: row.secret ?? sender.secret,
        options: { ...receiver(sender, row.secret), ...delivery, now: plan.now, otherSecrets },
      };
    });
  });
}

/** What no answer may show: secrets in any spelling, and all that stands in the signed headers. */
export function hidden(secrets, headers) {
  const spelt = secrets.flatMap((secret) => {
    const bytes = Buffer.from(secret);
    const decoded = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
    return [
      secret,
      ...[bytes, decoded].flatMap((key) => [key.toString('hex'), key.toString('base64').replace(/=+$/, '')]),
    ];
  });
  const pieces = headers.flatMap(([, value]) => value.split(/[,= ]/));
  return [...spelt.filter((text) => text.length >= 16), ...pieces.filter((piece) => piece.length >= 24), MARK];
}

/** Whether the true cause comes first and proved, or shares its bytes with the one that does; of pairs, whether both are proved. */
export function right({ codes }, { causes }) {
  const proved = causes.filter((cause) => cause.proved).map((cause) => cause.code);
  if (codes.length > 1) {
    return codes.every((code) => proved.includes(code));
  }
  const end = causes.findIndex((cause, place) => place > 0 && !cause.alternative);
  return causes.slice(0, end < 0 ? causes.length : end).some((cause) => cause.code === codes[0] && cause.proved);
}

/** The family of a cause, or of two. */
export const familyOf = (codes) => codes.map((code) => code.split('.')[0]).join(' and ');

/** Rates by family, counted one by one. */
export class Rates {
  #rows = new Map();

  count(family, good) {
    const row = this.#rows.get(family) ?? { cases: 0, right: 0 };
    this.#rows.set(family, { cases: row.cases + 1, right: row.right + (good ? 1 : 0) });
  }

  /** Each family, and all of them together as the last. */
  rows() {
    const rows = [...this.#rows].map(([family, row]) => ({ family, ...row }));
    const sum = (name) => rows.reduce((total, row) => total + row[name], 0);
    return [...rows, { family: 'all', cases: sum('cases'), right: sum('right') }];
  }

  print(title) {
    for (const { family, cases, right } of this.rows()) {
      console.log(`${title} ${family}: ${right} of ${cases} (${((100 * right) / cases).toFixed(1)} %)`);
    }
  }

  /** Percent of all. */
  total() {
    const { cases, right } = this.rows().at(-1);
    return (100 * right) / cases;
  }
}

/** The rates of what can be proved, of single faults and of pairs, by the explanation of each case. */
export function ratesOf(all, explanationOf) {
  const rates = { singles: new Rates(), pairs: new Rates() };
  for (const one of all.filter(({ provable }) => provable)) {
    rates[one.codes.length > 1 ? 'pairs' : 'singles'].count(familyOf(one.codes), right(one, explanationOf(one)));
  }
  return rates;
}

/** Explains each case when it is first asked for, and once. */
export function remembered(explain) {
  const known = new Map();
  return (one) => {
    if (!known.has(one.name)) known.set(one.name, explain(one));
    return known.get(one.name);
  };
}
