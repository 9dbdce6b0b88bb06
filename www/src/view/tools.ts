// What can be done with the case: samples, paste, sign, break, copy as curl, share.

import type { SignedDelivery } from 'hookproof';
import { FAULTS } from '../../../pkg/src/generated/codes.ts';
import { bodyOf, EMPTY, linesOf, type Store } from '../case.ts';
import type { Client } from '../client.ts';
import { copy, dialog, h, toast } from '../dom.ts';
import { asCurl } from '../paste/curl.ts';
import { sender } from '../samples.ts';
import { freshSecret, linkTo, resigned, signedWith } from '../share.ts';
import { FAMILIES, gallery } from './gallery.ts';
import { pasteDialog } from './paste.ts';
import { searchList } from './picker.ts';

type Say = (text: string) => void;

/** Ways to write JSON that are met often, for the one fault that has many forms. */
const STYLES = ['python', 'indent-2', 'php', 'go', 'gson', 'jackson-pretty', 'newtonsoft-indented', 'compact'];

export function toolbar(store: Store, client: Client, say: Say): HTMLElement {
  const button = (name: string, hint: string, run: () => unknown): HTMLElement =>
    h(
      'button',
      {
        type: 'button',
        title: hint,
        onclick: () => {
          Promise.resolve(run()).catch((error: Error) => toast(error.message));
        },
      },
      name,
    );
  return h(
    'div',
    { class: 'toolbar', role: 'toolbar', 'aria-label': 'Delivery' },
    button('Samples', 'Deliveries of every sender, right and wrong', () => gallery(store, say)),
    button('Paste', 'A raw request, curl, HAR, a Lambda event, headers', () => pasteDialog(store, say)),
    button('Sign this', 'Make this body a correct delivery', () => sign(store, client, say)),
    button('Break it', 'Make it faulty in a way that happens', () => breakDialog(store, client, say)),
    button('curl', 'Copy as a curl command', () => copy(asCurl(store.current), 'The curl command')),
    button('Share', 'A link that holds this case, without the secret', () => share(store, client)),
    button('Clear', 'Start with nothing', () => {
      store.replace({ ...EMPTY, provider: store.current.provider });
      say('');
    }),
  );
}

/** The body before it was broken last, so that breaking again starts from the right one. */
let unbroken: { body: string; broken: string } | undefined;

async function sign(store: Store, client: Client, say: Say, fault?: string): Promise<void> {
  let { current } = store;
  if (unbroken !== undefined && unbroken.broken === current.body) current = { ...current, body: unbroken.body };
  unbroken = undefined;
  if (current.body === '' && fault === undefined) {
    const example = current.definition === undefined ? (await sender(current.provider))?.examples[0] : undefined;
    if (example !== undefined) current = { ...current, body: example.body };
  }
  let said = '';
  if (current.secrets.every(({ value }) => value === '')) {
    const secret = await freshSecret(client, current);
    if (secret === null)
      throw new Error('This sender signs with a key of its own; put the private key in as the secret');
    current = { ...current, secrets: [{ value: secret }] };
    said = ' with a fresh random secret';
  }
  const secret = current.secrets.find(({ value }) => value !== '')?.value ?? '';
  const signed: SignedDelivery = await signedWith(client, current, secret, fault);
  const body = bodyOf(signed.body);
  const secrets =
    signed.secret === null
      ? current.secrets
      : [{ value: typeof signed.secret === 'string' ? signed.secret : new TextDecoder().decode(signed.secret) }];
  store.set({
    ...body,
    base64: body.base64 as never,
    secrets,
    // The right one is among those that were mixed up.
    others: fault === 'secret.other' ? [secret] : current.others,
    method: signed.method,
    url: signed.url,
    headers: linesOf(signed.headers),
  });
  if (fault !== undefined) unbroken = { body: current.body, broken: body.body };
  const how =
    fault === undefined ? `Signed by ${signed.scheme}${said}.` : `Signed rightly, then ${fault} happened to it.`;
  say(`${how}${current.now === null ? '' : ' At the time of receipt that is set.'}`);
}

function breakDialog(store: Store, client: Client, say: Say): void {
  const faults = FAULTS.flatMap((fault) =>
    fault === 'body.reserialized' ? STYLES.map((style) => `${fault}:${style}`) : [fault],
  );
  const message = h('p', { class: 'wrong', role: 'status' });
  const { field, element } = searchList<string>(
    'Search what happens on the way',
    faults,
    (fault) => `${fault} ${FAMILIES[fault.split('.')[0] ?? ''] ?? ''}`,
    (fault) => [h('code', null, fault), h('span', null, FAMILIES[fault.split('.')[0] ?? ''] ?? '')],
    (fault) => {
      sign(store, client, say, fault).then(
        () => box.close(),
        (error: Error) => {
          message.textContent = error.message;
        },
      );
    },
  );
  const box = dialog(
    'Break it',
    h('p', { class: 'quiet' }, 'The sender signs this body rightly; then something happens.'),
    message,
    element,
  );
  field.focus();
}

async function share(store: Store, client: Client): Promise<void> {
  const { shared, notes } = await resigned(client, store.current);
  const link = await linkTo(shared);
  const field = h('input', { type: 'text', readonly: true, value: link, 'aria-label': 'Link' });
  dialog(
    'Share this case',
    h(
      'div',
      { class: 'dialog-body' },
      h('ul', { class: 'notes' }, ...notes.map((note) => h('li', null, note))),
      h(
        'p',
        { class: 'quiet' },
        `The case stands behind the # of the link, ${link.length.toLocaleString('en')} characters; browsers send that part to nobody.`,
      ),
      h(
        'div',
        { class: 'actions' },
        field,
        h('button', { type: 'button', class: 'primary', onclick: () => void copy(link, 'The link') }, 'Copy the link'),
      ),
    ),
  );
  field.select();
}
