// Links that hold a case, and deliveries signed anew so that no secret is in them.

import type { SignedDelivery } from 'hookproof';
import type { Wrong } from './answer.ts';
import { bodyOf, bytesOf, type Case, EMPTY, fromBase64, linesOf, pairsOf, toBase64 } from './case.ts';
import type { Client } from './client.ts';

const PREFIX = '#case=';

const RIGHT: Wrong = { signedBody: null, signedUrl: null, codes: [] };

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
  const faulty = fault === undefined ? {} : { fault };
  // What stands where the signature belongs, or where the fault puts it, is an old one.
  const bare = [{}, faulty].map((more) => client.call<SignedDelivery>('sign', { ...given, ...more }));
  const lines = (await Promise.all(bare)).flatMap(({ headers }) => headers);
  const made = new Set(lines.map(([name]) => name.toLowerCase()));
  made.delete('content-type');
  const headers = pairsOf(current.headers).filter(([name]) => !made.has(name.toLowerCase()));
  return client.call<SignedDelivery>('sign', { ...given, headers, ...faulty });
}

/** A random secret that this sender's deliveries can be signed with; `null` where only a private key can. */
export async function freshSecret(client: Client, current: Case, fault?: string): Promise<string | null> {
  for (const secret of candidates()) {
    try {
      await signedWith(client, current, secret, fault);
      return secret;
    } catch {
      // Another form may do.
    }
  }
  return null;
}

/** The case as it was sent, and the fault that it shall have. */
interface Sent {
  base: Case;
  fault: string | undefined;
}

/** Stands for a body that nobody knows, so that its signature does not fit either. */
const UNKNOWN = { body: '{"this":"is not what was received"}' };

/** What to sign, and with which fault, so that the received delivery fails as it did; the surest way first. */
function waysToBreak(bare: Case, { signedBody, signedUrl, codes }: Wrong): Sent[] {
  const base = {
    ...bare,
    ...(signedBody === null ? {} : { base64: undefined as never, ...bodyOf(signedBody) }),
    url: signedUrl ?? bare.url,
  };
  const elsewhere = codes.filter(({ code }) => !/^(body|url|unexplained)/.test(code));
  const fault = (elsewhere.find(({ proved }) => proved) ?? elsewhere[0])?.code;
  const ways = fault === undefined ? [] : [{ base, fault }];
  if (codes.length === 0 || signedBody !== null || signedUrl !== null) return [...ways, { base, fault: undefined }];
  return [...ways, { base: { ...bare, base64: undefined as never, ...UNKNOWN }, fault: undefined }];
}

/** The case with a fresh secret in place of its own, and what was done to it. */
export async function resigned(client: Client, current: Case): Promise<{ shared: Case; notes: string[] }> {
  const { id } = current.secrets[0] ?? {};
  const named = (value: string) => [id === undefined ? { value } : { id, value }];
  const bare: Case = { ...current, secrets: [], others: [] };
  const had = current.secrets.some(({ value }) => value !== '');
  if (!had) {
    const notes = ['There is no secret in it.'];
    return { shared: without({ ...bare, secrets: [{ value: '' }] }, current, notes), notes };
  }
  const wrong = await client.call<Wrong>('wrong', current).catch(() => RIGHT);
  for (const { base, fault } of waysToBreak(bare, wrong)) {
    const secret = await freshSecret(client, base, fault);
    if (secret === null) continue;
    const signed = await signedWith(client, base, secret, fault);
    const asSigned = base.body === bare.body && base.base64 === bare.base64;
    const shared = {
      ...bare,
      // A body that was signed otherwise arrives as it did.
      ...(asSigned ? { base64: undefined as never, ...bodyOf(signed.body) } : {}),
      secrets: named(typeof signed.secret === 'string' ? signed.secret : secret),
      method: signed.method,
      url: wrong.signedUrl === null ? signed.url : current.url,
      headers: linesOf(signed.headers),
    };
    const notes = ['Your secret is not in the link. A fresh random one is, and the delivery is signed anew with it.'];
    if (wrong.codes.length > 0) notes.push('What is wrong with the delivery is kept.');
    return { shared: without(shared, current, notes), notes };
  }
  const notes = [
    'The secret is left out; the delivery is as it was, since it can only be signed with the sender’s own key.',
  ];
  return { shared: without({ ...bare, secrets: [{ value: '' }] }, current, notes), notes };
}

/** Takes the secrets out of wherever else they stand. */
function without(shared: Case, current: Case, notes: string[]): Case {
  let text = JSON.stringify(shared);
  let found = false;
  const values = [...current.secrets.map(({ value }) => value), ...current.others];
  for (const value of values.filter((secret) => secret.length > 3)) {
    const written = JSON.stringify(value).slice(1, -1);
    found ||= text.includes(written);
    text = text.replaceAll(written, '[secret removed]');
  }
  if (found) notes.push('The secret also stood in the delivery itself; it is cut out there.');
  return JSON.parse(text) as Case;
}
