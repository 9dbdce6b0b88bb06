// The one screen: the delivery on the left, what is to be said about it on the right, live.

import type { Detail, Verdict } from '../answer.ts';
import { type Case, pairsOf, type Store } from '../case.ts';
import { Client } from '../client.ts';
import { h } from '../dom.ts';
import { bodyEditor, type Editor, headersEditor } from '../editor.ts';
import { changeOf, recognise } from '../paste/recognise.ts';
import { brief } from '../samples.ts';
import { options } from './options.ts';
import { pasteDialog } from './paste.ts';
import { pickSender, senderName } from './picker.ts';
import { Result } from './result.ts';
import { secrets } from './secrets.ts';
import { toolbar } from './tools.ts';

/** Characters of a paste that are looked at in passing. */
const LONGEST = 100_000;

export class VerifyView {
  readonly element: HTMLElement;
  readonly client: Client;
  readonly #store: Store;
  readonly #body: Editor;
  readonly #headers: Editor;
  readonly #result: Result;
  readonly #note = h('p', { class: 'say', role: 'status' });
  #started = false;

  constructor(store: Store) {
    this.#store = store;
    this.#result = new Result(
      store,
      (from, to) => this.#body.jump(from, to),
      (of) => this.client.search(of),
    );
    this.client = new Client(
      (verdict, of) => this.#verdict(verdict, of),
      (detail, of) => this.#detail(detail, of),
    );
    const headersBox = h('div', { class: 'editor headers' });
    const bodyBox = h('div', { class: 'editor body' });
    this.#headers = headersEditor(headersBox, (headers) => store.set({ headers }));
    this.#body = bodyEditor(bodyBox, (body) => store.set({ body }));
    const request = this.#request();
    const left = h(
      'section',
      { class: 'delivery', 'aria-label': 'Delivery' },
      request.sender,
      toolbar(store, this.client, (text) => this.say(text)),
      this.#note,
      request.line,
      secrets(store),
      h('div', { class: 'field' }, h('span', { class: 'label' }, 'Headers'), headersBox),
      h('div', { class: 'field grow' }, request.bodyLabel, bodyBox),
      options(store),
    );
    this.element = h('div', { class: 'screen' }, left, this.#result.element);
    headersBox.addEventListener('paste', (event) => this.#pasted(event), { capture: true });
    bodyBox.addEventListener('paste', (event) => this.#pasted(event), { capture: true });
    store.listen((current, changed) => {
      this.#show(current, changed);
      if (this.#started) this.client.check(current);
    });
  }

  /** Begins to check; before that the first case is put together. */
  start(): void {
    this.#started = true;
    this.client.check(this.#store.current);
    // A case without a time of its own grows old while one looks at it.
    setInterval(() => {
      if (this.#store.current.now === null && !document.hidden) this.client.check(this.#store.current);
    }, 15_000);
  }

  shown(): void {
    this.#body.view.requestMeasure();
    this.#headers.view.requestMeasure();
  }

  /** Says what was done with the case. */
  say(text: string): void {
    this.#note.textContent = text;
  }

  #request() {
    const name = h('span', { class: 'name' });
    const pick = h(
      'button',
      { type: 'button', class: 'sender', 'aria-haspopup': 'dialog', onclick: () => pickSender(this.#store) },
      h('span', { class: 'label' }, 'Sender'),
      name,
      h('span', { class: 'chevron', 'aria-hidden': 'true' }, '⌄'),
    );
    const summary = h('p', { class: 'summary' });
    const detected = h('div', { class: 'detected', 'aria-live': 'polite' });
    const method = h('input', {
      class: 'method',
      'aria-label': 'Method',
      size: '7',
      maxlength: '16',
      spellcheck: 'false',
      autocapitalize: 'characters',
      oninput: () => this.#store.set({ method: method.value.trim() }),
    });
    const url = h('input', {
      class: 'url',
      'aria-label': 'URL',
      type: 'text',
      inputmode: 'url',
      spellcheck: 'false',
      placeholder: 'https://example.com/webhook',
      oninput: () => this.#store.set({ url: url.value.trim() }),
    });
    const bytes = h('span', { class: 'bytes' });
    this.#show = (current, changed) => {
      if (changed.has('provider') || changed.has('definition')) {
        name.textContent = senderName(current);
        summary.textContent =
          current.definition === undefined ? (brief(current.provider)?.summary ?? '') : 'A definition of your own';
      }
      if (document.activeElement !== method) method.value = current.method;
      if (document.activeElement !== url) url.value = current.url;
      if (changed.has('headers') && this.#headers.text !== current.headers) this.#headers.show(current.headers);
      if (changed.has('body') || changed.has('base64')) {
        this.#body.show(current.body, current.base64 === undefined);
        bytes.textContent = current.base64 === undefined ? '' : 'these bytes are no UTF-8 text: shown, not editable';
      }
      if (changed.has('provider') || changed.has('headers')) detected.replaceChildren();
    };
    this.#suggest = (detail) => {
      const { provider, definition } = this.#store.current;
      const [best] = detail.candidates;
      const own = definition !== undefined || detail.candidates.some((one) => one.provider === provider);
      if (best === undefined || own) {
        detected.replaceChildren();
        return;
      }
      const others = detail.candidates.filter(
        (one, at, all) => all.findIndex((other) => other.provider === one.provider) === at,
      );
      const buttons = others.slice(0, 3).map((one) =>
        h(
          'button',
          {
            type: 'button',
            class: 'chip',
            title: one.why.join('; '),
            onclick: () => this.#store.set({ provider: one.provider, parameters: {} }),
          },
          senderName({ provider: one.provider }),
        ),
      );
      detected.replaceChildren(h('span', null, 'Looks like'), ...buttons);
    };
    const bodyLabel = h('span', { class: 'label' }, 'Body', bytes);
    return {
      sender: h('div', { class: 'sender-row' }, pick, summary, detected),
      line: h('div', { class: 'request-line' }, method, url),
      bodyLabel,
    };
  }

  #show: (current: Case, changed: ReadonlySet<keyof Case>) => void = () => undefined;
  #suggest: (detail: Detail) => void = () => undefined;

  #verdict(verdict: Verdict, of: Case): void {
    this.#result.verdict(verdict, of);
    if (this.#store.current.body === of.body) this.#body.mark(verdict.problems);
  }

  #detail(detail: Detail, of: Case): void {
    this.#result.detail(detail, of);
    this.#suggest(detail);
  }

  /** A whole request that is pasted anywhere is taken apart; anything else is pasted as it is. */
  #pasted(event: ClipboardEvent): void {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    // What is that long is a body, or was exported as a whole: the dialog takes it apart.
    const [found, ...further] = text.length > LONGEST ? [] : recognise(text);
    if (found === undefined || found.kind === 'body' || found.kind === 'header lines') return;
    event.preventDefault();
    event.stopPropagation();
    if (further.length > 0) {
      pasteDialog(this.#store, (said) => this.say(said), text);
      return;
    }
    this.#store.set({ ...changeOf(found), now: null });
    this.say(`Recognised: ${found.kind}, ${pairsOf(this.#store.current.headers).length} headers.`);
  }
}
