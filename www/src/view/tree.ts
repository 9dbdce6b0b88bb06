// The event as a tree: each value with its JSON Pointer, which a click copies.

import type { Branch } from '../answer.ts';
import { copy, h } from '../dom.ts';

export function treePanel(panel: HTMLElement, tree: Branch | null): void {
  panel.hidden = tree === null;
  if (tree === null) {
    panel.replaceChildren();
    return;
  }
  panel.replaceChildren(
    h('h2', null, 'Payload ', h('span', { class: 'n' }, 'click a name for its pointer')),
    h('div', { class: 'branches' }, ...(tree.children?.map((child) => branch(child, 1)) ?? [leaf(tree)]), more(tree)),
  );
}

function name({ key, pointer }: Branch): HTMLElement {
  const run = (event: Event): void => {
    event.preventDefault();
    void copy(pointer, pointer === '' ? 'The pointer to all of it' : pointer);
  };
  return h(
    'button',
    {
      type: 'button',
      class: 'key',
      title: `Copy ${pointer}`,
      'aria-label': `Copy the pointer ${pointer}`,
      onclick: run,
    },
    key === '' ? '(all)' : key,
  );
}

/** Says that `report.get` has it at hand. */
function captured({ captured: marked }: Branch): HTMLElement | null {
  return marked === true
    ? h('span', { class: 'exact', title: 'A capture: report.get has it at hand' }, 'captured')
    : null;
}

function leaf(of: Branch): HTMLElement {
  const { type, value } = of;
  const exact =
    type === 'integer64'
      ? h('span', { class: 'exact', title: 'Beyond 2^53: JavaScript would round it, report.get does not' }, 'exact')
      : null;
  return h('div', { class: `leaf ${type}` }, name(of), h('span', { class: 'value' }, value), exact, captured(of));
}

function branch(of: Branch, depth: number): HTMLElement {
  if (of.children === undefined) return leaf(of);
  if (of.children.length === 0) return leaf({ ...of, value: of.type === 'array' ? '[]' : '{}' });
  const children = h('div', { class: 'children' });
  const fill = (): void => {
    if (children.childElementCount === 0)
      children.append(...(of.children?.map((child) => branch(child, depth + 1)) ?? []), more(of));
  };
  const toggle = h('button', {
    type: 'button',
    class: 'toggle',
    'aria-label': `Members of ${of.pointer}`,
    'aria-expanded': 'false',
    onclick: () => open(toggle.getAttribute('aria-expanded') === 'false'),
  });
  const open = (wanted: boolean): void => {
    if (wanted) fill();
    toggle.setAttribute('aria-expanded', String(wanted));
    children.hidden = !wanted;
  };
  open(depth < 3 && of.children.length <= 20);
  return h(
    'div',
    null,
    h('div', { class: 'parent' }, toggle, name(of), h('span', { class: 'value quiet' }, of.value), captured(of)),
    children,
  );
}

function more({ more: left }: Branch): HTMLElement | string {
  return left === undefined ? '' : h('p', { class: 'quiet' }, `and ${left.toLocaleString('en')} more`);
}
