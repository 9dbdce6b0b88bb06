// Starts the playground: theme, views, the worker, and the case that the link or the first sample brings.

import './style/base.css';
import './style/form.css';
import './style/result.css';
import './style/pages.css';
import { EMPTY, Store } from './case.ts';
import { byId, h } from './dom.ts';
import { caseOf, sender } from './samples.ts';
import { fromLink } from './share.ts';
import { startTheme } from './theme.ts';
import { VerifyView } from './view/verify.ts';

const FIRST = { provider: 'stripe', sample: 'official' };

const store = new Store(EMPTY);
const view = byId('view');

const VIEWS = [
  { id: 'verify', name: 'Delivery' },
  { id: 'sender', name: 'Sender' },
  { id: 'definition', name: 'Own sender' },
] as const;
type ViewId = (typeof VIEWS)[number]['id'];

startTheme(byId('theme'));
const verify = new VerifyView(store);

function viewOf(hash: string): ViewId {
  return VIEWS.find(({ id }) => hash === `#${id}`)?.id ?? 'verify';
}

async function show(id: ViewId): Promise<void> {
  const buttons = VIEWS.map((one) =>
    h('a', { href: `#${one.id}`, 'aria-current': one.id === id ? 'page' : undefined }, one.name),
  );
  byId('views').replaceChildren(...buttons);
  document.body.dataset.view = id;
  if (id === 'verify') {
    view.replaceChildren(verify.element);
    verify.shown();
  } else if (id === 'sender') {
    const { senderPage } = await import('./view/sender.ts');
    view.replaceChildren(await senderPage(store, verify.client));
  } else {
    const { definitionPage } = await import('./view/definition.ts');
    view.replaceChildren(await definitionPage(store, verify.client));
  }
}

async function first(): Promise<void> {
  const linked = await fromLink(location.hash);
  if (linked !== null) {
    history.replaceState(null, '', '#verify');
    store.replace(linked.case);
    if (linked.note !== '') verify.say(linked.note);
    return;
  }
  const found = (await sender(FIRST.provider))?.samples.find(({ name }) => name === FIRST.sample);
  if (found !== undefined) store.replace(caseOf(FIRST.provider, found));
}

async function sealed(): Promise<void> {
  const { hookproof, wasm } = await verify.client.call<{ hookproof: string; wasm: string }>('version');
  const note = byId('sealed').querySelector('.note');
  note?.replaceChildren(
    h(
      'p',
      null,
      'This page carries ',
      h('code', null, "connect-src 'none'"),
      ': the browser itself refuses every request. Deliveries and secrets are checked in a worker on your machine.',
    ),
    h(
      'dl',
      null,
      h('dt', null, 'hookproof'),
      h('dd', null, hookproof),
      h('dt', null, 'module, SHA-256'),
      h('dd', { class: 'hash' }, wasm),
    ),
    h('p', null, 'It is the entry `hookproof/inline` of the npm package.'),
  );
}

// The part behind `#` names the view, so this link moves the focus itself.
document.querySelector('.skip')?.addEventListener('click', (event) => {
  event.preventDefault();
  (document.getElementById('verdict') ?? view).focus();
});

addEventListener('hashchange', async () => {
  const linked = await fromLink(location.hash);
  if (linked === null) return show(viewOf(location.hash));
  history.replaceState(null, '', '#verify');
  store.replace(linked.case);
  if (linked.note !== '') verify.say(linked.note);
  return show('verify');
});

await Promise.all([first(), show(viewOf(location.hash))]);
verify.start();
void sealed();
if ('serviceWorker' in navigator) {
  navigator.serviceWorker.register('./sw.js').catch(() => undefined);
}
