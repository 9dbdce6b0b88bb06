// A verifier inside the module, made from its options.

import { asText, type BoundaryOptions, type Created } from './boundary.js';
import { UsageError } from './errors.js';
import { Holding, spoken } from './holding.js';
import type { Instance } from './instance.js';
import type { Integers } from './numbers.js';
import type { Run } from './request.js';

/** A verifier in the module, shared by a `Verifier`, its reports and its schemas. */
export class Binding extends Holding<Run> {
  readonly #options: BoundaryOptions;
  #created: Created | undefined;

  constructor(instance: Instance, options: BoundaryOptions, integers: Integers) {
    super(instance, integers, (glue, handle) => glue.release(handle));
    this.#options = options;
    this.handle();
  }

  /** What the module told about the verifier when it was made. */
  get created(): Created {
    return this.#created as Created;
  }

  /** What the verifier was made of. */
  get options(): BoundaryOptions {
    return this.#options;
  }

  /** Makes a schema in the module: the one that events of this type are held to; `undefined` as {@link Glue} says. */
  eventSchema(event: string): number | undefined {
    const verifier = this.handle();
    return this.instance.call((glue) => glue.eventSchema(verifier, event));
  }

  protected override make(): number {
    const created = this.instance.call((glue) => glue.create(asText(this.#options)));
    this.#created = JSON.parse(spoken(created)) as Created;
    // As names of members, which engines keep once: comparing those with the names of headers is comparing addresses.
    this.#created.headers = this.#created.headers.map((name) => Object.keys({ [name]: 0 })[0] as string);
    return this.#created.handle;
  }

  protected override copyIn(instance: Instance): this {
    return new Binding(instance, this.#options, this.integers) as this;
  }

  protected override run(handle: number, frameBytes: number, run: Run): number {
    return this.instance.verify(handle, frameBytes, run.bodyBytes, run.unread, run.now);
  }

  protected override most(): number {
    return this.created.bodyBytes + 1;
  }

  protected override changed(): UsageError {
    return new UsageError(
      'usage.changed',
      'the body was changed after `verify`, so that the report would show what was never verified; ' +
        'leave the buffer alone while its report is in use, or pass a copy',
    );
  }
}
