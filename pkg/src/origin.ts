// Where an entry's module comes from: at hand at once, or to be fetched by `init`.

import type { Glue } from './boundary.js';
import { describe } from './describe.js';
import { UsageError } from './errors.js';

/**
 * What a host's loader says of the module.
 *
 * @internal
 */
export interface Origin {
  /** Gives the module at once. */
  readonly module?: () => WebAssembly.Module;
  /** Where it is fetched from, on hosts that cannot give it at once. */
  readonly url?: () => URL;
  /** What to do when it is not there. */
  readonly remedy: string;
}

/**
 * A module and its glue, which works with one instance.
 *
 * @internal
 */
export interface Source {
  /** Read once, when the module is first needed. */
  readonly glue: Glue;
  readonly origin: Origin;
}

/**
 * What an entry is made of: the module that is loaded first, and where that only verifies, the one with everything else.
 *
 * @internal
 */
export interface Sources {
  readonly first: Source;
  readonly details?: Source;
}

/**
 * What `init` takes in place of the module beside the script: its URL, a `Response` with it, its bytes, or a compiled
 * `WebAssembly.Module`; or a promise of one of these.
 */
export type InitSource = string | { readonly href: string } | ArrayBufferLike | ArrayBufferView | object;

/**
 * The module itself, loaded at most once.
 *
 * @internal
 */
export class Loading {
  readonly #origin: Origin;
  #module: WebAssembly.Module | undefined;
  #fetched: Promise<void> | undefined;

  constructor(origin: Origin) {
    this.#origin = origin;
  }

  /** The compiled module, or a {@link UsageError} that says how it is to be had. */
  get module(): WebAssembly.Module {
    this.#module ??= this.#atHand();
    return this.#module;
  }

  /** Says that the module is none of the right kind. */
  refuse(why: unknown): UsageError {
    this.#module = undefined;
    return missing('the WebAssembly module does not start', why, this.#origin.remedy);
  }

  /** Loads the module unless it is there. One that was handed in wins over the one beside the script. */
  load(source?: InitSource | PromiseLike<InitSource>): Promise<void> {
    if (this.#module !== undefined) return Promise.resolve();
    if (source === undefined && this.#origin.module !== undefined) {
      return Promise.resolve().then(() => {
        this.#module ??= this.#atHand();
      });
    }
    // A failed attempt, such as one without network, may be followed by another.
    this.#fetched ??= this.#fetch(source ?? this.#origin.url?.()).finally(() => {
      this.#fetched = undefined;
    });
    return this.#fetched;
  }

  #atHand(): WebAssembly.Module {
    const { module, remedy } = this.#origin;
    if (module === undefined) throw new UsageError('usage.init', `the WebAssembly module is not loaded yet; ${remedy}`);
    try {
      return module();
    } catch (error) {
      throw missing('the WebAssembly module cannot be loaded', error, remedy);
    }
  }

  async #fetch(source: InitSource | PromiseLike<InitSource> | undefined): Promise<void> {
    try {
      this.#module = await compiled(await source);
    } catch (error) {
      throw error instanceof UsageError ? error : missing('the module cannot be loaded', error, this.#origin.remedy);
    }
  }
}

async function compiled(source: unknown): Promise<WebAssembly.Module> {
  const tag = Object.prototype.toString.call(source);
  if (tag === '[object WebAssembly.Module]') return source as WebAssembly.Module;
  if (ArrayBuffer.isView(source) || tag === '[object ArrayBuffer]' || tag === '[object SharedArrayBuffer]') {
    return WebAssembly.compile(source as BufferSource);
  }
  const url = typeof source === 'string' ? source : (source as { href?: unknown } | undefined)?.href;
  const response = typeof url === 'string' ? await fetch(url) : (source as Partial<Response> | undefined);
  if (typeof response?.arrayBuffer !== 'function') {
    const expected = 'expected a URL, a Response, bytes or a WebAssembly.Module';
    throw new UsageError('usage.init', `\`init\` was given ${describe(source)}, ${expected}`);
  }
  if (response.ok !== true) throw new Error(`${response.url ?? ''} answers ${response.status}`);
  // Only what is served as WebAssembly can be compiled while it arrives.
  if (response.headers?.get('content-type')?.startsWith('application/wasm') && WebAssembly.compileStreaming) {
    return WebAssembly.compileStreaming(response as Response);
  }
  return WebAssembly.compile(await response.arrayBuffer());
}

/**
 * The error for something that a host should have had at hand.
 *
 * @internal
 */
export function missing(what: string, why: unknown, remedy: string): UsageError {
  const reason = why instanceof Error ? why.message : String(why);
  return new UsageError('usage.init', `${what} (${reason}); ${remedy}`);
}
