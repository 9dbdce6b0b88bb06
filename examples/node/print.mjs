// What the demo prints: one line a delivery, for a terminal of 100 columns.

import { ENDPOINTS, sign } from './senders.mjs';

const WIDTH = 100;
/** How many problems of one delivery are shown. */
const SHOWN = 2;
const COLOURS = process.stdout.isTTY === true && !process.env.NO_COLOR;
const paint = (code) => (text) => (COLOURS ? `\x1b[${code}m${text}\x1b[0m` : text);
const bold = paint(1);
const dim = paint(2);
const red = paint(31);
const green = paint(32);
const yellow = paint(33);

export function title({ hookproof, wasm }, base) {
  return `\n${bold(`hookproof ${hookproof}`)}  module ${wasm.slice(0, 12)}, receiver on ${base}`;
}

export function heading(text) {
  return `\n${bold(text)}`;
}

/** One delivery: who sent what, the answer, the verdict; then, where there is one, the place and what to do. */
export function line({ what, path, status, report, expect, faults }) {
  const mark = faults === undefined ? ' ' : faults.length === 0 ? green('✓') : red('✗');
  const sender = ENDPOINTS[path].provider.padEnd(13);
  const name = (what ?? types(report)).padEnd(43);
  const code = report?.code ?? (status < 400 ? 'handshake' : 'no verdict');
  const verdict = status < 400 ? green(code) : yellow(code);
  const rows = [`${mark} ${dim(sender)} ${name} ${status} ${verdict} ${dim(remarks(report))}`.trimEnd()];
  const problems = report?.problems ?? [];
  for (const problem of problems.slice(0, SHOWN)) rows.push(...explain(problem));
  if (problems.length > SHOWN) rows.push(dim(`    and ${problems.length - SHOWN} more`));
  if (expect?.value !== undefined && report !== null) {
    const { pointer } = expect.value;
    rows.push(dim(`    report.get('${pointer}') is ${report.get(pointer)}`));
  }
  for (const fault of faults ?? []) rows.push(red(`    NOT AS EXPECTED: ${fault}`));
  return rows.join('\n');
}

function types(report) {
  return report.events.map((event) => event.type ?? 'unknown').join(', ') || 'not read';
}

/** What an accepted delivery is worth saying more about. */
function remarks(report) {
  if (report === null || !report.ok) return '';
  const { scheme, secretId, events, drift } = report;
  const words = [scheme ?? 'unauthenticated'];
  if (secretId !== null && !secretId.startsWith('secrets[')) words.push(`secret ${secretId}`);
  if (events.length > 1) words.push(`${events.length} events`);
  if (drift !== null) words.push(`drift ${drifted(drift)}`);
  return words.join(', ');
}

function drifted({ unknownFields, newEnumValues, changedTypes }) {
  const pointers = [...unknownFields, ...newEnumValues, ...changedTypes.map((change) => change.pointer)];
  return pointers.length > 2 ? `at ${pointers.length} places` : pointers.join(' ');
}

function explain({ severity, line, column, pointer, message, hint, code }) {
  const place = [];
  if (line !== null) place.push(`line ${line}, column ${column}`);
  if (pointer) place.push(`at ${pointer}`);
  const lesser = severity === 'error' ? '' : `${severity} ${code}: `;
  const rows = wrap(`${lesser}${place.length > 0 ? `${place.join(' ')}: ` : ''}${message}`, '    ');
  if (hint !== null) rows.push(...wrap(`hint: ${hint}`, '    '));
  return rows.map(dim);
}

function wrap(text, indent) {
  const rows = [];
  let row = indent;
  for (const word of text.split(' ')) {
    if (row.length > indent.length && row.length + 1 + word.length > WIDTH) {
      rows.push(row);
      row = `${indent}  `;
    }
    row += row.trim() === '' ? word : ` ${word}`;
  }
  rows.push(row);
  return rows;
}

export function summary({ right, wrong }) {
  const all = right + wrong;
  if (wrong === 0) return `\n${green(`${all} deliveries, every one with the verdict it should get.`)}`;
  return `\n${red(`${all} deliveries, ${wrong} with another verdict than they should get.`)}`;
}

/** Lines to paste into another terminal. */
export function byHand(base) {
  const expired = '{"event":"session.expired"}';
  const failed = '{"event":"call.failed","timestamp":"2026-09-30T15:00:01Z","data":{"call_id":"call_1"}}';
  const json = "-H 'Content-Type: application/json'";
  const [edna, masking] = [sign('/edna', ''), sign('/edesy-masking', expired)].map(flags);
  const [voice] = ENDPOINTS['/edesy-voice'].secrets;
  return `
${bold('The receiver goes on serving; Ctrl-C ends it.')} To try it by hand, in the repository:

${dim('# a message status, with the key')}
curl -i ${base}/edna ${json} \\
  ${edna} \\
  --data-binary @providers/edna-pulse/examples/message_status.json

${dim('# a signed event; change the body, and the signature no longer fits')}
curl -i ${base}/edesy-masking ${json} \\
  ${masking} \\
  --data-binary '${expired}'

${dim('# signed together with the time, which has to be that of now')}
t=$(date +%s); secret='${voice}'
body='${failed}'
v1=$(printf %s "$t.$body" | openssl dgst -sha256 -hmac "$secret" -r | cut -d' ' -f1)
curl -i ${base}/edesy-voice ${json} \\
  -H "X-Webhook-Signature: t=$t,v1=$v1" --data-binary "$body"

${dim('# is the endpoint alive?')}
curl -I ${base}/edna
`;
}

function flags(headers) {
  return Object.entries(headers)
    .map(([name, value]) => `-H '${name}: ${value}'`)
    .join(' ');
}
