// What was signed: the header taken apart, and the content segment by segment.

import type { Looked, ShownScheme, ShownText } from '../answer.ts';
import type { Case } from '../case.ts';
import { h, prose, visible } from '../dom.ts';
import { type Brief, brief } from '../samples.ts';

export function signedPanel(panel: HTMLElement, { schemes }: Looked, of: Case): void {
  const known = of.definition === undefined ? brief(of.provider) : undefined;
  const readable = schemes.filter(({ content, parts }) => content.length > 0 || parts.length > 0);
  const shown = readable.length > 0 ? readable : schemes;
  // Of an empty delivery everything is missing, which goes without saying.
  const nothing = shown.every(({ parts }) => parts.length === 0) && of.headers === '' && of.body === '';
  panel.hidden = shown.length === 0 || nothing;
  panel.replaceChildren(h('h2', null, 'What was signed'), ...shown.map((scheme) => schemeView(scheme, known)));
}

function schemeView({ id, place, parts, content, problem }: ShownScheme, known: Brief | undefined): HTMLElement {
  const [, template = '', algorithm = ''] = known?.schemes.find(([scheme]) => scheme === id) ?? [];
  const bytes = content.reduce((sum, piece) => sum + piece.bytes, 0);
  return h(
    'article',
    { class: 'scheme' },
    h(
      'h3',
      null,
      h('code', null, id),
      h('span', null, ...prose(place)),
      template === '' ? null : h('span', { class: 'recipe' }, `${algorithm} of `, h('code', null, template)),
    ),
    problem === null ? '' : h('p', { class: 'message' }, ...prose(problem)),
    parts.length === 0
      ? ''
      : h(
          'dl',
          { class: 'parts' },
          ...parts.flatMap((part) => [
            h('dt', null, part.name ?? 'signature'),
            h('dd', null, part.text === null ? hidden('the token, not shown') : h('code', null, ...visible(part.text))),
          ]),
        ),
    content.length === 0
      ? problem === null
        ? h('p', { class: 'quiet' }, 'Only the token is compared: nothing is signed, so nothing vouches for the body.')
        : ''
      : h(
          'div',
          { class: 'content', role: 'group', tabindex: '0', 'aria-label': `${bytes} bytes that were signed` },
          h('div', { class: 'pieces' }, ...content.map(pieceView)),
          h(
            'p',
            { class: 'quiet' },
            `${bytes.toLocaleString('en')} bytes in ${content.length} ${content.length === 1 ? 'piece' : 'pieces'}`,
          ),
        ),
  );
}

function pieceView(piece: ShownText): HTMLElement {
  const { name, text, bytes } = piece;
  const label = name === null ? 'fixed' : name.replace(/^the /, '').replaceAll('`', '');
  return h(
    'span',
    { class: name === null ? 'piece fixed' : 'piece' },
    h('span', { class: 'piece-name' }, label),
    h(
      'span',
      { class: 'piece-text' },
      ...(text === null ? [hidden('secret')] : text === '' ? [h('span', { class: 'ctl' }, 'empty')] : visible(text)),
    ),
    bytes > 400 ? h('span', { class: 'piece-size' }, `${bytes.toLocaleString('en')} bytes`) : null,
  );
}

function hidden(text: string): HTMLElement {
  return h('span', { class: 'hidden-value' }, text);
}
