// The page's end of the worker: one check at a time, always the newest case, then its details.

import type { Answered, CallName, Detail, Looked, Question, Verdict } from './answer.ts';
import type { Case } from './case.ts';
import workerUrl from './worker.ts?worker&url';

type Waiting = { resolve: (value: never) => void; reject: (error: Error) => void };

/** A worker made from a blob has this page's Content-Security-Policy; one made from a URL would have none. */
function spawn(): Worker {
  const script = `import ${JSON.stringify(new URL(workerUrl, document.baseURI).href)};`;
  const blob = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
  return new Worker(blob, { type: 'module', name: 'hookproof' });
}

export class Misuse extends Error {
  readonly code: string;

  constructor({ code, message }: { code: string; message: string }) {
    super(message);
    this.code = code;
  }
}

export class Client {
  readonly worker = spawn();
  readonly ready: Promise<void>;
  readonly #waiting = new Map<number, Waiting>();
  #last = 0;
  #next: Case | undefined;
  #busy = false;

  constructor(
    readonly onVerdict: (verdict: Verdict, of: Case) => void,
    readonly onDetail: (detail: Detail, of: Case) => void,
  ) {
    this.ready = new Promise((resolve, reject) => {
      this.#waiting.set(0, { resolve: resolve as () => void, reject });
    });
    this.worker.addEventListener('message', ({ data }: MessageEvent<Answered>) => this.#take(data));
    this.worker.addEventListener('error', (event) => {
      const error = new Error(event.message || 'the worker could not be started');
      for (const { reject } of this.#waiting.values()) reject(error);
    });
  }

  /** Checks a case; of several that come while one is being checked only the last. */
  check(current: Case): void {
    this.#next = current;
    if (!this.#busy) void this.#run();
  }

  /** Searches the causes where the details leave them out. */
  async search(current: Case): Promise<Looked> {
    return this.#ask<Looked>({ what: 'search', case: current });
  }

  /** Calls a function of the package. */
  async call<T>(name: CallName, ...values: unknown[]): Promise<T> {
    return this.#ask<T>({ what: 'call', name, values });
  }

  async #run(): Promise<void> {
    this.#busy = true;
    await this.ready;
    while (this.#next !== undefined) {
      const current: Case = this.#next;
      this.#next = undefined;
      this.onVerdict(await this.#ask<Verdict>({ what: 'check', case: current }), current);
      if (this.#next !== undefined) continue;
      const detail = await this.#ask<Detail>({ what: 'detail', case: current });
      if (this.#next === undefined) this.onDetail(detail, current);
    }
    this.#busy = false;
  }

  #ask<T>(question: Question): Promise<T> {
    this.#last += 1;
    const id = this.#last;
    return new Promise<T>((resolve, reject) => {
      this.#waiting.set(id, { resolve: resolve as (value: never) => void, reject });
      this.worker.postMessage({ id, question });
    });
  }

  #take(answer: Answered): void {
    const waiting = this.#waiting.get(answer.id);
    if (waiting === undefined) return;
    this.#waiting.delete(answer.id);
    if ('error' in answer) waiting.reject(new Misuse(answer.error));
    else waiting.resolve(answer.value as never);
  }
}
