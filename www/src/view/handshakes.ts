// Handshakes tried out: a request of the sender on the left, what the package would answer on the right.

import type { Answer } from 'hookproof';
import { linesOf, pairsOf } from '../case.ts';
import type { Client } from '../client.ts';
import { h, prose } from '../dom.ts';
import { questions } from '../newest.ts';
import type { Sender } from '../samples.ts';
import type { Definition, ProviderOption } from './sender.ts';

type Request = Pick<Sender['handshakes'][number], 'name' | 'now' | 'options' | 'method' | 'url' | 'headers' | 'body'>;

export async function handshakes(
  client: Client,
  option: ProviderOption,
  { sender: promise }: Definition,
  samples: readonly Request[],
): Promise<HTMLElement[]> {
  const known = promise?.handshakes ?? [];
  if (known.length === 0) return [];
  const made = known.map(
    (one): Request => ({
      name: one.id ?? one.when?.method ?? 'request',
      now: null,
      options: {},
      method: one.when?.method ?? 'GET',
      url: 'https://example.com/webhook',
      headers: [],
      body: '',
    }),
  );
  const requests = samples.length > 0 ? samples : made;
  let current = requests[0] as Request;
  const method = h('input', { class: 'method', 'aria-label': 'Method of the handshake', spellcheck: 'false' });
  const url = h('input', { type: 'text', 'aria-label': 'URL of the handshake', spellcheck: 'false' });
  const headers = h('textarea', {
    rows: '3',
    'aria-label': 'Headers of the handshake',
    placeholder: 'Headers',
    spellcheck: 'false',
  });
  const body = h('textarea', {
    rows: '4',
    'aria-label': 'Body of the handshake',
    placeholder: 'Body',
    spellcheck: 'false',
  });
  const answer = h('div', { class: 'answer', 'aria-live': 'polite' });
  const question = questions();
  const ask = async (): Promise<void> => {
    const isNewest = question();
    try {
      const found = await client.call<Answer | null>('handshake', {
        provider: option,
        ...current.options,
        method: method.value,
        url: url.value,
        headers: pairsOf(headers.value),
        body: body.value,
        now: current.now ?? Date.now(),
      });
      // Something else has been asked since, and may have been answered already.
      if (!isNewest()) return;
      answer.replaceChildren(
        ...(found === null
          ? [h('p', { class: 'quiet' }, 'No handshake: this request is to be verified as a delivery.')]
          : [
              h('p', null, h('code', null, found.status), ' is the answer'),
              h(
                'pre',
                { tabindex: '0' },
                h(
                  'code',
                  null,
                  `${linesOf(found.headers)}${found.headers.length > 0 ? '\n\n' : ''}${found.body === '' ? '(empty)' : found.body}`,
                ),
              ),
              found.store === undefined ? '' : h('p', { class: 'quiet' }, 'It hands over a secret, to be kept.'),
            ]),
      );
    } catch (error) {
      if (!isNewest()) return;
      answer.replaceChildren(h('p', { class: 'wrong' }, (error as Error).message));
    }
  };
  const show = async (request: Request): Promise<void> => {
    current = request;
    method.value = request.method;
    url.value = request.url;
    headers.value = request.headers.join('\n');
    body.value = request.body;
    tabs.forEach((tab, place) => {
      tab.setAttribute('aria-pressed', String(requests[place] === request));
    });
    await ask();
  };
  const tabs = requests.map((request) =>
    h('button', { type: 'button', class: 'tab', onclick: () => void show(request) }, request.name),
  );
  for (const field of [method, url, headers, body]) field.addEventListener('input', () => void ask());
  await show(current);
  return [
    h(
      'section',
      { class: 'block', 'aria-label': 'Handshakes' },
      h('h2', null, 'Handshakes'),
      ...known.map(({ summary }) => (summary === undefined ? '' : h('p', { class: 'quiet' }, ...prose(summary)))),
      h('div', { class: 'tabs', role: 'group', 'aria-label': 'Requests' }, ...tabs),
      h(
        'div',
        { class: 'halves' },
        h('div', { class: 'stack' }, h('div', { class: 'request-line' }, method, url), headers, body),
        answer,
      ),
    ),
  ];
}
