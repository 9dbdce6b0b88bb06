// Why not: the causes with their proof, what was seen, what to do, and the difference between sent and received.

import type { Explanation } from 'hookproof';
import type { Looked, Stretch } from '../answer.ts';
import { h, prose, visible } from '../dom.ts';

/** `search` is what the button does that stands there in place of the causes of a large body. */
export function whyPanel(panel: HTMLElement, looked: Looked, search?: () => Promise<void>): void {
  const { explanation, bodyDifference, urlDifference } = looked;
  const causes = explanation?.causes ?? [];
  panel.hidden = causes.length === 0 && !looked.searchable;
  if (looked.searchable && search !== undefined) {
    offer(panel, search);
    return;
  }
  if (explanation === null || causes.length === 0) {
    panel.replaceChildren();
    return;
  }
  const { macs, exhausted } = explanation.tried;
  panel.replaceChildren(
    h(
      'h2',
      null,
      'Why not? ',
      h('span', { class: 'n' }, `${macs.toLocaleString('en')} signatures tried${exhausted ? ', budget used up' : ''}`),
    ),
    ...causes.slice(0, 1).map(causeView),
    bodyDifference === null ? '' : differenceView('The body, signed and received', bodyDifference),
    urlDifference === null ? '' : differenceView('The URL, signed and received', urlDifference),
    ...causes.slice(1).map(causeView),
  );
}

function offer(panel: HTMLElement, search: () => Promise<void>): void {
  const said = h(
    'p',
    { class: 'quiet', role: 'status' },
    'The body is a large one: its causes are searched when you ask.',
  );
  const button = h(
    'button',
    {
      type: 'button',
      class: 'primary',
      onclick: async () => {
        button.disabled = true;
        said.textContent = 'Searching …';
        try {
          await search();
        } catch (error) {
          said.textContent = (error as Error).message;
          button.disabled = false;
        }
      },
    },
    'Search for causes',
  );
  panel.replaceChildren(h('h2', null, 'Why not?'), h('div', { class: 'search' }, button, said));
}

function causeView({ code, proved, alternative, evidence, fix }: Explanation['causes'][number]): HTMLElement {
  const verdict = proved
    ? alternative
      ? 'or this: the bytes are the same'
      : 'proved'
    : code === 'unexplained'
      ? 'nothing fits'
      : 'a guess';
  const facts = Object.entries(evidence).flatMap(([name, value]) => [
    h('dt', null, worded(name)),
    h('dd', null, ...prose(String(value))),
  ]);
  return h(
    'article',
    { class: proved ? 'cause proved' : 'cause' },
    h('h3', null, h('code', null, code), h('span', { class: 'badge' }, verdict)),
    fixView(fix),
    facts.length === 0 ? '' : h('dl', { class: 'evidence' }, ...facts),
  );
}

/** What to do: a sentence, then a line for each framework. */
function fixView(fix: string): HTMLElement {
  const [sentence = '', ...lines] = fix.split('\n').filter((line) => line.trim() !== '');
  const first = h('p', { class: 'fix' }, ...prose(sentence));
  if (lines.length === 0) return first;
  const rows = lines.map((line) => {
    const [, where = '', how = line] = /^\s*([A-Z][^:]{1,40}): (.*)$/.exec(line) ?? [];
    return h('li', null, h('span', null, where), h('code', null, how));
  });
  const list = h(
    'details',
    { class: 'how' },
    h('summary', null, lines.length === 1 ? 'How' : `How, in ${lines.length} places`),
    h('ul', null, ...rows),
  );
  return h('div', null, first, list);
}

/** `receivedBytes` as `received bytes`. */
function worded(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

function differenceView(title: string, stretches: readonly Stretch[]): HTMLElement {
  const parts = stretches.map(({ kind, text }) =>
    kind === 'same' ? h('span', { class: 'same' }, text) : h(kind === 'signed' ? 'del' : 'ins', null, ...whole(text)),
  );
  return h(
    'figure',
    { class: 'difference' },
    h(
      'figcaption',
      null,
      title,
      h('span', { class: 'legend' }, h('del', null, 'only signed'), ' ', h('ins', null, 'only received')),
    ),
    h('pre', { tabindex: '0' }, ...parts),
  );
}

/** In a difference each blank counts. */
function whole(text: string): (Node | string)[] {
  return text
    .split(/( +)/)
    .flatMap((part) => (/^ +$/.test(part) ? [h('span', { class: 'ctl' }, '·'.repeat(part.length))] : visible(part)));
}
