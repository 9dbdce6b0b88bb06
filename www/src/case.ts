// The case on the screen: one delivery, and what its receiver was given.

export interface NamedSecret {
  id?: string;
  value: string;
}

export type Mode = 'strict' | 'tolerant' | 'observe';

export interface Case {
  /** Id of the sender; of an own one the id in its definition. */
  provider: string;
  /** JSON text of an own definition; absent for built-in senders. */
  definition?: string;
  secrets: NamedSecret[];
  parameters: Record<string, string>;
  method: string;
  url: string;
  /** Header lines, `Name: value` each. */
  headers: string;
  body: string;
  /** The body where it is no text; then `body` only shows it. */
  base64?: string;
  /** The time of receipt in milliseconds; `null` is now. */
  now: number | null;
  mode: Mode;
  /** Further options of `createVerifier`, as they are. */
  options: Record<string, unknown>;
  /** Other secrets that `explain` may look at. */
  others: string[];
}

export const EMPTY: Case = {
  provider: 'standard-webhooks',
  secrets: [{ value: '' }],
  parameters: {},
  method: 'POST',
  url: '',
  headers: '',
  body: '',
  now: null,
  mode: 'tolerant',
  options: {},
  others: [],
};

/** Header lines as pairs; exactly one blank after the colon is left out. */
export function pairsOf(headers: string): [string, string][] {
  const lines = headers.split('\n').map((line) => line.replace(/\r$/, ''));
  return lines
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const colon = line.indexOf(':', 1);
      if (colon < 0) return [line.trim(), ''];
      const value = line.slice(colon + 1);
      return [line.slice(0, colon).trim(), value.startsWith(' ') ? value.slice(1) : value];
    });
}

export function linesOf(pairs: readonly (readonly [string, string])[]): string {
  return pairs.map(([name, value]) => `${name}: ${value}`).join('\n');
}

/** The body's bytes. */
export function bytesOf({ body, base64 }: Pick<Case, 'body' | 'base64'>): Uint8Array<ArrayBuffer> {
  return base64 === undefined ? new TextEncoder().encode(body) : fromBase64(base64);
}

/** Bytes as a case holds them: text where they are UTF-8, and the bytes beside it where not. */
export function bodyOf(bytes: Uint8Array<ArrayBuffer>): Pick<Case, 'body' | 'base64'> {
  try {
    return { body: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    return { body: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes), base64: toBase64(bytes) };
  }
}

export function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < binary.length; at += 1) bytes[at] = binary.charCodeAt(at);
  return bytes;
}

export function toBase64(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += 8192) binary += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(binary);
}

type Listener = (current: Case, changed: ReadonlySet<keyof Case>) => void;

/** Holds the current case and tells who listens when it changes. */
export class Store {
  #current: Case;
  readonly #listeners: Listener[] = [];

  constructor(first: Case) {
    this.#current = first;
  }

  get current(): Case {
    return this.#current;
  }

  listen(listener: Listener): void {
    this.#listeners.push(listener);
  }

  set(change: Partial<Case>): void {
    const next = { ...this.#current, ...change };
    // Typed text takes the place of bytes.
    if ('body' in change && !('base64' in change)) delete next.base64;
    if ('base64' in change && change.base64 === undefined) delete next.base64;
    if ('definition' in change && change.definition === undefined) delete next.definition;
    const names = Object.keys(next) as (keyof Case)[];
    const changed = new Set(names.filter((name) => next[name] !== this.#current[name]));
    if (changed.size === 0) return;
    this.#current = next;
    for (const listener of this.#listeners) listener(next, changed);
  }

  replace(next: Case): void {
    this.set({ definition: undefined as never, base64: undefined as never, ...next });
  }
}
