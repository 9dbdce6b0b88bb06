// Choosing the sender: a list with search, by keyboard as by mouse.

import type { Case, Store } from '../case.ts';
import { dialog, h } from '../dom.ts';
import { brief, caseOf, catalogue, sender } from '../samples.ts';

export function senderName({ provider, definition }: Pick<Case, 'provider' | 'definition'>): string {
  return definition === undefined ? (brief(provider)?.name ?? provider) : `${provider} (your own)`;
}

/** A list that a search field narrows; arrows and Enter work from within the field. */
export function searchList<T>(
  label: string,
  items: readonly T[],
  words: (item: T) => string,
  row: (item: T) => (Node | string)[],
  choose: (item: T) => void,
  most = 200,
): { field: HTMLInputElement; element: HTMLElement } {
  const list = h('ul', { class: 'found', role: 'listbox', id: 'found', 'aria-label': label });
  const count = h('p', { class: 'count', role: 'status' });
  const field = h('input', {
    type: 'search',
    class: 'search',
    placeholder: label,
    'aria-label': label,
    role: 'combobox',
    'aria-expanded': 'true',
    'aria-controls': 'found',
    autocomplete: 'off',
    spellcheck: 'false',
  });
  const texts = items.map((item) => words(item).toLowerCase());
  let shown: T[] = [];
  let active = 0;
  const mark = (): void => {
    list.querySelectorAll('li').forEach((one, at) => {
      one.setAttribute('aria-selected', String(at === active));
      if (at === active) {
        field.setAttribute('aria-activedescendant', one.id);
        one.scrollIntoView({ block: 'nearest' });
      }
    });
  };
  const render = (): void => {
    const terms = field.value
      .toLowerCase()
      .split(/\s+/)
      .filter((term) => term !== '');
    shown = items.filter((_, at) => terms.every((term) => texts[at]?.includes(term)));
    active = 0;
    const rows = shown
      .slice(0, most)
      .map((item, at) => h('li', { role: 'option', id: `found-${at}`, onclick: () => choose(item) }, ...row(item)));
    list.replaceChildren(...rows);
    count.textContent =
      shown.length === 0
        ? 'Nothing has all of these words.'
        : shown.length > most
          ? `${most} of ${shown.length}`
          : `${shown.length}`;
    if (rows.length === 0) field.removeAttribute('aria-activedescendant');
    mark();
  };
  field.addEventListener('input', render);
  field.addEventListener('keydown', (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key];
    const last = Math.min(shown.length, most) - 1;
    if (step !== undefined) {
      active = Math.max(0, Math.min(last, active + step));
      mark();
      event.preventDefault();
    } else if (event.key === 'Enter') {
      const item = shown[active];
      if (item !== undefined) choose(item);
      event.preventDefault();
    }
  });
  render();
  return { field, element: h('div', { class: 'search-list' }, field, count, list) };
}

export function pickSender(store: Store): void {
  const { field, element } = searchList(
    'Search senders',
    catalogue,
    ({ id, name, summary }) => `${id} ${name} ${summary}`,
    ({ id, name, summary }) => [h('strong', null, name), h('code', null, id), h('span', null, summary)],
    ({ id }) => {
      box.close();
      void choose(store, id);
    },
  );
  const box = dialog('Sender', element);
  field.focus();
}

/** Changes the sender; where nothing of one's own has been put in, its first sample comes along. */
export async function choose(store: Store, id: string): Promise<void> {
  const { headers, body } = store.current;
  const all = await sender(store.current.provider);
  const untouched =
    (headers === '' && body === '') || all?.samples.some((sample) => sample.headers.join('\n') === headers);
  const good = untouched ? (await sender(id))?.samples.find(({ code }) => code === 'ok') : undefined;
  if (good !== undefined) store.replace(caseOf(id, good));
  else store.set({ provider: id, definition: undefined as never, parameters: {} });
}
