// Links that hold a case, and deliveries signed anew so that no secret is in them.

import type { SignedDelivery } from 'hookproof';
import { bodyOf, bytesOf, type Case, EMPTY, fromBase64, linesOf, pairsOf, toBase64 } from './case.ts';
import type { Client } from './client.ts';

const PREFIX = '#case=';

async function through(
  bytes: Uint8Array<ArrayBuffer>,
  stream: CompressionStream | DecompressionStream,
): Promise<Uint8Array<ArrayBuffer>> {
  const piped = new Blob([bytes])
    .stream()
    .pipeThrough(stream as ReadableWritablePair<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>);
  return new Uint8Array(await new Response(piped).arrayBuffer());
}

/** A link to this page with the case behind its `#`. */
export async function linkTo(current: Case): Promise<string> {
  const json = new TextEncoder().encode(JSON.stringify(current));
  const packed = toBase64(await through(json, new CompressionStream('deflate-raw')));
  const text = packed.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
  return `${location.href.split('#')[0]}${PREFIX}${text}`;
}

/** The case of a link; `null` where there is none. */
export async function fromLink(hash: string): Promise<{ case: Case; note: string } | null> {
  if (!hash.startsWith(PREFIX)) return null;
  try {
    const packed = fromBase64(hash.slice(PREFIX.length).replaceAll('-', '+').replaceAll('_', '/'));
    const json = new TextDecoder().decode(await through(packed, new DecompressionStream('deflate-raw')));
    return {
      case: checked(JSON.parse(json)),
      note: 'From a link. Its secret is a random one that was made for sharing.',
    };
  } catch {
    return { case: EMPTY, note: 'The link is cut off or damaged: ask for it again.' };
  }
}

/** What a link holds is anybody's: only members of the right kind are taken. */
function checked(value: unknown): Case {
  const given = value as Partial<Record<keyof Case, unknown>>;
  const text = (name: keyof Case): string => (typeof given[name] === 'string' ? given[name] : '');
  const strings = (one: unknown): Record<string, string> =>
    Object.fromEntries(
      Object.entries(one ?? {}).filter((pair): pair is [string, string] => typeof pair[1] === 'string'),
    );
  const secrets = Array.isArray(given.secrets) ? given.secrets : [];
  return {
    provider: text('provider'),
    ...(typeof given.definition === 'string' ? { definition: given.definition } : {}),
    secrets: secrets
      .map((secret) => strings(secret))
      .map(({ id, value = '' }) => (id === undefined ? { value } : { id, value })),
    parameters: strings(given.parameters),
    method: text('method'),
    url: text('url'),
    headers: text('headers'),
    body: text('body'),
    ...(typeof given.base64 === 'string' ? { base64: given.base64 } : {}),
    now: typeof given.now === 'number' ? given.now : null,
    mode: given.mode === 'strict' || given.mode === 'observe' ? given.mode : 'tolerant',
    options:
      typeof given.options === 'object' && given.options !== null ? (given.options as Record<string, unknown>) : {},
    others: [],
  };
}

function random(count: number): Uint8Array<ArrayBuffer> {
  return crypto.getRandomValues(new Uint8Array(count));
}

/** Forms that secrets have, each with fresh random bytes. */
function candidates(): string[] {
  const hex = Array.from(random(16), (byte) => byte.toString(16).padStart(2, '0')).join('');
  return [`playground-${hex}`, `whsec_${toBase64(random(24))}`, toBase64(random(32)), hex + hex];
}

function providerOf({ provider, definition }: Case): string | object {
  return definition === undefined ? provider : (JSON.parse(definition) as object);
}

/** Signs the body of a case, in place of the signature that it had. */
export async function signedWith(
  client: Client,
  current: Case,
  secret: string,
  fault?: string,
): Promise<SignedDelivery> {
  const { method, url, parameters, now } = current;
  const given = {
    provider: providerOf(current),
    secret,
    body: bytesOf(current),
    parameters,
    now: now ?? Date.now(),
    ...(method === '' ? {} : { method }),
    ...(url === '' ? {} : { url }),
  };
  const bare = await client.call<SignedDelivery>('sign', given);
  const made = new Set(bare.headers.map(([name]) => name.toLowerCase()));
  made.delete('content-type');
  const headers = pairsOf(current.headers).filter(([name]) => !made.has(name.toLowerCase()));
  return client.call<SignedDelivery>('sign', { ...given, headers, ...(fault === undefined ? {} : { fault }) });
}

/** A random secret that this sender's deliveries can be signed with; `null` where only a private key can. */
export async function freshSecret(client: Client, current: Case): Promise<string | null> {
  for (const secret of candidates()) {
    try {
      await signedWith(client, current, secret);
      return secret;
    } catch {
      // Another form may do.
    }
  }
  return null;
}

/** The case with a fresh secret in place of its own, and what was done to it. */
export async function resigned(client: Client, current: Case): Promise<{ shared: Case; notes: string[] }> {
  const { id } = current.secrets[0] ?? {};
  const bare: Case = { ...current, secrets: [], others: [] };
  const had = current.secrets.some(({ value }) => value !== '');
  if (!had) return { shared: { ...bare, secrets: [{ value: '' }] }, notes: ['There is no secret in it.'] };
  const received = bytesOf(current);
  const was = await client.call<Uint8Array<ArrayBuffer> | null>('signedBody', current).catch(() => null);
  const base = { ...bare, ...bodyOf(was ?? received) };
  const secret = await freshSecret(client, base);
  const report = { shared: bare, notes: [] as string[] };
  if (secret === null) {
    report.shared = { ...bare, secrets: [{ value: '' }] };
    report.notes.push(
      'The secret is left out; the delivery is as it was, since it can only be signed with the sender’s own key.',
    );
  } else {
    const signed = await signedWith(client, base, secret);
    const body = was === null ? bodyOf(signed.body) : bodyOf(received);
    report.shared = {
      ...bare,
      ...body,
      secrets: [id === undefined ? { value: secret } : { id, value: secret }],
      method: signed.method,
      url: signed.url,
      headers: linesOf(signed.headers),
    };
    report.notes.push(
      'Your secret is not in the link. A fresh random one is, and the delivery is signed anew with it.',
    );
    if (was !== null) report.notes.push('What happened to the body on the way is kept.');
  }
  return { ...report, shared: without(report.shared, current, report.notes) };
}

/** Takes the secrets out of wherever else they stand. */
function without(shared: Case, current: Case, notes: string[]): Case {
  let text = JSON.stringify(shared);
  let found = false;
  for (const { value } of current.secrets.filter((secret) => secret.value.length > 3)) {
    const written = JSON.stringify(value).slice(1, -1);
    found ||= text.includes(written);
    text = text.replaceAll(written, '[secret removed]');
  }
  if (found) notes.push('The secret also stood in the delivery itself; it is cut out there.');
  return JSON.parse(text) as Case;
}
