// The options of `createVerifier`: their types, and their conversion to what crosses the boundary.

import type { BoundaryOptions, BoundaryProvider, BoundarySecret } from './boundary.js';
import { describe, listed, suggestion } from './describe.js';
import { UsageError } from './errors.js';
import type { ProviderId } from './generated/providers.js';
import type { Limits, Mode } from './generated/types.js';
import { type Integers, stringifyExact } from './numbers.js';

/** A sender as data: the object of a `provider.json` with its schemas inlined. The module checks every field. */
export interface ProviderDefinition {
  /** Lower-case words joined by `-`. */
  readonly id: string;
  readonly [field: string]: unknown;
}

/** A built-in's id, or a definition of your own. */
export type Provider = ProviderId | (string & {}) | ProviderDefinition;

/** A secret as the sender shows it, its bytes, or either with a name that reports call it by. */
export type Secret = string | Uint8Array | { readonly id: string; readonly value: string | Uint8Array };

/** What {@link createVerifier} takes. Only `provider` and, for all but unauthenticated senders, `secrets` are needed. */
export interface CreateVerifierOptions<P extends Provider = Provider, I extends Integers = Integers> {
  /** The sender: a built-in's id, or a definition. */
  readonly provider: P;
  /** The endpoint's secrets; several while they are being rotated. Any one may match. */
  readonly secrets?: readonly Secret[] | undefined;
  /**
   * How strictly the payload is held to its schema: `'strict'` refuses all that the schema does not allow, `'tolerant'`
   * (unless set) reports unknown fields and new members of open lists as drift, `'observe'` refuses nothing for what a schema says.
   */
  readonly mode?: Mode | undefined;
  /**
   * How the fields come out that their schema declares as int64: `'number'` (unless set), `'bigint'` or `'string'`.
   * With the latter two no integer of the payload is rounded. With `'number'` `report.payload` is what JSON.parse
   * gives, and `report.get` gives a `bigint` for an integer beyond 2^53-1.
   */
  readonly integers?: I | undefined;
  /** The clock: milliseconds since the Unix epoch. `Date.now` unless set. */
  readonly now?: (() => number) | undefined;
  /** JSON Schemas (draft 2020-12), as objects or JSON text, that are added or replaced per event type. */
  readonly schemas?: Readonly<Record<string, object | boolean | string>> | undefined;
  /**
   * JSON Pointers into each event whose values are recorded by the walk that checks the delivery, so that
   * {@link Report.get} on them is a look into memory, whatever was verified in between. In a delivery that is an array of events
   * they are read below their event: `report.get('/1/id')` for `'/id'`. At most 64, those of the definition included.
   */
  readonly captures?: readonly string[] | undefined;
  /** Values that a scheme needs beside the secret; the definition lists them. */
  readonly parameters?: Readonly<Record<string, string>> | undefined;
  /** Seconds that a signed timestamp may lie before or after the time of receipt. 0 means that it must be equal. */
  readonly toleranceSeconds?: number | undefined;
  /** Upper bounds for what one delivery may hold. */
  readonly limits?: Readonly<Limits> | undefined;
  /** `'none'` accepts deliveries without signature or token, from senders that can be set up so. */
  readonly authentication?: 'required' | 'none' | undefined;
  /** Ids of the only schemes that may pass, where the provider has several. */
  readonly schemes?: readonly string[] | undefined;
}

const LIMITS = Object.keys({
  bodyBytes: 0,
  headers: 0,
  headerBytes: 0,
  parameters: 0,
  candidates: 0,
  depth: 0,
  steps: 0,
  events: 0,
  problems: 0,
} satisfies Required<Limits>);

const MODES: readonly Mode[] = ['strict', 'tolerant', 'observe'];
export const INTEGERS: readonly Integers[] = ['number', 'bigint', 'string'];
const LARGEST = 0xffff_ffff;

type Convert = (value: never, to: BoundaryOptions) => void;

// One row per option; an option that is in no row does not exist.
const OPTIONS: { readonly [Name in keyof Required<CreateVerifierOptions>]: Convert } = {
  provider: (value: unknown, to) => {
    to.provider = providerOf(value);
  },
  secrets: (value: unknown, to) => {
    to.secrets = secretsOf(value);
  },
  mode: (value: unknown, to) => {
    to.mode = oneOf('mode', value, MODES);
  },
  integers: (value: unknown) => {
    oneOf('integers', value, INTEGERS);
  },
  now: (value: unknown) => {
    if (typeof value !== 'function') throw misfit('now', value, 'a function that gives milliseconds');
  },
  schemas: (value: unknown, to) => {
    to.schemas = mapped('schemas', value, (schema, name) => jsonText(schema, name, 'usage.schema'));
  },
  captures: (value: unknown, to) => {
    if (!Array.isArray(value) || !value.every((pointer) => typeof pointer === 'string')) {
      throw misfit('captures', value, 'an array of JSON Pointers');
    }
    to.captures = [...value];
  },
  parameters: (value: unknown, to) => {
    to.parameters = mapped('parameters', value, (parameter, name) => {
      if (typeof parameter !== 'string') throw new UsageError('usage.parameter', expected(name, parameter, 'a string'));
      return parameter;
    });
  },
  toleranceSeconds: (value: unknown, to) => {
    to.toleranceSeconds = whole('toleranceSeconds', value);
  },
  limits: (value: unknown, to) => {
    to.limits = mapped('limits', value, (limit, name, key) => {
      if (!LIMITS.includes(key)) throw unknown('limit', key, LIMITS);
      return whole(name, limit);
    });
  },
  authentication: (value: unknown, to) => {
    to.authentication = oneOf('authentication', value, ['required', 'none']);
  },
  schemes: (value: unknown, to) => {
    if (!Array.isArray(value) || !value.every((id) => typeof id === 'string')) {
      throw misfit('schemes', value, 'an array of scheme ids');
    }
    to.schemes = [...value];
  },
};

/** Converts the options, and copies what they hold, so that changing them later changes nothing. */
export function convertOptions(options: CreateVerifierOptions): BoundaryOptions {
  if (typeof options !== 'object' || options === null) {
    throw new UsageError('usage.option', `the options are ${describe(options)}, expected { provider, secrets, ... }`);
  }
  const names = Object.keys(OPTIONS);
  const to: BoundaryOptions = { provider: '' };
  if (options.provider === undefined) providerOf(undefined);
  for (const [name, value] of Object.entries(options)) {
    if (!Object.hasOwn(OPTIONS, name)) throw name === 'secret' ? singular() : unknown('option', name, names);
    if (value !== undefined) OPTIONS[name as keyof typeof OPTIONS](value as never, to);
  }
  return to;
}

/** A provider as it crosses the boundary. */
export function providerOf(provider: unknown): BoundaryProvider {
  if (typeof provider === 'string') return provider;
  if (typeof provider === 'object' && provider !== null && !Array.isArray(provider)) {
    return { definition: jsonText(provider, 'provider', 'usage.definition') };
  }
  throw new UsageError('usage.provider', expected('provider', provider, 'the id of a built-in or a definition object'));
}

/** Secrets as they cross the boundary. */
export function secretsOf(secrets: unknown): BoundarySecret[] {
  if (!Array.isArray(secrets)) {
    const found = typeof secrets === 'string' || secrets instanceof Uint8Array ? 'a single secret' : describe(secrets);
    throw new UsageError(
      'usage.secret',
      `\`secrets\` is ${found}, expected an array of secrets: \`secrets: [secret]\``,
    );
  }
  return secrets.map((secret: unknown, place) => {
    const name = `secrets[${place}]`;
    if (typeof secret !== 'object' || secret === null || ArrayBuffer.isView(secret)) {
      return { id: null, value: secretValue(secret, name) };
    }
    const { id, value, ...rest } = secret as { id?: unknown; value?: unknown };
    const other = Object.keys(rest)[0];
    if (other !== undefined) throw unknown(`member of ${name}`, other, ['id', 'value']);
    if (typeof id !== 'string' || id === '') {
      throw new UsageError('usage.secret', expected(`${name}.id`, id, 'a name for the secret'));
    }
    return { id, value: secretValue(value, `${name}.value`) };
  });
}

/** A value as JSON text, which the module reads with unknown members refused. */
export function textOf(name: string, value: unknown): string {
  return jsonText(value, name, 'usage.option', false);
}

/** Text stays text: whether it has blanks around it, and what it decodes to, is for the module to say. */
function secretValue(secret: unknown, name: string): string | Uint8Array {
  if (typeof secret === 'string') return secret;
  if (ArrayBuffer.isView(secret)) {
    return new Uint8Array(secret.buffer, secret.byteOffset, secret.byteLength).slice();
  }
  const remedy = secret === undefined ? '; if it comes from the environment, the variable is not set' : '';
  throw new UsageError('usage.secret', `${expected(name, secret, 'a string or a Uint8Array')}${remedy}`);
}

type JsonMisuse = 'usage.schema' | 'usage.definition' | 'usage.option';

/** JSON text of a value; a string is taken as the text itself where `verbatim` says so. */
export function jsonText(value: unknown, name: string, code: JsonMisuse, verbatim = true): string {
  if (verbatim && typeof value === 'string') return value;
  let text: string | undefined;
  try {
    text = stringifyExact(value);
  } catch (error) {
    throw new UsageError(code, `\`${name}\` cannot be written as JSON: ${(error as Error).message}`);
  }
  if (text === undefined) throw new UsageError(code, expected(name, value, 'a value that JSON can hold'));
  return text;
}

/** An object with each of its members converted. */
export function mapped<T>(option: string, value: unknown, each: (member: unknown, name: string, key: string) => T) {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw misfit(option, value, 'an object');
  const to: Record<string, T> = {};
  for (const [key, member] of Object.entries(value)) {
    // Defined and not assigned, so that a key `__proto__` is a key.
    if (member !== undefined) Object.defineProperty(to, key, { ...OWN, value: each(member, `${option}.${key}`, key) });
  }
  return to;
}

const OWN = { configurable: true, enumerable: true, writable: true };

/** One of a few words. */
export function oneOf<T extends string>(option: string, value: unknown, known: readonly T[]): T {
  const found = known.find((one) => one === value);
  if (found !== undefined) return found;
  const shown = typeof value === 'string' ? `\`${value}\`` : describe(value);
  const near = typeof value === 'string' ? suggestion(value, known) : '';
  throw new UsageError('usage.option', `\`${option}\` is ${shown}, expected ${listed(known, 'or')}${near}`);
}

function whole(option: string, value: unknown): number {
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= LARGEST) return value;
  const shown = typeof value === 'number' ? String(value) : describe(value);
  throw new UsageError('usage.option', `\`${option}\` is ${shown}, expected a whole number from 0 to ${LARGEST}`);
}

function misfit(option: string, value: unknown, what: string): UsageError {
  return new UsageError('usage.option', expected(option, value, what));
}

/** What was found in place of what. */
export function expected(name: string, value: unknown, what: string): string {
  return `\`${name}\` is ${describe(value)}, expected ${what}`;
}

/** A name that is none of the known ones. */
export function unknown(kind: string, name: string, known: readonly string[]): UsageError {
  const near = suggestion(name, known);
  return new UsageError('usage.option', `unknown ${kind} \`${name}\`${near}, expected ${listed(known, 'or')}`);
}

function singular(): UsageError {
  return new UsageError(
    'usage.option',
    'unknown option `secret` (did you mean `secrets`?), expected `secrets: [secret]`',
  );
}
