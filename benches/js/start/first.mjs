// A process that does one thing as the first in its life: the first delivery verified. Prints what that has cost.

const [who, sent] = process.argv.slice(2);
const { body: text, hex, seconds, secret, schema, event, builtIn } = JSON.parse(sent);
const body = Buffer.from(text);
const whsec = `whsec_${Buffer.from(secret).toString('base64')}`;

function right(good) {
  if (!good) throw new Error(`${who}: a right delivery was refused`);
}

async function equal() {
  const { createHmac, timingSafeEqual } = await import('node:crypto');
  const signature = Buffer.from(hex.body, 'hex');
  right(timingSafeEqual(createHmac('sha256', secret).update(body).digest(), signature));
}

const FIRST = {
  nothing() {},
  async hookproof() {
    const { createVerifier } = await import('hookproof');
    const verifier = createVerifier({ provider: 'datasaur', secrets: [secret], schemas: { [event]: schema } });
    right(verifier.verify({ headers: { 'x-datasaur-signature': hex.body }, body }).ok);
  },
  async 'hookproof, built-in schema'() {
    const { createVerifier } = await import('hookproof');
    const verifier = createVerifier({ provider: builtIn.provider, secrets: [secret] });
    right(verifier.verify({ headers: builtIn.headers, body: builtIn.body }).ok);
  },
  async 'createHmac + JSON.parse + ajv'() {
    await equal();
    const { default: Ajv2020 } = await import('ajv/dist/2020.js');
    const validate = new Ajv2020({ strict: false }).compile(schema);
    right(validate(JSON.parse(body.toString())));
  },
  async 'createHmac + JSON.parse + cfworker'() {
    await equal();
    const { Validator } = await import('@cfworker/json-schema');
    right(new Validator(schema, '2020-12').validate(JSON.parse(body.toString())).valid);
  },
  async 'stripe (no schema)'() {
    const { default: Stripe } = await import('stripe');
    Stripe.webhooks.constructEvent(body, `t=${seconds},v1=${hex.stripe}`, secret);
  },
  async 'svix (no schema)'() {
    const { Webhook } = await import('svix');
    const { standard } = hex;
    new Webhook(whsec).verify(body, { 'svix-id': 'm', 'svix-timestamp': `${seconds}`, 'svix-signature': standard });
  },
  async 'standardwebhooks (no schema)'() {
    const { Webhook } = await import('standardwebhooks');
    const headers = { 'webhook-id': 'm', 'webhook-timestamp': `${seconds}`, 'webhook-signature': hex.standard };
    new Webhook(whsec).verify(body.toString(), headers);
  },
};

const begin = performance.now();
await FIRST[who]();
const wall = performance.now() - begin;
const { user, system } = process.cpuUsage();
console.log(JSON.stringify({ cpu: (user + system) / 1000, wall, rss: process.memoryUsage.rss() / 2 ** 20 }));
