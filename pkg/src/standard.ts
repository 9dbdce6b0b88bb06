// The Standard Schema interface (https://standardschema.dev), by which libraries take schemas of any make.

import { describe } from './describe.js';
import { type Written, writeExact } from './numbers.js';

/** A schema that validates parsed values, version 1 of the interface. */
export interface StandardSchema<Input = unknown, Output = Input> {
  readonly '~standard': StandardProps<Input, Output>;
}

/** What stands under `~standard`. */
export interface StandardProps<Input = unknown, Output = Input> {
  readonly version: 1;
  /** Which library the schema is of. */
  readonly vendor: string;
  /** Holds a value to the schema. Here the answer is never a promise. */
  readonly validate: (value: unknown, options?: unknown) => StandardResult<Output>;
  /** For type inference only; there is no such member. */
  readonly types?: { readonly input: Input; readonly output: Output } | undefined;
}

/** A value that fits, or what is wrong with it. */
export type StandardResult<Output> =
  | { readonly value: Output; readonly issues?: undefined }
  | { readonly issues: readonly StandardIssue[] };

/** One thing that is wrong. */
export interface StandardIssue {
  /** What was found, then what was expected; no values. */
  readonly message: string;
  /** Names of members and indexes of items, from the outside in. */
  readonly path?: readonly (string | number)[] | undefined;
}

/** The JSON text of a value, or what about it JSON cannot hold. */
export function writeValue(value: unknown): Written | StandardIssue {
  let fits = value !== undefined;
  try {
    const written = writeExact(value, (holder, _, member) => {
      if (unwritable(holder, member)) fits = false;
    });
    return written !== undefined && fits ? written : firstUnwritable(value);
  } catch (error) {
    // A value that holds itself, one nested too deep for the host, or a `toJSON` that throws.
    const [why] = (error as Error).message.split('\n');
    return { message: `found a value that cannot be written as JSON (${why}), expected one that can`, path: [] };
  }
}

/** JSON.stringify would leave these out, or put null into their place. */
function unwritable(holder: object, member: unknown): boolean {
  if (typeof member === 'number') return !Number.isFinite(member);
  if (member === undefined) return Array.isArray(holder);
  return typeof member === 'function' || typeof member === 'symbol';
}

/** Looks again for what JSON cannot hold, this time with the way to it. */
function firstUnwritable(value: unknown): StandardIssue {
  const paths = new WeakMap<object, (string | number)[]>();
  let found: StandardIssue | undefined;
  const issue = (member: unknown, path: (string | number)[]) => {
    const what = typeof member === 'number' ? String(member) : describe(member);
    return { message: `found ${what}, expected a value that JSON can hold`, path };
  };
  writeExact(value, (holder, key, member) => {
    const above = paths.get(holder);
    const path = above === undefined ? [] : [...above, Array.isArray(holder) ? Number(key) : key];
    if (typeof member === 'object' && member !== null) paths.set(member, path);
    if (unwritable(holder, member)) found ??= issue(member, path);
  });
  return found ?? issue(undefined, []);
}

/** The steps of a JSON Pointer (RFC 6901) into a value: indexes of arrays as numbers, everything else as names. */
export function pathOf(pointer: string, value: unknown): (string | number)[] {
  let here: unknown = value;
  return pointer
    .split('/')
    .slice(1)
    .map((token) => {
      const name = token.replaceAll('~1', '/').replaceAll('~0', '~');
      const step = Array.isArray(here) ? Number(name) : name;
      here = typeof here === 'object' && here !== null ? (here as Record<string | number, unknown>)[step] : undefined;
      return step;
    });
}
