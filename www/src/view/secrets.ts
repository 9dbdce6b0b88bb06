// The endpoint's secrets and what else the sender's definition asks for.

import type { NamedSecret, Store } from '../case.ts';
import { h } from '../dom.ts';
import { brief } from '../samples.ts';

export function secrets(store: Store): HTMLElement {
  const rows = h('div', { class: 'rows' });
  const parameters = h('div', { class: 'parameters' });
  const set = (place: number, change: Partial<NamedSecret>): void => {
    const next = store.current.secrets.map((secret, at) => (at === place ? { ...secret, ...change } : secret));
    store.set({ secrets: next });
  };
  const row = (secret: NamedSecret, place: number, all: readonly NamedSecret[]): HTMLElement => {
    const long = secret.value.length > 80 || secret.value.includes('\n');
    const field = long
      ? h('textarea', {
          rows: '3',
          class: 'secret',
          'aria-label': `Secret ${place + 1}`,
          spellcheck: 'false',
          value: secret.value,
        })
      : h('input', {
          type: 'text',
          class: 'secret',
          'aria-label': `Secret ${place + 1}`,
          autocomplete: 'off',
          spellcheck: 'false',
          placeholder: 'The endpoint’s secret; it stays in this page',
          value: secret.value,
        });
    field.addEventListener('input', () => set(place, { value: field.value }));
    const remove = h(
      'button',
      {
        type: 'button',
        class: 'plain',
        'aria-label': `Remove secret ${place + 1}`,
        onclick: () => store.set({ secrets: store.current.secrets.filter((_, at) => at !== place) }),
      },
      '✕',
    );
    return h('div', { class: 'secret-row' }, field, all.length > 1 ? remove : null);
  };
  const add = h(
    'button',
    {
      type: 'button',
      class: 'link',
      onclick: () => {
        store.set({ secrets: [...store.current.secrets, { value: '' }] });
        rows.querySelector<HTMLElement>('.secret-row:last-child .secret')?.focus();
      },
    },
    'add one',
  );

  let shown = '';
  store.listen((current, changed) => {
    // A field that is being typed in stays the field that it is.
    const shape = `${current.provider} ${current.secrets.length}`;
    const inside = rows.contains(document.activeElement) && shape === shown;
    if (changed.has('secrets') && !inside) {
      const list = current.secrets.length === 0 ? [{ value: '' }] : current.secrets;
      rows.replaceChildren(...list.map((secret, place) => row(secret, place, list)));
      if (current.secrets.length === 0)
        rows.querySelector('.secret')?.addEventListener(
          'input',
          (event) => {
            store.set({ secrets: [{ value: (event.target as HTMLInputElement).value }] });
          },
          { once: true },
        );
    }
    shown = shape;
    if (!parameters.contains(document.activeElement)) {
      const wanted =
        current.definition === undefined ? (brief(current.provider)?.parameters ?? []) : definedIn(current.definition);
      parameters.replaceChildren(
        ...wanted.map(({ name, description, initial }) =>
          h(
            'label',
            { class: 'parameter', title: description },
            h('span', null, name),
            h('input', {
              type: 'text',
              spellcheck: 'false',
              placeholder: initial === '' ? 'needed' : initial,
              value: current.parameters[name] ?? '',
              oninput: (event: Event) => {
                const { [name]: _, ...rest } = store.current.parameters;
                const { value } = event.target as HTMLInputElement;
                store.set({ parameters: value === '' ? rest : { ...rest, [name]: value } });
              },
            }),
          ),
        ),
      );
    }
  });
  const label = h('span', { class: 'label' }, 'Secret', add);
  return h('div', { class: 'field' }, label, rows, parameters, others(store));
}

/** Secrets that may have been taken for this endpoint's: nothing is verified with them, they only explain. */
function others(store: Store): HTMLElement {
  const field = h('textarea', {
    rows: '2',
    class: 'secret',
    'aria-label': 'Other secrets, one a line',
    spellcheck: 'false',
    placeholder: 'Of other endpoints, of test mode, old ones: one a line',
  });
  field.addEventListener('input', () => {
    store.set({ others: field.value.split('\n').filter((line) => line !== '') });
  });
  const details = h('details', { class: 'others' }, h('summary', null, 'Others that may have been mixed up'), field);
  store.listen((current, changed) => {
    if (!changed.has('others') || document.activeElement === field) return;
    field.value = current.others.join('\n');
    details.open = current.others.length > 0;
  });
  return details;
}

function definedIn(definition: string): { name: string; description: string; initial: string }[] {
  try {
    const { parameters = {} } = JSON.parse(definition) as {
      parameters?: Record<string, { description?: string; default?: string }>;
    };
    return Object.entries(parameters).map(([name, { description = '', default: initial = '' }]) => ({
      name,
      description,
      initial,
    }));
  } catch {
    return [];
  }
}
