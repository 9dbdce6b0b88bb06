// JSON Schemas on their own: compiled once, then held against texts, bytes or parsed values.
/// <reference lib="esnext.disposable" preserve="true" />

import type { Binding } from './binding.js';
import { asText, type BoundarySchema } from './boundary.js';
import { describe } from './describe.js';
import { UsageError } from './errors.js';
import type { Validation as PlainValidation, Problem } from './generated/types.js';
import { Holding, type Input, inEither, makeDisposable, spoken } from './holding.js';
import type { Instance } from './instance.js';
import { type Integers, parseTagged, readWritten, type Value, type Written } from './numbers.js';
import { expected, INTEGERS, jsonText, mapped, oneOf, unknown } from './options.js';
import { type BodyInput, rawOf } from './request.js';
import { pathOf, type StandardProps, type StandardResult, type StandardSchema, writeValue } from './standard.js';

/** A JSON Schema: an object, `true`, `false`, or its JSON text. */
export type JsonSchema = object | boolean | string;

/** What {@link compileSchema} takes beside the schema. */
export interface CompileSchemaOptions {
  /** `'assert'` makes a rule of `format`; unless set it is an annotation, as JSON Schema has it. */
  readonly formats?: 'annotate' | 'assert' | undefined;
  /**
   * How integers come out in `value` that the schema declares as int64: `'number'` (unless set), `'bigint'` or
   * `'string'`. With the latter two no integer is rounded.
   */
  readonly integers?: Integers | undefined;
  /** Other documents that the schema may refer to, by URI. Nothing is ever fetched. */
  readonly documents?: Readonly<Record<string, JsonSchema>> | undefined;
  /** `'refuse'` (unless set) makes an error of keywords that are not known, `'annotate'` ignores them. */
  readonly unknownKeywords?: 'refuse' | 'annotate' | undefined;
}

// The bits of a packed verdict.
const OK = 1;
const TOLD = 4;

const NO_LINES: never[] = [];

/** The method that Node's `console.log` asks for what to show. */
const INSPECT = Symbol.for('nodejs.util.inspect.custom');

/** Makes a schema in an instance, and gives its handle; nothing where the instance has no words for what is wrong. */
type Make = (instance: Instance) => number | undefined;

/** A schema in the module, shared by a `CompiledSchema` and what it has validated. */
class SchemaHolding extends Holding<Input> {
  readonly #make: Make;

  constructor(instance: Instance, make: Make, integers: Integers) {
    super(instance, integers, (glue, handle) => glue.releaseSchema(handle));
    this.#make = make;
    this.handle();
  }

  protected override make(): number {
    return spoken(this.#make(this.instance));
  }

  protected override copyIn(instance: Instance): this {
    return new SchemaHolding(instance, this.#make, this.integers) as this;
  }

  protected override run(handle: number, _frameBytes: number, input: Input): number {
    return this.instance.validate(handle, input.bodyBytes);
  }

  protected override most(): number {
    return Number.POSITIVE_INFINITY;
  }

  protected override changed(): UsageError {
    return new UsageError(
      'usage.changed',
      'the input was changed after `validate`, so that the result would show what was never validated; ' +
        'leave the buffer alone while its result is in use, or pass a copy',
    );
  }
}

/** The answer to one {@link CompiledSchema.validate}: whether the text fits and, if not, exactly why. */
export class Validation<Output = unknown> {
  /** Whether the text is JSON and fits the schema. */
  readonly ok: boolean;
  readonly #schema: SchemaHolding;
  readonly #input: Input;
  #plain: PlainValidation | undefined;
  #value: { readonly value: Output } | undefined;

  /** @internal */
  constructor(schema: SchemaHolding, input: Input) {
    this.ok = (input.packed & OK) !== 0;
    this.#schema = schema;
    this.#input = input;
    if ((input.packed & TOLD) === 0) this.#plain = { ok: this.ok, problems: [], problemsOmitted: 0 };
  }

  /**
   * What was found, in the order of the text, with pointer, line (from 1), column (characters, from 1) and byte offset
   * (from 0). A text that fits may have notes: integers that JSON.parse would round.
   */
  get problems(): readonly Problem[] {
    return this.toJSON().problems;
  }

  /** How many more problems there are than are listed. */
  get problemsOmitted(): number {
    return this.toJSON().problemsOmitted;
  }

  /**
   * The value, parsed when it is first asked for; `undefined` unless the text fits. With `integers: 'number'` it is what
   * JSON.parse gives.
   */
  get value(): Output | undefined {
    if (!this.ok) return undefined;
    if (this.#value === undefined) {
      const text = this.#schema.text(this.#input);
      const { integers } = this.#schema;
      if (integers !== 'number') this.#schema.refresh(this.#input);
      const value: unknown = integers === 'number' ? JSON.parse(text) : exact(this.#schema.instance, text, integers);
      this.#value = { value: value as Output };
    }
    return this.#value.value;
  }

  /** The answer as plain data; what JSON.stringify writes. */
  toJSON(): PlainValidation {
    if (this.#plain === undefined) {
      this.#plain = this.#schema.tell(this.#input, (glue) => glue.validation());
    }
    return this.#plain;
  }

  /**
   * What `console.log` shows in Node.
   *
   * @internal
   */
  [INSPECT](_depth: number, options: object, inspect: (value: unknown, options: object) => string): string {
    let shown: object;
    try {
      shown = this.toJSON();
    } catch {
      shown = { ok: this.ok };
    }
    return `Validation ${inspect(shown, options)}`;
  }
}

/**
 * A compiled JSON Schema. Made by {@link compileSchema} and by {@link Verifier.schema}; safe to share and to keep.
 *
 * It is a Standard Schema (https://standardschema.dev): libraries that take one validate parsed values by `~standard`.
 *
 * @typeParam Output What a value is that fits. It is taken at its word.
 */
export class CompiledSchema<Output = unknown> implements StandardSchema<unknown, Output> {
  /**
   * The Standard Schema interface. A value is validated as the JSON text that it has; one that fits is given back as that
   * text reads, integers as the option `integers` says.
   */
  readonly '~standard': StandardProps<unknown, Output>;
  readonly #schema: SchemaHolding;

  /** @internal */
  constructor(schema: SchemaHolding) {
    this.#schema = schema;
    this['~standard'] = {
      version: 1,
      vendor: 'hookproof',
      validate: (value) => standard(schema, value) as StandardResult<Output>,
    };
  }

  /**
   * Validates a JSON text, or its bytes. However bad it is, the answer is a {@link Validation}.
   *
   * Bytes are not copied: leave their buffer alone as long as the answer is used.
   *
   * @throws {@link UsageError} `usage.body` for anything else, such as a parsed value.
   *
   * @example
   * ```ts
   * const { ok, problems } = schema.validate('{"id": 4912661846655238145}');
   * ```
   */
  validate(input: BodyInput): Validation<Output> {
    const body = rawOf(input);
    if (body === undefined) {
      throw new UsageError(
        'usage.body',
        `the input is ${describe(input)}, expected JSON as text or bytes; ` +
          "for a parsed value call `schema['~standard'].validate(value)`",
      );
    }
    return new Validation(this.#schema, checked(this.#schema, body));
  }

  /**
   * Frees the memory that the module holds for this schema, now instead of when it is garbage-collected. Answers stay
   * readable; should the schema be used again, it is compiled again.
   */
  release(): void {
    this.#schema.release();
  }

  /** As {@link CompiledSchema.release}, for `using`. */
  declare [Symbol.dispose]: () => void;

  static {
    makeDisposable(CompiledSchema.prototype);
  }
}

/** What `compileSchema` of an entry does. */
export function compileSchema<Output>(
  instance: Instance,
  schema: JsonSchema,
  options: CompileSchemaOptions = {},
): CompiledSchema<Output> {
  if (typeof options !== 'object' || options === null) {
    throw new UsageError('usage.option', `the options are ${describe(options)}, expected an object`);
  }
  const to: BoundarySchema = { schema: schemaText(schema, 'schema') };
  let integers: Integers = 'number';
  for (const [name, value] of Object.entries(options)) {
    if (value === undefined && NAMES.includes(name)) continue;
    switch (name) {
      case 'formats':
        to.assertFormats = oneOf(name, value, ['annotate', 'assert']) === 'assert';
        break;
      case 'integers':
        integers = oneOf(name, value, INTEGERS);
        break;
      case 'documents':
        to.documents = mapped(name, value, schemaText);
        break;
      case 'unknownKeywords':
        to.unknownKeywords = oneOf(name, value, ['refuse', 'annotate']);
        break;
      default:
        throw unknown('option', name, NAMES);
    }
  }
  const make: Make = (place) => place.call((glue) => glue.compileSchema(asText(to)));
  // The module that is loaded first compiles nothing.
  return new CompiledSchema(new SchemaHolding(instance.whole, make, integers));
}

/** The schema of an event, as {@link Verifier.schema} gives it. */
export function schemaOfEvent<Output>(verifier: Binding, event: string): CompiledSchema<Output> {
  if (typeof event !== 'string') {
    throw new UsageError('usage.option', expected('event', event, 'the type of an event'));
  }
  const make: Make = (place) => (place === verifier.instance ? verifier : verifier.whole()).eventSchema(event);
  const { instance, integers } = verifier;
  return new CompiledSchema(inEither(instance, (place) => new SchemaHolding(place, make, integers)));
}

const NAMES = Object.keys({ formats: 0, integers: 0, documents: 0, unknownKeywords: 0 } satisfies {
  [Name in keyof Required<CompileSchemaOptions>]: 0;
});

function schemaText(schema: unknown, name: string): string {
  if (!['object', 'boolean', 'string'].includes(typeof schema) || schema === null) {
    throw new UsageError('usage.schema', expected(name, schema, 'an object, `true`, `false` or JSON text'));
  }
  return jsonText(schema, name, 'usage.schema');
}

function checked(schema: SchemaHolding, body: Uint8Array | string): Input {
  const input: Input = { lines: NO_LINES, body, bodyAt: 0, bodyBytes: 0, packed: 0, turn: 0 };
  schema.check(input);
  return input;
}

/** To be called right after a check of this text. */
function exact(instance: Instance, text: string, integers: 'bigint' | 'string'): Value {
  return parseTagged(text, (tag) => instance.call((glue) => glue.taggedText(tag)) ?? text, integers);
}

function standard(schema: SchemaHolding, value: unknown): StandardResult<unknown> {
  const written = writeValue(value);
  if ('message' in written) return { issues: [written] };
  const input = checked(schema, written.text);
  if ((input.packed & OK) !== 0) return { value: outcome(schema, written) };
  const { problems } = schema.tell(input, (glue) => glue.validation());
  const errors = problems.filter(({ severity }) => severity === 'error');
  const read: unknown = JSON.parse(written.text);
  return { issues: errors.map(({ message, pointer }) => ({ message, path: pathOf(pointer ?? '', read) })) };
}

function outcome({ instance, integers }: SchemaHolding, written: Written): Value {
  return integers === 'number' ? readWritten(written) : exact(instance, written.text, integers);
}
