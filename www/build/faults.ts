// The faults of the corpus for the gallery: of each sender every fault once, in the smallest delivery that shows it.

import { readFileSync } from 'node:fs';
import { cases } from '../../tests/faults/corpus.mjs';
import type { Sample } from '../src/samples.ts';

const CODES = new URL('../../docs/codes.md', import.meta.url);

interface Found {
  /** Name of the module that holds the delivery. */
  file: string;
  provider: string;
  scheme: string;
  fault: string;
  sample: Sample;
  others: string[];
}

/** A case as the corpus gives it. */
interface CorpusCase {
  name: string;
  sender: { provider: string; scheme: string; parameters?: Record<string, string> };
  codes: string[];
  provable: boolean;
  delivery: { method: string; url: string; headers: [string, string][]; body?: Buffer };
  secret: string;
  options: { now: number; otherSecrets: string[] };
}

function sampleOf({ sender, delivery, options, secret }: CorpusCase, fault: string): Sample {
  const body = Buffer.from(delivery.body ?? '');
  const text = body.toString('utf8');
  const whole = Buffer.from(text, 'utf8').equals(body);
  return {
    name: fault,
    comment: '',
    code: '',
    event: null,
    now: options.now,
    method: delivery.method,
    url: delivery.url,
    headers: delivery.headers.map(([name, value]) => `${name}: ${value}`),
    body: whole ? text : null,
    base64: whole ? null : body.toString('base64'),
    secrets: [secret],
    mode: 'tolerant',
    parameters: sender.parameters ?? {},
    options: { schemes: [sender.scheme] },
  };
}

let found: Map<string, Found> | undefined;

/** Each fault of each sender; of its deliveries a provable one is taken before others, then the shortest. */
function all(): Map<string, Found> {
  if (found !== undefined) return found;
  const chosen = new Map<string, { rank: number; one: CorpusCase; fault: string }>();
  for (const one of (cases() as CorpusCase[]).filter(({ codes }) => codes.length === 1)) {
    const fault = one.name.split(' ').slice(3).join(' ');
    const key = `${one.sender.provider} ${one.sender.scheme} ${fault}`;
    const length = one.delivery.body?.length ?? 0;
    // A body that is nearly empty shows little.
    const rank = (one.provable ? 0 : 1e9) + (length < 20 ? 1e6 : 0) + length;
    const best = chosen.get(key);
    if (best === undefined || rank < best.rank) chosen.set(key, { rank, one, fault });
  }
  found = new Map(
    [...chosen].map(([key, { one, fault }]) => {
      const { provider, scheme } = one.sender;
      const others = one.options.otherSecrets;
      return [key, { file: `${provider}-${scheme}`, provider, scheme, fault, sample: sampleOf(one, fault), others }];
    }),
  );
  return found;
}

export function faultRows(): [file: string, provider: string, scheme: string, fault: string][] {
  return [...all().values()].map(({ file, provider, scheme, fault }) => [file, provider, scheme, fault]);
}

export function faultFiles(): string[] {
  return [...new Set([...all().values()].map(({ file }) => file))];
}

/** The deliveries of one sender, by fault. */
export function faultsOf(file: string): Record<string, { sample: Sample; others: string[] }> {
  const own = [...all().values()].filter((one) => one.file === file);
  return Object.fromEntries(own.map(({ fault, sample, others }) => [fault, { sample, others }]));
}

/** What each code of a fault says, from the page of all codes. */
export function faultWords(): Record<string, string> {
  const codes = new Set([...all().values()].map(({ fault }) => fault.split(':')[0]));
  const rows = readFileSync(CODES, 'utf8').matchAll(/<\/a>`([^`]+)` \| [^|]* \| ([^|]+) \|/g);
  return Object.fromEntries(
    [...rows].filter(([, code]) => codes.has(code)).map(([, code, words]) => [code, words?.trim()]),
  );
}
