// Routing tried out: which endpoint gets an event under a setup, and what is wrong with the setup.

import type { RouteTarget, SetupProblem } from 'hookproof';
import type { Client } from '../client.ts';
import { h } from '../dom.ts';
import { questions } from '../newest.ts';
import { type Definition, type ProviderOption, problemList } from './sender.ts';

interface Setup {
  channels?: { name: string }[];
}

export async function routing(client: Client, option: ProviderOption, definition: Definition): Promise<HTMLElement[]> {
  if (definition.sender?.routing === undefined) return [];
  const { default: all } = await import('senders:setups');
  const examples = all[definition.id] ?? [];
  const area = h('textarea', { rows: '16', 'aria-label': 'Setup, as JSON', spellcheck: 'false' });
  const channel = h('select', { 'aria-label': 'Channel' });
  const event = h(
    'select',
    { 'aria-label': 'Event' },
    ...(definition.events?.known ?? []).map(({ type }) => h('option', { value: type }, type)),
  );
  const targets = h('ul', { class: 'targets', 'aria-live': 'polite' });
  const problems = h('ul', { class: 'problem-list' });

  const question = questions();
  const route = async (): Promise<void> => {
    const isNewest = question();
    try {
      const setup = JSON.parse(area.value) as Setup;
      const names = (setup.channels ?? []).map(({ name }) => name);
      const { value } = channel;
      channel.replaceChildren(...names.map((name) => h('option', { value: name }, name)));
      channel.value = names.includes(value) ? value : (names[0] ?? '');
      channel.hidden = names.length === 0;
      const query = { event: event.value, ...(names.length > 0 ? { channel: channel.value } : {}) };
      const [found, wrong] = await Promise.all([
        client.call<RouteTarget[]>('route', option, setup, query),
        client.call<SetupProblem[]>('checkSetup', option, setup),
      ]);
      // Something else has been typed since, and may have been answered already.
      if (!isNewest()) return;
      const rows = found.map(({ url, via, auth, headers }) =>
        h(
          'li',
          null,
          h('span', { class: 'arrow', 'aria-hidden': 'true' }, '→'),
          h('code', null, url),
          h(
            'span',
            { class: 'quiet' },
            ` by ${via.kind}${via.name === null ? '' : ` “${via.name}”`}${auth === null ? '' : `, with a key in ${auth.name}`}${headers.length > 0 ? `, ${headers.length} headers` : ''}`,
          ),
        ),
      );
      targets.replaceChildren(
        ...(rows.length > 0 ? rows : [h('li', { class: 'lost' }, 'Nobody gets it: the event is dropped.')]),
      );
      problems.replaceChildren(
        ...(wrong.length > 0
          ? problemList(wrong)
          : [h('li', { class: 'fine' }, 'The setup loses and doubles nothing.')]),
      );
    } catch (error) {
      if (!isNewest()) return;
      targets.replaceChildren();
      problems.replaceChildren(h('li', { class: 'error' }, (error as Error).message));
    }
  };
  const tabs: HTMLElement[] = examples.map(({ name, setup, query }, at) =>
    h(
      'button',
      {
        type: 'button',
        class: 'tab',
        'aria-pressed': String(at === 0),
        onclick: async () => {
          tabs.forEach((tab, other) => {
            tab.setAttribute('aria-pressed', String(other === at));
          });
          area.value = JSON.stringify(setup, null, 2);
          event.value = query.event;
          await route();
          if (query.channel !== undefined) channel.value = query.channel;
          await route();
        },
      },
      name,
    ),
  );
  area.value = JSON.stringify(examples[0]?.setup ?? {}, null, 2);
  for (const field of [area, channel, event]) field.addEventListener('input', () => void route());
  await route();
  return [
    h(
      'section',
      { class: 'block', 'aria-label': 'Routing' },
      h('h2', null, 'Who gets the event?'),
      h('div', { class: 'tabs', role: 'group', 'aria-label': 'Setups' }, ...tabs),
      h(
        'div',
        { class: 'halves' },
        area,
        h('div', { class: 'stack' }, h('div', { class: 'query' }, channel, event), targets, problems),
      ),
    ),
  ];
}
