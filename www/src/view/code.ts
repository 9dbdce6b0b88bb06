// The same in code, for the sender and the options at hand.

import type { Store } from '../case.ts';
import { copy, h } from '../dom.ts';
import { SNIPPETS, snippet } from '../snippets.ts';

export function codePanel(panel: HTMLElement, store: Store): void {
  let chosen = SNIPPETS[0]?.id ?? '';
  const output = h('pre', { tabindex: '0', 'aria-label': 'Code' });
  const tabs = SNIPPETS.map(({ id, name }) => {
    const tab = h(
      'button',
      {
        type: 'button',
        class: 'tab',
        onclick: () => {
          chosen = id;
          render();
        },
      },
      name,
    );
    return { id, tab };
  });
  const render = (): void => {
    for (const { id, tab } of tabs) tab.setAttribute('aria-pressed', String(id === chosen));
    output.replaceChildren(h('code', null, snippet(chosen, store.current)));
  };
  panel.append(
    h('h2', null, 'In code'),
    h(
      'div',
      { class: 'tabs', role: 'group', 'aria-label': 'Where it runs' },
      ...tabs.map(({ tab }) => tab),
      h(
        'button',
        { type: 'button', class: 'link', onclick: () => void copy(output.textContent ?? '', 'Code') },
        'copy',
      ),
    ),
    output,
  );
  store.listen((_, changed) => {
    if (['provider', 'definition', 'mode', 'parameters', 'options', 'secrets'].some((one) => changed.has(one as never)))
      render();
  });
  render();
}
