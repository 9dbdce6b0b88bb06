// The dialog that takes a pasted request apart, and asks which one where there are several.

import type { Store } from '../case.ts';
import { dialog, h } from '../dom.ts';
import { changeOf, type Recognised, recognise } from '../paste/recognise.ts';

/** Entries that are offered. */
const MOST = 200;

export function pasteDialog(store: Store, say: (text: string) => void, pasted = ''): void {
  const area = h('textarea', {
    rows: '12',
    'aria-label': 'A request in any form',
    spellcheck: 'false',
    placeholder:
      'A raw HTTP request, a curl command, a HAR file, a Lambda event,\nheader lines, headers as JSON, or just the body',
  });
  const found = h('p', { class: 'count', role: 'status' });
  const entries = h('select', { 'aria-label': 'Entry' });
  let recognised: Recognised[] = [];
  const chosen = (): Recognised | undefined => recognised[Math.max(0, entries.selectedIndex)];
  const take = h(
    'button',
    {
      type: 'button',
      class: 'primary',
      onclick: () => {
        const one = chosen();
        box.close();
        if (one === undefined) return;
        store.set({ ...changeOf(one), now: null });
        say(`Recognised: ${one.kind}.`);
      },
    },
    'Take it',
  );
  const tell = (): void => {
    const one = chosen();
    found.textContent = one === undefined ? 'Paste, and it is taken apart.' : told(one);
  };
  const look = (): void => {
    recognised = recognise(area.value).slice(0, MOST);
    take.toggleAttribute('disabled', recognised.length === 0);
    entries.hidden = recognised.length < 2;
    entries.replaceChildren(...recognised.map((one, at) => h('option', null, `${at + 1}. ${short(one)}`)));
    tell();
  };
  area.addEventListener('input', look);
  entries.addEventListener('change', tell);
  area.value = pasted;
  look();
  const box = dialog(
    'Paste anything',
    h('div', { class: 'dialog-body' }, area, entries, h('div', { class: 'actions' }, found, take)),
  );
  (entries.hidden ? area : entries).focus();
}

function told({ kind, request: { headers, body, url } }: Recognised): string {
  const parts = [
    headers === undefined ? '' : `${headers.length} headers`,
    url ? 'a URL' : '',
    body ? `${body.length} characters of body` : '',
  ];
  return `${kind}: ${parts.filter((part) => part !== '').join(', ')}`;
}

function short({ request: { method, url, body } }: Recognised): string {
  return `${method ?? ''} ${url ?? ''} · ${(body ?? '').length} characters`;
}
