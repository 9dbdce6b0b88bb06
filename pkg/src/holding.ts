// What JavaScript holds inside the module: made when needed, made again after a trap, freed with its last user.

import type { Glue } from './boundary.js';
import type { UsageError } from './errors.js';
import { frameBound, type Lines, writeFrame, writeText } from './frame.js';
import type { Instance } from './instance.js';
import type { Integers } from './numbers.js';

/** What is written into the module's memory to be checked, and where it was written last. */
export interface Input {
  readonly lines: Lines;
  body: Uint8Array | string;
  bodyAt: number;
  bodyBytes: number;
  packed: number;
  turn: number;
}

type Free = (glue: Glue, handle: number) => void;

/** A handle and the instance that it belongs to. */
interface Slot {
  readonly instance: Instance;
  readonly free: Free;
  handle: number;
  generation: number;
}

const NOWHERE = -1;
// Workers with an old compatibility date have none; what is not released there stays until the isolate ends.
const dropped = typeof FinalizationRegistry === 'undefined' ? undefined : new FinalizationRegistry<Slot>(dropQuietly);

const SPEECHLESS: unique symbol = Symbol('speechless');

/** What a module has made; one without words for what is wrong or new gives nothing, and is left for the one with them. */
export function spoken<T>(made: T | undefined): T {
  if (made === undefined) throw SPEECHLESS;
  return made;
}

/** Makes something in the first instance that can: what is misused takes the one with words. */
export function inEither<T>(instance: Instance, make: (instance: Instance) => T): T {
  try {
    return make(instance);
  } catch (error) {
    if (error !== SPEECHLESS) throw error;
    return make(instance.whole);
  }
}

/** Something in the module that inputs are checked by, shared by its owner and the answers it has given. */
export abstract class Holding<I extends Input> {
  readonly instance: Instance;
  readonly integers: Integers;
  readonly #slot: Slot;
  #whole: this | undefined;

  constructor(instance: Instance, integers: Integers, free: Free) {
    this.instance = instance;
    this.integers = integers;
    this.#slot = { instance, free, handle: 0, generation: NOWHERE };
    dropped?.register(this, this.#slot);
  }

  /** Makes it in the module and gives its handle. */
  protected abstract make(): number;

  /** The same in another instance. */
  protected abstract copyIn(instance: Instance): this;

  /** Checks what lies in the module's memory and gives the packed verdict. */
  protected abstract run(handle: number, frameBytes: number, input: I): number;

  /** Bytes of a body that the module has to see; of a longer one it only has to see that it is longer. */
  protected abstract most(): number;

  /** What to say when the input was changed before its details were read. */
  protected abstract changed(): UsageError;

  /** The handle in the present instance. */
  handle(): number {
    const slot = this.#slot;
    if (slot.generation !== this.instance.generation) {
      slot.handle = this.make();
      slot.generation = this.instance.generation;
    }
    return slot.handle;
  }

  /** Writes an input into the module's memory and checks it. */
  check(input: I): void {
    this.#write(input);
    input.turn = this.instance.turn;
  }

  /** Sees to it that what the module has checked last is this input, so that its details can be read. */
  refresh(input: I): void {
    if (input.turn === this.instance.turn) return;
    const { packed, bodyBytes } = input;
    const again = { ...input };
    this.#write(again);
    if (again.packed !== packed || again.bodyBytes !== bodyBytes) {
      this.instance.endTurn();
      throw this.changed();
    }
    input.bodyAt = again.bodyAt;
    input.turn = this.instance.turn;
  }

  /** The same in the instance that has words. */
  whole(): this {
    const { whole } = this.instance;
    if (whole === this.instance) return this;
    this.#whole ??= this.copyIn(whole);
    return this.#whole;
  }

  /** Tells what only the instance with words can tell of an input: of the very bytes that were checked here. */
  tell<T>(input: I, tell: (glue: Glue) => T): T {
    this.refresh(input);
    const whole = this.whole();
    if (whole !== this) {
      const { bodyAt, bodyBytes, packed } = input;
      const again = { ...input, body: this.instance.view().slice(bodyAt, bodyAt + bodyBytes) };
      whole.check(again);
      if (again.packed !== packed) throw new Error('the two modules of the package differ in their verdict');
    }
    return whole.instance.call(tell);
  }

  /** The checked body as text: itself, or from the module's memory. */
  text(input: I): string {
    const { body, bodyBytes } = input;
    // A byte for each unit: ASCII, which nothing has replaced on the way. Texts do not change.
    if (typeof body === 'string' && body.length === bodyBytes) return body;
    this.refresh(input);
    return this.instance.text(input.bodyAt, input.bodyAt + input.bodyBytes);
  }

  /** Frees what the module holds. Using it again makes it again. */
  release(): void {
    this.#whole?.release();
    drop(this.#slot);
  }

  #write(input: I): void {
    const handle = this.handle();
    const { instance } = this;
    const { lines } = input;
    const body = atMost(input.body, this.most());
    const bound = frameBound(lines);
    let bodyAt = instance.reserve(body.length + bound);
    let bytes = instance.view();
    let bodyBytes = body.length;
    if (typeof body === 'string') {
      bodyBytes = writeText(bytes, bodyAt, bodyAt + instance.areaSize - bound, body);
      if (bodyBytes < 0) {
        // Not ASCII: a UTF-16 unit takes up to three bytes.
        bodyAt = instance.reserve(3 * body.length + bound);
        bytes = instance.view();
        bodyBytes = writeText(bytes, bodyAt, bodyAt + instance.areaSize - bound, body);
      }
    } else if (bodyBytes > 0) {
      bytes.set(body, bodyAt);
    }
    const frameAt = bodyAt + bodyBytes;
    input.bodyAt = bodyAt;
    input.bodyBytes = bodyBytes;
    input.packed = this.run(handle, writeFrame(bytes, frameAt, lines) - frameAt, input);
  }
}

function atMost(body: Uint8Array | string, most: number): Uint8Array | string {
  if (body.length <= most) return body;
  return typeof body === 'string' ? body.slice(0, most) : body.subarray(0, most);
}

/** Lets `using` release objects of a class. Hosts without explicit resource management have no such symbol. */
export function makeDisposable(prototype: { release(): void }): void {
  if (Symbol.dispose === undefined) return;
  const value = prototype.release;
  Object.defineProperty(prototype, Symbol.dispose, { value, configurable: true, writable: true });
}

function dropQuietly(slot: Slot): void {
  try {
    drop(slot);
  } catch {
    // Nobody could catch it here. A trap has ended the instance, and with it what was to be freed.
  }
}

function drop(slot: Slot): void {
  const { instance, handle, free } = slot;
  if (slot.generation !== instance.generation) return;
  slot.generation = NOWHERE;
  instance.endTurn();
  instance.call((glue) => free(glue, handle));
}
