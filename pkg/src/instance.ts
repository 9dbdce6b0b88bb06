// An instance of a WebAssembly module: its memory, its input area, and a fresh one after a trap. Each entry has its own.

import type { Glue } from './boundary.js';
import { UsageError } from './errors.js';
import type { UsageCode } from './generated/codes.js';
import { type HostHash, hostHash } from './host.js';
import { type InitSource, Loading, type Source } from './origin.js';

/** What wasm-bindgen calls its imports in the module. */
const GLUE_MODULE = './hookproof_bg.js';

/** Bytes after which the host's hash functions have saved what it takes to load them: some 5 ms in Node. */
const WORTHWHILE = 1 << 20;

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** A module at work, shared by everything that its entry makes. */
export class Instance {
  #glue: Glue;
  #loading: Loading;
  #details: Source | undefined;
  #whole: Instance | undefined;
  #memory: WebAssembly.Memory | undefined;
  #bytes = new Uint8Array(0);
  #address = 0;
  #capacity = 0;
  #generation = 0;
  #turn = 0;
  #unhosted = WORTHWHILE;

  /**
   * Takes a source, whose glue no other instance may use, and where that module has no words, the source of the one that
   * has. It starts with the first call.
   *
   * @internal
   */
  constructor({ glue, origin }: Source, details?: Source) {
    this.#glue = glue;
    this.#loading = new Loading(origin);
    this.#details = details;
  }

  /** Loads the module where the host cannot give it at once, and starts it. */
  async init(source?: InitSource | PromiseLike<InitSource>): Promise<void> {
    // A module that is handed over is the one with everything, which needs no other.
    if (source !== undefined && this.#memory === undefined && this.#whole === undefined) this.#become(this.#details);
    await this.#loading.load(source);
    if (this.#memory === undefined) this.#start();
  }

  #become(details: Source | undefined): void {
    if (details === undefined) return;
    this.#glue = details.glue;
    this.#loading = new Loading(details.origin);
    this.#details = undefined;
  }

  /** The instance that does everything and has words for it, loaded when it is first needed; this one, if it does. */
  get whole(): Instance {
    if (this.#details === undefined) return this;
    this.#whole ??= new Instance(this.#details);
    return this.#whole;
  }

  /** Calls into the module. Its `{ code, message }` becomes a {@link UsageError}; anything else ends this instance. */
  call<T>(use: (glue: Glue) => T): T {
    if (this.#memory === undefined) this.#start();
    try {
      return use(this.#glue);
    } catch (error) {
      if (isMisuse(error)) throw new UsageError(error.code, error.message);
      // A trap (or an exhausted stack) leaves the module's memory in an unknown state.
      this.#poison();
      throw error;
    }
  }

  /** As {@link Instance.call} for a delivery in the input area. */
  verify(handle: number, frame: number, body: number, unread: number, now: number): number {
    this.#turn += 1;
    if (this.#unhosted > 0) {
      this.#unhosted -= body;
      if (this.#unhosted <= 0) this.#takeHost();
    }
    try {
      return this.#glue.verify(handle, frame, body, unread, now);
    } catch (error) {
      this.#poison();
      throw error;
    }
  }

  /** As {@link Instance.verify}, of a text and a schema. */
  validate(handle: number, size: number): number {
    this.#turn += 1;
    try {
      return this.#glue.validate(handle, size);
    } catch (error) {
      this.#poison();
      throw error;
    }
  }

  /** What was captured of the last delivery, whose body may be shown; see {@link Glue.captures}. */
  captured(): string {
    const start = this.#glue.captures();
    const bytes = this.view();
    let length = 0;
    for (let at = start + 3; at >= start; at -= 1) length = length * 256 + (bytes[at] as number);
    return this.text(start + 4, start + 4 + length);
  }

  /** A text in the module's memory. */
  text(start: number, end: number): string {
    return decoder.decode(this.view().subarray(start, end));
  }

  /** Counts fresh starts. A handle is worth something only in the generation that made it. */
  get generation(): number {
    return this.#generation;
  }

  /** The number of the last verification. Details are read from memory only while it is still that report's own. */
  get turn(): number {
    return this.#turn;
  }

  /** Says that the module can no longer tell about its last verification. */
  endTurn(): void {
    this.#turn += 1;
  }

  /** Makes room for `size` bytes of input and gives the address. The area is kept between calls, and may be larger. */
  reserve(size: number): number {
    if (this.#memory === undefined || size > this.#capacity) {
      this.#address = this.call((glue) => glue.buffer(size));
      this.#capacity = size;
    }
    return this.#address;
  }

  /** Where the input area begins. */
  get area(): number {
    return this.#address;
  }

  /** How many bytes the input area has. */
  get areaSize(): number {
    return this.#capacity;
  }

  /** The module's memory as bytes, for use until the next call into the module. */
  view(): Uint8Array<ArrayBuffer> {
    // A memory that has grown has another buffer, and leaves nothing of the old one. Asking it for its buffer takes longer.
    if (this.#bytes.length === 0 && this.#memory !== undefined) this.#bytes = new Uint8Array(this.#memory.buffer);
    return this.#bytes;
  }

  #start(): void {
    const glue = this.#glue;
    const imports = { [GLUE_MODULE]: glue as unknown as WebAssembly.ModuleImports };
    const { module } = this.#loading;
    let exports: WebAssembly.Exports;
    try {
      ({ exports } = new WebAssembly.Instance(module, imports));
    } catch (error) {
      throw this.#loading.refuse(error);
    }
    glue.__wbg_set_wasm(exports);
    // Without it the glue would go on reading the memory of the instance before.
    glue.__reset_caches();
    (exports.__wbindgen_start as () => void)();
    this.#memory = exports.memory as WebAssembly.Memory;
    if (this.#unhosted <= 0) this.#takeHost();
  }

  #takeHost(): void {
    const host = hostHash();
    if (host !== undefined) this.#glue.useHash(new HashOf(this, host), host.least);
  }

  #poison(): void {
    this.#memory = undefined;
    this.#bytes = new Uint8Array(0);
    this.#address = 0;
    this.#capacity = 0;
    this.#generation += 1;
    this.#turn += 1;
  }
}

/** What the module asks for hashes. All numbers are addresses and lengths in its memory. */
class HashOf {
  readonly #instance: Instance;
  readonly #host: HostHash;

  constructor(instance: Instance, host: HostHash) {
    this.#instance = instance;
    this.#host = host;
  }

  hash(bits: number, head: number, headBytes: number, rest: number, restBytes: number, digest: number): boolean {
    const bytes = this.#instance.view();
    // What is hashed has to lie in one piece: before the input area there is room for the head.
    if (rest !== this.#instance.area) return false;
    const start = rest - headBytes;
    bytes.copyWithin(start, head, head + headBytes);
    const text = this.#host.digest(bits === 256 ? 'sha256' : 'sha512', bytes.subarray(start, rest + restBytes));
    for (let at = 0; at < text.length; at += 1) bytes[digest + at] = text.charCodeAt(at);
    return true;
  }
}

function isMisuse(error: unknown): error is { code: UsageCode; message: string } {
  if (typeof error !== 'object' || error === null || error instanceof Error) return false;
  const { code, message } = error as { code?: unknown; message?: unknown };
  return typeof code === 'string' && code.startsWith('usage.') && typeof message === 'string';
}
