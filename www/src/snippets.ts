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

function top(current: Case, secret: string): string {
  const own =
    current.definition === undefined
      ? ''
      : `import definition from './${current.provider}.json' with { type: 'json' };\n`;
  return `import { createVerifier } from 'hookproof';\n${own}\nconst verifier = createVerifier(${optionsOf(current, secret)});\n`;
}

/** A fetch-style handler's lines. */
function fetchStyle(request: string, indent: string): string {
  return [
    `const body = new Uint8Array(await ${request}.arrayBuffer());`,
    `const { method, url, headers } = ${request};`,
    'const report = verifier.verify({ method, url, headers, body });',
    'if (!report.ok) return new Response(null, { status: report.status });',
    'console.log(report.event?.type, report.event?.id);',
    'return new Response(null, { status: 200 });',
  ]
    .map((line) => `${indent}${line}\n`)
    .join('');
}

const WRITERS: Record<string, (current: Case) => string> = {
  express: (current) => `import express from 'express';
${top(current, "process.env.WEBHOOK_SECRET ?? ''")}
const app = express();
app.post('/webhook', express.raw({ type: () => true }), (req, res) => {
  const url = \`https://\${req.headers.host}\${req.originalUrl}\`;
  const report = verifier.verify({ method: req.method, url, headers: req.headers, body: req.body });
  if (!report.ok) return res.status(report.status).end();
  console.log(report.event?.type, report.event?.id);
  res.status(200).end();
});
app.listen(3000);
`,
  worker: (current) => `import { env } from 'cloudflare:workers';
${top(current, 'env.WEBHOOK_SECRET')}
export default {
  async fetch(request) {
${fetchStyle('request', '    ')}  },
};
`,
  hono: (current) => `import { Hono } from 'hono';
${top(current, "process.env.WEBHOOK_SECRET ?? ''")}
const app = new Hono();
app.post('/webhook', async (c) => {
${fetchStyle('c.req.raw', '  ')}});
export default app;
`,
  deno: (current) => `${top(current, "Deno.env.get('WEBHOOK_SECRET') ?? ''").replace("'hookproof'", "'npm:hookproof'")}
Deno.serve(async (request) => {
${fetchStyle('request', '  ')}});
`,
  bun: (current) => `${top(current, "Bun.env.WEBHOOK_SECRET ?? ''")}
Bun.serve({
  async fetch(request) {
${fetchStyle('request', '    ')}  },
});
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
