// Code that verifies deliveries of the current sender with the current options, by runtime.

import type { Case } from './case.ts';

export const SNIPPETS: readonly { id: string; name: string }[] = [
  { id: 'express', name: 'Express' },
  { id: 'worker', name: 'Worker' },
  { id: 'hono', name: 'Hono' },
  { id: 'deno', name: 'Deno' },
  { id: 'bun', name: 'Bun' },
  { id: 'rust', name: 'Rust' },
];

function literal(value: unknown): string {
  if (typeof value === 'string')
    return `'${JSON.stringify(value).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return String(value);
  const members = Object.entries(value).map(
    ([name, member]) => `${/^[A-Za-z_$][\w$]*$/.test(name) ? name : literal(name)}: ${literal(member)}`,
  );
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`;
}

function optionsOf({ provider, definition, secrets, mode, parameters, options }: Case, secret: string): string {
  const lines = [definition === undefined ? `provider: ${literal(provider)}` : 'provider: definition'];
  if (options.authentication !== 'none' || secrets.some(({ value }) => value !== '')) {
    lines.push(`secrets: [${secrets.length > 1 ? `${secret}, previousSecret` : secret}]`);
  }
  if (mode !== 'tolerant') lines.push(`mode: '${mode}'`);
  if (Object.keys(parameters).length > 0) lines.push(`parameters: ${literal(parameters)}`);
  for (const [name, value] of Object.entries(options)) lines.push(`${name}: ${literal(value)}`);
  return `{\n${lines.map((line) => `  ${line},\n`).join('')}}`;
}

function top(current: Case, secret: string, adapter: 'handler' | 'nodeHandler', more: readonly string[] = []): string {
  const own = `import definition from './${current.provider}.json' with { type: 'json' };`;
  const entry = isPublicKey(current) ? 'hookproof/public-key' : 'hookproof';
  const imports = [
    ...more,
    `import { createVerifier } from '${entry}';`,
    `import { ${adapter} } from 'hookproof/adapters';`,
    ...(current.definition === undefined ? [] : [own]),
  ];
  return `${imports.join('\n')}

const verifier = createVerifier(${optionsOf(current, secret)});
const receive = ${adapter}({ verifier }, async ({ report }) => {
  console.log(report.event?.type, report.event?.id);
});
`;
}

/** Whether what stands in the secret is a key that the sender publishes. */
function isPublicKey({ secrets }: Case): boolean {
  return secrets.some(({ value }) => /BEGIN (PUBLIC KEY|CERTIFICATE)|^whpk_|"kty"/.test(value));
}

const WRITERS: Record<string, (current: Case) => string> = {
  express: (
    current,
  ) => `${top(current, "process.env.WEBHOOK_SECRET ?? ''", 'nodeHandler', ["import express from 'express';"])}
const app = express();
// Before any body parser: the bytes are what is signed.
app.all('/webhook', receive);
app.listen(3000);
`,
  worker: (current) => `${top(current, 'env.WEBHOOK_SECRET', 'handler', ["import { env } from 'cloudflare:workers';"])}
export default { fetch: receive };
`,
  hono: (current) => `${top(current, "process.env.WEBHOOK_SECRET ?? ''", 'handler', ["import { Hono } from 'hono';"])}
const app = new Hono();
app.all('/webhook', (c) => receive(c.req.raw));
export default app;
`,
  deno: (
    current,
  ) => `${top(current, "Deno.env.get('WEBHOOK_SECRET') ?? ''", 'handler').replaceAll("'hookproof", "'npm:hookproof")}
Deno.serve(receive);
`,
  bun: (current) => `${top(current, "Bun.env.WEBHOOK_SECRET ?? ''", 'handler')}
Bun.serve({ fetch: receive });
`,
  rust: (current) => rust(current),
};

function rust({ provider, definition, mode, parameters, secrets }: Case): string {
  const quoted = (text: string): string => JSON.stringify(text);
  const lines = [`    let verifier = Verifier::builder(${definition === undefined ? quoted(provider) : 'definition'})`];
  for (const secret of secrets.length > 1 ? ['secret', 'previous_secret'] : ['secret'])
    lines.push(`        .secret(${secret})`);
  if (mode !== 'tolerant') lines.push(`        .mode(Mode::${mode === 'strict' ? 'Strict' : 'Observe'})`);
  for (const [name, value] of Object.entries(parameters))
    lines.push(`        .parameter(${quoted(name)}, ${quoted(value)})`);
  return `use hookproof::{Delivery, Headers${mode === 'tolerant' ? '' : ', Mode'}, UsageError, Verifier};

fn status(secret: &str, url: &str, headers: Headers, body: &[u8], now: i64) -> Result<u16, UsageError> {
${lines.join('\n')}
        .build()?;
    let delivery = Delivery { method: Some("POST"), url: Some(url), headers, body };
    let report = verifier.verify(&delivery, now);
    Ok(report.status)
}
`;
}

export function snippet(id: string, current: Case): string {
  return WRITERS[id]?.(current) ?? '';
}
