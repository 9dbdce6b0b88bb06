// The samples: every delivery of every sender, and each fault of the corpus, in one list with search.

import type { Store } from '../case.ts';
import { dialog, h, prose } from '../dom.ts';
import { caseOf, sender } from '../samples.ts';
import { searchList, senderName } from './picker.ts';

interface Row {
  name: string;
  code: string;
  /** What it is, and what more there is to know. */
  what: string;
  comment: string;
  /** All that it can be found by. */
  words: string;
  take: () => Promise<void>;
}

type Say = (text: string) => void;

/** What the families of faults are called, to be searched by. */
export const FAMILIES: Record<string, string> = {
  body: 'something rewrote the body',
  secret: 'the receiver has another secret',
  scheme: 'the sender signs in another way',
  header: 'a proxy changed the headers',
  timestamp: 'the clock',
  url: 'the URL is another one',
};

export async function gallery(store: Store, say: Say): Promise<void> {
  const rows = [...(await samples(store, say)), ...(await faults(store, say))];
  const { field, element } = searchList(
    `Search ${rows.length.toLocaleString('en')} samples by sender, event, code, fault`,
    rows,
    ({ words }) => words,
    ({ name, code, what, comment }) => [
      h('strong', null, name),
      h('code', { class: code === 'ok' ? 'good' : 'bad' }, code),
      h('span', null, ...prose(what), comment === '' ? '' : h('em', null, comment)),
    ],
    ({ take }) => {
      box.close();
      void take();
    },
    120,
  );
  const box = dialog('Samples', element);
  field.focus();
}

async function samples(store: Store, say: Say): Promise<Row[]> {
  const { default: rows } = await import('senders:gallery');
  return rows.map(([provider, vector, comment, code, event]) => {
    const name = senderName({ provider });
    const what = event === '' ? vector : `${event} · ${vector}`;
    const take = async (): Promise<void> => {
      const sample = (await sender(provider))?.samples.find((one) => one.name === vector);
      if (sample === undefined) return;
      store.replace(caseOf(provider, sample));
      say(sample.comment === '' ? '' : `${vector}: ${sample.comment}.`);
    };
    return { name, code, what, comment, words: `${provider} ${name} ${what} ${comment} ${code}`, take };
  });
}

async function faults(store: Store, say: Say): Promise<Row[]> {
  const { rows, words, load } = await import('senders:faults');
  return rows.map(([file, provider, scheme, fault]) => {
    const name = senderName({ provider });
    const [code = ''] = fault.split(':');
    const what = words[code] ?? '';
    const several = rows.some((other) => other[1] === provider && other[2] !== scheme);
    const comment = several ? `by the scheme ${scheme}` : '';
    const family = FAMILIES[code.split('.')[0] ?? ''] ?? '';
    const take = async (): Promise<void> => {
      const found = (await load[file]?.())?.default[fault];
      if (found === undefined) return;
      store.replace({ ...caseOf(provider, found.sample), others: found.others });
      say(`${fault}: ${what}`);
    };
    return {
      name,
      code: fault,
      what,
      comment,
      words: `${provider} ${name} ${scheme} ${fault} ${what} ${family} fault`,
      take,
    };
  });
}
