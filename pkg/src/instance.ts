// The one instance of the WebAssembly module: its memory, its input area, and a fresh one after a trap.

import type { Glue } from './boundary.js';
import { UsageError } from './errors.js';
import type { UsageCode } from './generated/codes.js';

/** What wasm-bindgen calls its imports in the module. */
const GLUE_MODULE = './hookproof_bg.js';

const NOT_INITIALISED = 'hookproof is not initialised; import it by its package name';

let glue: Glue | undefined;
let module: WebAssembly.Module;

let memory: WebAssembly.Memory | undefined;
let bytes = new Uint8Array(0);
let address = 0;
let capacity = 0;
let generation = 0;
let turn = 0;

/**
 * Hands in the glue and the compiled module. Called once, by the entry of each runtime.
 *
 * @internal
 */
export function initModule(theGlue: Glue, theModule: WebAssembly.Module): void {
  glue = theGlue;
  module = theModule;
  poison();
  instantiate(theGlue);
}

/** Calls into the module. Its `{ code, message }` becomes a {@link UsageError}; anything else ends this instance. */
export function call<T>(use: (glue: Glue) => T): T {
  if (glue === undefined) throw new Error(NOT_INITIALISED);
  if (memory === undefined) instantiate(glue);
  try {
    return use(glue);
  } catch (error) {
    if (isMisuse(error)) throw new UsageError(error.code, error.message);
    // A trap (or an exhausted stack) leaves the module's memory in an unknown state.
    poison();
    throw error;
  }
}

/** As {@link call} for the functions that check what lies in the input area. */
export function verifyInput(handle: number, frame: number, body: number, unread: number, now: number): number {
  if (glue === undefined || memory === undefined) throw new Error(NOT_INITIALISED);
  turn += 1;
  try {
    return glue.verify(handle, frame, body, unread, now);
  } catch (error) {
    poison();
    throw error;
  }
}

/** As {@link verifyInput}, of a text and a schema. */
export function validateInput(handle: number, size: number): number {
  if (glue === undefined || memory === undefined) throw new Error(NOT_INITIALISED);
  turn += 1;
  try {
    return glue.validate(handle, size);
  } catch (error) {
    poison();
    throw error;
  }
}

/** Counts instances. A handle is worth something only in the generation that made it. */
export function currentGeneration(): number {
  return generation;
}

/** The number of the last verification. Details are read from memory only while it is still that report's own. */
export function currentTurn(): number {
  return turn;
}

/** Says that the module can no longer tell about its last verification. */
export function endTurn(): void {
  turn += 1;
}

/** Makes room for `size` bytes of input and gives the address. The area is kept between calls, and may be larger. */
export function reserve(size: number): number {
  if (memory === undefined || size > capacity) {
    address = call((glue) => glue.buffer(size));
    capacity = size;
  }
  return address;
}

/** How many bytes the input area has. */
export function areaSize(): number {
  return capacity;
}

/** The module's memory as bytes, for use until the next call into the module. */
export function view(): Uint8Array<ArrayBuffer> {
  if (memory !== undefined && bytes.buffer !== memory.buffer) bytes = new Uint8Array(memory.buffer);
  return bytes;
}

function instantiate(theGlue: Glue): void {
  const instance = new WebAssembly.Instance(module, { [GLUE_MODULE]: theGlue as unknown as WebAssembly.ModuleImports });
  theGlue.__wbg_set_wasm(instance.exports);
  // Without it the glue would go on reading the memory of the instance before.
  theGlue.__reset_caches();
  (instance.exports.__wbindgen_start as () => void)();
  memory = instance.exports.memory as WebAssembly.Memory;
}

function poison(): void {
  memory = undefined;
  bytes = new Uint8Array(0);
  address = 0;
  capacity = 0;
  generation += 1;
  turn += 1;
}

function isMisuse(error: unknown): error is { code: UsageCode; message: string } {
  if (typeof error !== 'object' || error === null || error instanceof Error) return false;
  const { code, message } = error as { code?: unknown; message?: unknown };
  return typeof code === 'string' && code.startsWith('usage.') && typeof message === 'string';
}
