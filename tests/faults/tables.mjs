// The tables in docs/why-it-failed.md: rates by family, and other verifiers beside them. `--write` writes them anew.

import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { explain, sign } from 'hookproof';
import { bodies, cases, plan, ratesOf, receiver, remembered } from './corpus.mjs';
import { compare } from './peers.mjs';

const PAGE = new URL('../../docs/why-it-failed.md', import.meta.url);

const percent = (part, whole) => `${((100 * part) / whole).toFixed(1)} %`;
const table = (head, rows) => [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');

/** The rates of singles and pairs. */
export function ratesTable({ singles, pairs }) {
  const rows = (kind, rates) =>
    rates.rows().map(({ family, cases, right: good }) => [kind, family, cases, good, percent(good, cases)]);
  const all = [...rows('one fault', singles), ...rows('two faults', pairs)];
  return table(['', 'family', 'cases', 'true cause first and proved', ''], all);
}

/** The rows of `compare`. */
export function peersTable(rows) {
  const head = [
    'verifier',
    'deliveries of',
    'faulty',
    'refused',
    'different texts',
    'text names the family of the cause',
    '`explain`: first and proved',
  ];
  const cells = rows.map(({ peer, sender, cases: all, refused, texts, named, proved }) => {
    return [`\`${peer}\``, `\`${sender}\``, all, refused, texts, percent(named, all), percent(proved, all)];
  });
  return table(head, cells);
}

/** What stands in the page between two marks. */
export function shown(name) {
  const page = readFileSync(PAGE, 'utf8');
  return page.match(new RegExp(`<!-- ${name}: .*? -->\n\n([^]*?)\n\n<!-- end -->`))?.[1];
}

function write(name, text) {
  const page = readFileSync(PAGE, 'utf8');
  const marks = new RegExp(`(<!-- ${name}: .*? -->\n\n)[^]*?(\n\n<!-- end -->)`);
  if (!marks.test(page)) {
    throw new Error(`docs/why-it-failed.md has no place for ${name}`);
  }
  writeFileSync(
    PAGE,
    page.replace(marks, (_, start, end) => start + text + end),
  );
}

/** Processor time of a search that finds nothing in the large body, which is the longest. */
function time() {
  const body = bodies.get(plan.largeBody);
  const rows = plan.senders
    .filter(({ large }) => large)
    .map((sender) => {
      const { provider, scheme, secret } = sender;
      const signed = sign({ provider, scheme, secret, body, url: plan.url, now: plan.now });
      signed.body[20] ^= 1;
      const { method, url, headers } = signed;
      const options = { ...receiver(sender), method, url, headers, body: signed.body, now: plan.now };
      const times = Array.from({ length: 25 }, () => {
        const before = process.cpuUsage();
        explain(options);
        const { user, system } = process.cpuUsage(before);
        return (user + system) / 1000;
      });
      times.sort((left, right) => left - right);
      return [`\`${provider}/${scheme}\``, body.length, times[12].toFixed(1), times[24].toFixed(1)];
    });
  const { model } = cpus()[0];
  const machine = `Measured on ${new Date().toISOString().slice(0, 10)}, Node.js ${process.versions.node}, ${model}.`;
  return `${table(['scheme', 'bytes', 'median, ms', 'longest of 25, ms'], rows)}\n\n${machine}`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const all = cases();
  const explanationOf = remembered(({ options }) => explain(options));
  const rates = ratesTable(ratesOf(all, explanationOf));
  const tables = { rates, peers: peersTable(await compare(all, explanationOf)), time: time() };
  for (const [name, text] of Object.entries(tables)) {
    console.log(`\n${text}`);
    if (process.argv.includes('--write')) {
      write(name, text);
    }
  }
}
