// What else a verifier is given: the time of receipt, the mode, and any other option as JSON.

import type { Mode, Store } from '../case.ts';
import { h } from '../dom.ts';

const MODES: [Mode, string][] = [
  ['tolerant', 'reports what is new as drift'],
  ['strict', 'refuses whatever the schema does not allow'],
  ['observe', 'refuses nothing for what a schema says'],
];

export function options(store: Store): HTMLElement {
  const modes = MODES.map(([mode, what]) => {
    const input = h('input', { type: 'radio', name: 'mode', value: mode, onchange: () => store.set({ mode }) });
    return { mode, input, label: h('label', { title: what }, input, mode) };
  });
  const time = h('input', {
    type: 'text',
    'aria-label': 'Time of receipt',
    class: 'time',
    placeholder: 'now',
    spellcheck: 'false',
  });
  const said = h('span', { class: 'time-said' });
  time.addEventListener('input', () => {
    const text = time.value.trim();
    const now =
      text === '' || text === 'now'
        ? null
        : /^\d{9,11}$/.test(text)
          ? Number(text) * 1000
          : /^\d+$/.test(text)
            ? Number(text)
            : Date.parse(text);
    time.setCustomValidity(Number.isNaN(now) ? 'not a time' : '');
    time.setAttribute('aria-invalid', String(Number.isNaN(now)));
    if (!Number.isNaN(now)) store.set({ now });
  });
  const clock = h(
    'button',
    { type: 'button', class: 'link', onclick: () => store.set({ now: null }) },
    'use the clock',
  );
  const more = h('textarea', {
    rows: '3',
    class: 'more',
    'aria-label': 'Further options of createVerifier, as JSON',
    spellcheck: 'false',
    placeholder: '{ "toleranceSeconds": 600, "captures": ["/id"] }',
  });
  const wrong = h('p', { class: 'wrong', role: 'status' });
  more.addEventListener('input', () => {
    try {
      const value: unknown = more.value.trim() === '' ? {} : JSON.parse(more.value);
      if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Error('expected an object');
      wrong.textContent = '';
      store.set({ options: value as Record<string, unknown> });
    } catch (error) {
      wrong.textContent = (error as Error).message;
    }
  });
  const details = h('details', { class: 'further' }, h('summary', null, 'Further options'), more, wrong);
  store.listen((current, changed) => {
    for (const { mode, input } of modes) input.checked = mode === current.mode;
    if (document.activeElement !== time)
      time.value = current.now === null ? '' : new Date(current.now).toISOString().replace('.000Z', 'Z');
    said.textContent = current.now === null ? 'the clock’s' : '';
    clock.hidden = current.now === null;
    if (changed.has('options') && document.activeElement !== more) {
      const any = Object.keys(current.options).length > 0;
      more.value = any ? JSON.stringify(current.options, null, 2) : '';
      details.open = any;
    }
  });
  return h(
    'div',
    { class: 'options' },
    h('div', { class: 'option' }, h('span', { class: 'label' }, 'Received'), time, said, clock),
    h(
      'fieldset',
      { class: 'option modes' },
      h('legend', { class: 'label' }, 'Mode'),
      ...modes.map(({ label }) => label),
    ),
    details,
  );
}
