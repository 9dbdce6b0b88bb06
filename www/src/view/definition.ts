// Own senders: a definition with completion and its errors in place, tried at once, taken along as a file or as code.

import type { Case, Store } from '../case.ts';
import type { Client, Misuse } from '../client.ts';
import { copy, h, prose } from '../dom.ts';
import { questions } from '../newest.ts';
import { sender } from '../samples.ts';

const STARTER = {
  id: 'my-sender',
  name: 'My sender',
  summary: 'What it tells.',
  docs: ['https://example.com/docs/webhooks'],
  checked: new Date().toISOString().slice(0, 10),
  confidence: 'assumed',
  schemes: [
    {
      id: 'v1',
      confidence: 'assumed',
      signature: {
        source: 'header:X-My-Signature',
        layout: { pairs: { separator: ',', assign: '=', signature: 'v1' } },
        encoding: 'hex',
      },
      algorithm: 'hmac-sha256',
      content: '{ts}.{body}',
      timestamp: { source: 'part:t', unit: 's', toleranceSeconds: 300 },
    },
  ],
  events: {
    kind: ['json:/type'],
    id: ['json:/id'],
    known: [{ type: 'order.placed', summary: 'Somebody has ordered.', confidence: 'assumed', schema: 'order.placed' }],
  },
  schemas: {
    'order.placed': {
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      type: 'object',
      required: ['type', 'id'],
      properties: { type: { const: 'order.placed' }, id: { type: 'string' }, total: { type: 'number', minimum: 0 } },
    },
  },
};

const BODY = '{"type":"order.placed","id":"o-1","total":12.5}';

export async function definitionPage(store: Store, client: Client): Promise<HTMLElement> {
  const { definitionEditor, placeOf } = await import('../definition-editor.ts');
  const tried = h('div', { class: 'tried', role: 'status' });
  const box = h('div', { class: 'editor' });
  let text = '';
  const question = questions();

  const use = (definition: string, parsed: { id?: unknown }): void => {
    const { current } = store;
    const provider = typeof parsed.id === 'string' ? parsed.id : 'own';
    const fresh = current.definition === undefined;
    const begun: Partial<Case> = fresh
      ? {
          secrets: [{ value: 'my-secret' }],
          parameters: {},
          headers: '',
          url: '',
          body: BODY,
          base64: undefined as never,
          now: null,
          options: {},
          mode: 'tolerant',
        }
      : {};
    store.set({ ...begun, provider, definition });
  };

  const check = async (): Promise<void> => {
    const isNewest = question();
    let parsed: { id?: unknown };
    try {
      parsed = JSON.parse(text);
    } catch (error) {
      editor.mark([]);
      tried.replaceChildren(h('p', { class: 'wrong' }, `No JSON yet: ${(error as Error).message}`));
      return;
    }
    try {
      await client.call('compile', { provider: parsed, secrets: ['a secret to try with'] });
      if (!isNewest()) return;
      editor.mark([]);
      tried.replaceChildren(h('p', { class: 'fine' }, 'It compiles.'));
    } catch (error) {
      if (!isNewest()) return;
      const { code, message } = error as Misuse;
      // What is wrong with a trial secret or a parameter is no fault of the definition.
      const fine = code === 'usage.secret' || code === 'usage.parameter';
      const place = fine ? null : placeOf(text, message);
      editor.mark(place === null ? [] : [{ ...place, message, code }]);
      tried.replaceChildren(
        h(
          'p',
          { class: fine ? 'fine' : 'wrong' },
          ...prose(fine ? 'It compiles.' : message),
          ' ',
          h('code', null, fine ? '' : code),
        ),
      );
    }
  };

  const editor = definitionEditor(box, (changed) => {
    text = changed;
    void check();
  });
  const show = async (value: string): Promise<void> => {
    text = value;
    editor.show(value);
    await check();
  };
  const button = (name: string, run: () => unknown): HTMLElement =>
    h('button', { type: 'button', onclick: () => void run() }, name);
  const id = (): string => {
    try {
      return String((JSON.parse(text) as { id?: unknown }).id ?? 'own');
    } catch {
      return 'own';
    }
  };
  const builtIn = async (): Promise<void> => {
    const found = await sender(store.current.definition === undefined ? store.current.provider : 'stripe');
    if (found !== undefined) await show(JSON.stringify(found.definition, null, 2));
  };
  const page = h(
    'div',
    { class: 'page own' },
    h(
      'header',
      { class: 'page-head' },
      h('h1', null, 'Own sender'),
      h(
        'p',
        null,
        'A sender is data. Write down how it signs and what it sends, and it works like a built-in one. Ctrl+Space completes by the schema of definitions.',
      ),
    ),
    h(
      'div',
      { class: 'toolbar', role: 'toolbar', 'aria-label': 'What to do with it' },
      button('Start anew', () => show(JSON.stringify(STARTER, null, 2))),
      button('From the chosen sender', builtIn),
      button('Try it on a delivery', () => {
        try {
          use(text, JSON.parse(text));
          location.hash = '#verify';
        } catch {
          tried.replaceChildren(h('p', { class: 'wrong' }, 'No JSON yet.'));
        }
      }),
      button('Save as a file', () => save(`${id()}.json`, text)),
      button('Copy as code', () =>
        copy(
          `import { createVerifier } from 'hookproof';\n\nconst verifier = createVerifier({\n  provider: ${text.trim().replaceAll('\n', '\n  ')},\n  secrets: [process.env.WEBHOOK_SECRET ?? ''],\n});\n`,
          'Code',
        ),
      ),
    ),
    tried,
    box,
  );
  await show(store.current.definition ?? JSON.stringify(STARTER, null, 2));
  return page;
}

function save(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = h('a', { href: url, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
