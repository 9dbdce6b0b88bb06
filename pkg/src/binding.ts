// A verifier inside the module: made from its options, made again after a trap, and dropped with its last user.

import { asText, type BoundaryOptions, type Created } from './boundary.js';
import { UsageError } from './errors.js';
import { frameBound, writeFrame, writeText } from './frame.js';
import { areaSize, call, currentGeneration, currentTurn, endTurn, reserve, verifyInput, view } from './instance.js';
import type { Integers } from './numbers.js';
import type { Run } from './request.js';

/** A handle and the instance that it belongs to. */
interface Slot {
  handle: number;
  generation: number;
}

const NOWHERE = -1;
const dropped = new FinalizationRegistry<Slot>((slot) => {
  try {
    drop(slot);
  } catch {
    // Nobody could catch it here. A trap has ended the instance, and with it what was to be freed.
  }
});
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** A verifier in the module, shared by a `Verifier` and its reports. */
export class Binding {
  readonly integers: Integers;
  /** What the module told about the verifier when it was made. */
  readonly created: Created;
  readonly #options: BoundaryOptions;
  readonly #slot: Slot = { handle: 0, generation: NOWHERE };

  constructor(options: BoundaryOptions, integers: Integers) {
    this.integers = integers;
    this.#options = options;
    this.created = this.#create();
    dropped.register(this, this.#slot);
  }

  /** Writes a request into the module's memory and verifies it. */
  verify(run: Run): void {
    this.#write(run);
    run.turn = currentTurn();
  }

  /** Sees to it that the module's last verification is this one, so that its details can be read. */
  refresh(run: Run): void {
    if (run.turn === currentTurn()) return;
    const { packed, bodyBytes } = run;
    const again = { ...run };
    this.#write(again);
    if (again.packed !== packed || again.bodyBytes !== bodyBytes) {
      endTurn();
      throw new UsageError(
        'usage.changed',
        'the body was changed after `verify`, so that the report would show what was never verified; ' +
          'leave the buffer alone while its report is in use, or pass a copy',
      );
    }
    run.bodyAt = again.bodyAt;
    run.turn = currentTurn();
  }

  /** The verified body as text, from the module's memory. To be called after `refresh`. */
  text(run: Run): string {
    return decoder.decode(view().subarray(run.bodyAt, run.bodyAt + run.bodyBytes));
  }

  /** Frees what the module holds. Using the verifier again makes it again. */
  release(): void {
    drop(this.#slot);
  }

  #create(): Created {
    const created = call((glue) => glue.create(asText(this.#options)));
    this.#slot.handle = created.handle;
    this.#slot.generation = currentGeneration();
    return created;
  }

  #write(run: Run): void {
    if (this.#slot.generation !== currentGeneration()) this.#create();
    const { lines, body } = run;
    const bound = frameBound(lines);
    let start = reserve(bound + body.length);
    let bytes = view();
    let bodyAt = writeFrame(bytes, start, lines);
    let bodyBytes = body.length;
    if (typeof body === 'string') {
      bodyBytes = writeText(bytes, bodyAt, start + areaSize(), body);
      if (bodyBytes < 0) {
        // Not ASCII: a UTF-16 unit takes up to three bytes.
        start = reserve(bound + 3 * body.length);
        bytes = view();
        bodyAt = writeFrame(bytes, start, lines);
        bodyBytes = writeText(bytes, bodyAt, start + areaSize(), body);
      }
    } else if (bodyBytes > 0) {
      bytes.set(body, bodyAt);
    }
    run.bodyAt = bodyAt;
    run.bodyBytes = bodyBytes;
    run.packed = verifyInput(this.#slot.handle, bodyAt - start, bodyBytes, run.unread, run.now);
  }
}

function drop(slot: Slot): void {
  if (slot.generation !== currentGeneration()) return;
  const { handle } = slot;
  slot.generation = NOWHERE;
  endTurn();
  call((glue) => glue.release(handle));
}
