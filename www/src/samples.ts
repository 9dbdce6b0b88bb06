// The senders and their samples, loaded one sender at a time.

import catalogue from 'senders:catalogue';
import load from 'senders:load';
import { bodyOf, type Case, fromBase64, type Mode, type NamedSecret } from './case.ts';

/** A sender in short, known from the start. */
export interface Brief {
  id: string;
  name: string;
  summary: string;
  parameters: { name: string; description: string; initial: string }[];
  /** Whether it can be set up without authentication. */
  optional: boolean;
  /** Of each scheme the id, the template of what is signed, the algorithm. */
  schemes: [id: string, content: string, algorithm: string][];
}

export interface Sample {
  name: string;
  comment: string;
  /** The verdict that it must get. */
  code: string;
  event: string | null;
  now: number;
  method: string;
  url: string;
  headers: string[];
  body: string | null;
  base64: string | null;
  secrets: (string | { id: string; value: string })[];
  mode: Mode;
  parameters: Record<string, string>;
  options: Record<string, unknown>;
}

export interface Sender {
  definition: Record<string, unknown> & { schemas: Record<string, object> };
  samples: Sample[];
  examples: { name: string; body: string }[];
  handshakes: {
    name: string;
    now: number | null;
    options: { secrets?: string[]; parameters?: Record<string, string> };
    method: string;
    url: string;
    headers: string[];
    body: string;
  }[];
}

export { catalogue };

export function brief(id: string): Brief | undefined {
  return catalogue.find((one) => one.id === id);
}

/** Everything on a built-in sender. */
export async function sender(id: string): Promise<Sender | undefined> {
  return (await load[id]?.())?.default;
}

/** The case that a sample stands for. */
export function caseOf(provider: string, sample: Sample): Case {
  const secrets: NamedSecret[] = sample.secrets.map((secret) =>
    typeof secret === 'string' ? { value: secret } : secret,
  );
  const body = sample.base64 === null ? { body: sample.body ?? '' } : bodyOf(fromBase64(sample.base64));
  return {
    provider,
    secrets,
    parameters: sample.parameters,
    method: sample.method,
    url: sample.url,
    headers: sample.headers.join('\n'),
    ...body,
    now: sample.now,
    mode: sample.mode,
    options: sample.options,
    others: [],
  };
}
