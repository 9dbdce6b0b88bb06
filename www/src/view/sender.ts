// The page on a sender: what it signs, what it promises, and each promise to be tried out.

import type { SetupProblem } from 'hookproof';
import type { Store } from '../case.ts';
import type { Client } from '../client.ts';
import { h, prose } from '../dom.ts';
import { sender } from '../samples.ts';
import { handshakes } from './handshakes.ts';
import { pickSender, senderName } from './picker.ts';
import { routing } from './routing.ts';
import { timeline } from './timeline.ts';

/** The members of a definition that this page reads; its schema holds them to this form. */
export interface Definition {
  id: string;
  name: string;
  summary?: string;
  docs?: string[];
  checked?: string;
  confidence?: string;
  notes?: string[];
  schemes?: { id: string; algorithm?: string; content?: string; confidence?: string; note?: string }[];
  events?: { known?: { type: string; summary?: string }[] };
  sender?: { handshakes?: Handshake[]; routing?: unknown; endpoint?: unknown };
}

export interface Handshake {
  id?: string;
  summary?: string;
  when?: { method?: string };
}

/** What the functions of the package take as the provider. */
export type ProviderOption = string | Definition;

export async function senderPage(store: Store, client: Client): Promise<HTMLElement> {
  const { provider, definition: own } = store.current;
  const found = own === undefined ? await sender(provider) : undefined;
  const definition = (own === undefined ? found?.definition : parsed(own)) as Definition | undefined;
  if (definition === undefined) {
    return h(
      'div',
      { class: 'page' },
      h('h1', null, 'Not readable'),
      h('p', null, 'The definition is no JSON. Mend it in “Own sender”.'),
    );
  }
  const option: ProviderOption = own === undefined ? provider : definition;
  const page = h('div', { class: 'page' });
  const again = async (): Promise<void> => {
    page.replaceWith(await senderPage(store, client));
  };
  const pick = h(
    'button',
    {
      type: 'button',
      class: 'link',
      onclick: () => {
        pickSender(store);
        document.querySelector('dialog')?.addEventListener('close', () => setTimeout(again, 150));
      },
    },
    'another sender',
  );
  page.append(
    h(
      'header',
      { class: 'page-head' },
      h('h1', null, senderName(store.current)),
      pick,
      h('p', null, definition.summary ?? ''),
      h(
        'p',
        { class: 'quiet' },
        `${definition.confidence ?? 'assumed'}, compared with its documentation on ${definition.checked ?? 'no day'}: `,
        ...(definition.docs ?? []).flatMap((url, place) => [
          place === 0 ? '' : ', ',
          h('a', { href: url, rel: 'noreferrer', target: '_blank' }, pageName(url)),
        ]),
      ),
    ),
    await timeline(client, option),
    await endpoint(client, option),
    ...(await handshakes(client, option, definition, found?.handshakes ?? [])),
    ...(await routing(client, option, definition)),
    schemes(definition),
  );
  return page;
}

/** The page's own name: the last word of its path, or its host. */
function pageName(url: string): string {
  const { hostname, pathname } = new URL(url);
  const [last = hostname] = pathname
    .split('/')
    .filter((word) => word !== '')
    .slice(-1);
  return decodeURIComponent(last).replace(/\.\w+$/, '');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export function problemList(
  problems: readonly Pick<SetupProblem, 'code' | 'severity' | 'pointer' | 'message' | 'hint'>[],
): HTMLElement[] {
  return problems.map(({ code, severity, pointer, message, hint }) =>
    h(
      'li',
      { class: severity },
      pointer === null ? '' : h('code', { class: 'pointer' }, pointer),
      ' ',
      ...prose(message),
      ' ',
      h('code', { class: 'reason' }, code),
      hint === null ? '' : h('span', { class: 'hint' }, ...prose(hint)),
    ),
  );
}

async function endpoint(client: Client, option: ProviderOption): Promise<HTMLElement> {
  const field = h('input', {
    type: 'text',
    inputmode: 'url',
    spellcheck: 'false',
    'aria-label': 'Endpoint URL',
    value: 'http://localhost:3000/webhook',
  });
  const list = h('ul', { class: 'problem-list', 'aria-live': 'polite' });
  const check = async (): Promise<void> => {
    const { value } = field;
    const problems = await client.call<SetupProblem[]>('checkEndpoint', option, value);
    if (field.value !== value) return;
    list.replaceChildren(
      ...(problems.length > 0
        ? problemList(problems)
        : [h('li', { class: 'fine' }, 'The sender takes it, as far as is known.')]),
    );
  };
  field.addEventListener('input', () => void check());
  await check();
  return h(
    'section',
    { class: 'block', 'aria-label': 'Endpoint' },
    h('h2', null, 'Would it take this endpoint?'),
    field,
    list,
  );
}

function schemes({ schemes: all = [], notes = [] }: Definition): HTMLElement {
  const rows = all.map(({ id, algorithm, content, confidence, note }) =>
    h(
      'li',
      null,
      h(
        'p',
        null,
        h('code', null, id),
        ` ${algorithm ?? ''}`,
        content === undefined ? '' : ' of ',
        content === undefined ? '' : h('code', null, content),
        h('span', { class: 'quiet' }, ` ${confidence ?? ''}`),
      ),
      note === undefined ? '' : h('p', { class: 'quiet' }, ...prose(note)),
    ),
  );
  return h(
    'section',
    { class: 'block', 'aria-label': 'Schemes' },
    h('h2', null, 'How it signs'),
    h('ul', { class: 'schemes' }, ...rows),
    notes.length === 0 ? '' : h('ul', { class: 'notes' }, ...notes.map((note) => h('li', null, ...prose(note)))),
  );
}
