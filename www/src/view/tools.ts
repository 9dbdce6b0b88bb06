// What can be done with the case: samples, paste, sign, break, copy as curl, share.

import type { SignedDelivery } from 'hookproof';
import { FAULTS } from '../../../pkg/dist/generated/codes.js';
import { bodyOf, EMPTY, linesOf, type Store } from '../case.ts';
import type { Client } from '../client.ts';
import { copy, dialog, h, toast } from '../dom.ts';
import { asCurl } from '../paste/curl.ts';
import { changeOf, recognise } from '../paste/recognise.ts';
import { caseOf, sender } from '../samples.ts';
import { freshSecret, linkTo, resigned, signedWith } from '../share.ts';
import { searchList, senderName } from './picker.ts';

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

async function gallery(store: Store, say: Say): Promise<void> {
  const { default: rows } = await import('senders:gallery');
  const { field, element } = searchList(
    `Search ${rows.length} samples by sender, event, code`,
    rows,
    ([provider, name, comment, code, event]) =>
      `${provider} ${senderName({ provider })} ${name} ${comment} ${code} ${event}`,
    ([provider, name, comment, code, event]) => [
      h('strong', null, senderName({ provider })),
      h('code', { class: code === 'ok' ? 'good' : 'bad' }, code),
      h('span', null, event === '' ? name : `${event} · ${name}`, comment === '' ? '' : h('em', null, comment)),
    ],
    async ([provider, name]) => {
      box.close();
      const sample = (await sender(provider))?.samples.find((one) => one.name === name);
      if (sample === undefined) return;
      store.replace(caseOf(provider, sample));
      say(sample.comment === '' ? '' : `${name}: ${sample.comment}.`);
    },
    120,
  );
  const box = dialog('Samples', element);
  field.focus();
}

function pasteDialog(store: Store, say: Say): void {
  const area = h('textarea', {
    rows: '12',
    'aria-label': 'A request in any form',
    spellcheck: 'false',
    placeholder:
      'A raw HTTP request, a curl command, a HAR entry, a Lambda event,\nheader lines, headers as JSON, or just the body',
  });
  const found = h('p', { class: 'count', role: 'status' }, 'Paste, and it is taken apart.');
  const take = h(
    'button',
    {
      type: 'button',
      class: 'primary',
      disabled: true,
      onclick: () => {
        const recognised = recognise(area.value);
        box.close();
        if (recognised === null) return;
        store.set({ ...changeOf(recognised), now: null });
        say(`Recognised: ${recognised.kind}.`);
      },
    },
    'Take it',
  );
  area.addEventListener('input', () => {
    const recognised = recognise(area.value);
    take.toggleAttribute('disabled', recognised === null);
    if (recognised === null) found.textContent = 'Paste, and it is taken apart.';
    else {
      const { headers, body, url } = recognised.request;
      const parts = [
        headers === undefined ? '' : `${headers.length} headers`,
        url ? 'a URL' : '',
        body ? `${body.length} characters of body` : '',
      ];
      found.textContent = `${recognised.kind}: ${parts.filter((part) => part !== '').join(', ')}`;
    }
  });
  const box = dialog(
    'Paste anything',
    h('div', { class: 'dialog-body' }, area, h('div', { class: 'actions' }, found, take)),
  );
  area.focus();
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
    (fault) => `${fault} ${WORDS[fault.split('.')[0] ?? ''] ?? ''}`,
    (fault) => [h('code', null, fault), h('span', null, WORDS[fault.split('.')[0] ?? ''] ?? '')],
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

const WORDS: Record<string, string> = {
  body: 'something rewrote the body',
  secret: 'the receiver has another secret',
  scheme: 'the sender signs in another way',
  header: 'a proxy changed the headers',
  timestamp: 'the clock',
  url: 'the URL is another one',
};

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
