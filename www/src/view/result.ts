// The right side: verdict, stages, and under them only what there is to say.

import type { Detail, Looked, PlacedProblem, Verdict } from '../answer.ts';
import type { Case, Store } from '../case.ts';
import { h, prose } from '../dom.ts';
import { codePanel } from './code.ts';
import { senderName } from './picker.ts';
import { signedPanel } from './signed.ts';
import { treePanel } from './tree.ts';
import { whyPanel } from './why.ts';

type Report = NonNullable<Verdict['report']>;

const STAGES = ['limits', 'signature', 'freshness', 'event', 'schema'] as const;

const PROVES: Record<Report['authenticated'], string> = {
  body: 'vouches for every byte of the body',
  partial: 'vouches for some fields only',
  token: 'a shared token: nothing vouches for the body',
  none: 'nothing is authenticated',
};

/** The verdict in words, by the stage that failed. */
function headline({ ok, authenticated, stages }: Report): string {
  if (ok) return authenticated === 'none' ? 'Right, but unsigned' : 'Real and right';
  const known = authenticated === 'none' ? '' : 'Real, but ';
  switch (stages.find(({ result }) => result === 'failed')?.name) {
    case 'limits':
      return 'Over a limit';
    case 'signature':
      return 'Not proved to be real';
    case 'freshness':
      return 'Signed, but not fresh';
    case 'event':
      return known === '' ? 'Not readable' : `${known}not readable`;
    case 'schema':
      return known === '' ? 'Not as promised' : `${known}not as promised`;
    default:
      return 'Refused';
  }
}

/** Browsers blunt their clocks: what is less than they tell is `< 0.1 ms`. */
function duration(milliseconds: number): string {
  return milliseconds < 0.1 ? '< 0.1 ms' : `${milliseconds.toFixed(1)} ms`;
}

export class Result {
  readonly element: HTMLElement;
  readonly #head = h('div', { class: 'head', 'aria-live': 'polite', 'aria-atomic': 'true' });
  readonly #stages = h('ol', { class: 'stages', 'aria-label': 'Stages' });
  readonly #facts = h('p', { class: 'facts' });
  readonly #problems = h('section', { class: 'panel problems', 'aria-label': 'Problems' });
  readonly #why = h('section', { class: 'panel why', 'aria-label': 'Why not' });
  readonly #drift = h('section', { class: 'panel drift', 'aria-label': 'Drift' });
  readonly #signed = h('section', { class: 'panel signed', 'aria-label': 'What was signed' });
  readonly #tree = h('section', { class: 'panel tree', 'aria-label': 'Event' });
  readonly #code = h('section', { class: 'panel code', 'aria-label': 'Code' });
  readonly #jump: (from: number, to: number) => void;
  readonly #search: (of: Case) => Promise<Looked>;
  /** The case whose details are shown. */
  #shown: Case | undefined;
  /** What a search on request has found, and in which case. */
  #searched: { of: Case; looked: Looked } | undefined;

  constructor(store: Store, jump: (from: number, to: number) => void, search: (of: Case) => Promise<Looked>) {
    this.#jump = jump;
    this.#search = search;
    this.element = h(
      'section',
      { class: 'result', id: 'verdict', tabindex: '-1', 'aria-label': 'Verdict' },
      h('div', { class: 'verdict' }, this.#head, this.#stages, this.#facts),
      this.#why,
      this.#problems,
      this.#drift,
      this.#signed,
      this.#tree,
      this.#code,
    );
    codePanel(this.#code, store);
  }

  verdict(verdict: Verdict, of: Case): void {
    const { report, misuse } = verdict;
    this.element.dataset.code = report?.code ?? misuse?.code ?? '';
    if (report === null) {
      this.#misused(misuse ?? { code: 'error', message: 'nothing is known' }, of);
      return;
    }
    const state = report.ok ? (report.authenticated === 'body' ? 'pass' : 'weak') : 'fail';
    this.element.dataset.state = state;
    const deciding = verdict.problems.find(({ code, severity }) => code === report.code && severity === 'error');
    this.#head.replaceChildren(
      h('h1', null, h('span', { class: 'mark', 'aria-hidden': 'true' }, report.ok ? '✓' : '✗'), headline(report)),
      h(
        'p',
        { class: 'code-line' },
        h('code', { class: 'status' }, report.status),
        h('code', { class: 'reason' }, report.code),
        h('span', { class: 'took', title: 'What this verification took' }, duration(verdict.took)),
      ),
      deciding === undefined ? '' : h('p', { class: 'message' }, ...prose(deciding.message)),
    );
    this.#stages.replaceChildren(
      ...STAGES.map((name) => {
        const result = report.stages.find((stage) => stage.name === name)?.result ?? 'skipped';
        return h(
          'li',
          { class: result },
          h('span', { class: 'dot', 'aria-hidden': 'true' }),
          h('span', { class: 'stage' }, name),
          h('span', { class: 'outcome' }, result),
        );
      }),
    );
    this.#facts.replaceChildren(...this.#factsOf(report, verdict, of));
    this.#list(verdict.problems);
    this.#drifted(report.drift);
  }

  detail(detail: Detail, of: Case): void {
    this.#shown = of;
    // A case without a time of its own is checked again and again: what was found stays.
    const looked = this.#searched?.of === of ? this.#searched.looked : detail;
    whyPanel(this.#why, looked, async () => {
      const found = await this.#search(of);
      this.#searched = { of, looked: found };
      if (this.#shown !== of) return;
      whyPanel(this.#why, found);
      signedPanel(this.#signed, found, of);
    });
    signedPanel(this.#signed, looked, of);
    treePanel(this.#tree, detail.tree);
  }

  #misused({ code, message }: { code: string; message: string }, of: Case): void {
    const blank = of.secrets.every(({ value }) => value === '') && code === 'usage.secret';
    this.element.dataset.state = 'open';
    const empty = blank && of.headers === '' && of.body === '';
    this.#head.replaceChildren(
      h('h1', null, empty ? 'Paste a delivery' : blank ? 'Which secret?' : 'Not set up yet'),
      h('p', { class: 'code-line' }, h('code', { class: 'reason' }, code)),
      h(
        'p',
        { class: 'message' },
        ...prose(
          empty
            ? 'Headers, body and the endpoint’s secret on the left; or a whole request, a curl command or a HAR entry at once. Samples has one of everything.'
            : message,
        ),
      ),
    );
    this.#stages.replaceChildren(
      ...STAGES.map((name) =>
        h(
          'li',
          { class: 'skipped' },
          h('span', { class: 'dot', 'aria-hidden': 'true' }),
          h('span', { class: 'stage' }, name),
          h('span', { class: 'outcome' }, 'skipped'),
        ),
      ),
    );
    this.#facts.replaceChildren();
    this.#list([]);
    this.#drifted(null);
  }

  #factsOf(report: Report, { large }: Verdict, of: Case): (Node | string)[] {
    const facts: (Node | string)[] = [];
    if (report.scheme !== null) {
      const place = /^secrets\[(\d+)\]$/.exec(report.secretId ?? '');
      const secret =
        place === null ? report.secretId : of.secrets.length > 1 ? `secret ${Number(place[1]) + 1}` : 'the secret';
      facts.push(
        h(
          'span',
          null,
          senderName(of),
          ' ',
          h('code', null, report.scheme),
          report.secretId === null ? '' : ` with ${secret}`,
        ),
      );
      facts.push(h('span', null, PROVES[report.authenticated]));
    }
    for (const { type, id } of report.events.slice(0, 3)) {
      facts.push(
        h('span', null, h('code', null, type ?? 'no type'), id === null ? '' : h('span', { class: 'id' }, ` ${id}`)),
      );
    }
    if (report.events.length > 3) facts.push(h('span', null, `${report.events.length - 3} more events`));
    if (large) facts.push(h('span', null, 'a large body: not looked at byte by byte'));
    return facts;
  }

  #list(problems: readonly PlacedProblem[]): void {
    this.#problems.hidden = problems.length === 0;
    const errors = problems.filter(({ severity }) => severity === 'error').length;
    const rest = problems.length - errors;
    const counts = [
      errors > 0 ? `${errors} ${errors === 1 ? 'error' : 'errors'}` : '',
      rest > 0 ? `${rest} to know` : '',
    ];
    const rows = problems.map((problem) => {
      const { code, severity, line, column, pointer, message, hint, keyword, from, to } = problem;
      const place = line === null ? '' : `${line}:${column}`;
      const text = [
        h('span', { class: 'where' }, place),
        h(
          'span',
          { class: 'what' },
          pointer === null ? '' : h('code', { class: 'pointer' }, pointer === '' ? '(whole body)' : pointer),
          ' ',
          ...prose(message),
          hint === null ? '' : h('span', { class: 'hint' }, ...prose(hint)),
        ),
        h('code', { class: 'reason', title: keyword ?? '' }, code),
      ];
      const row =
        from === null
          ? h('div', { class: 'row' }, ...text)
          : h('button', { type: 'button', class: 'row', onclick: () => this.#jump(from, to ?? from) }, ...text);
      return h('li', { class: severity }, row);
    });
    this.#problems.replaceChildren(
      h('h2', null, 'Problems ', h('span', { class: 'n' }, counts.filter((one) => one !== '').join(', '))),
      h('ul', null, ...rows),
    );
  }

  #drifted(drift: Report['drift']): void {
    this.#drift.hidden = drift === null;
    if (drift === null) return;
    const { unknownFields, newEnumValues, changedTypes, fingerprint } = drift;
    const rows = [
      ...unknownFields.map((pointer) => [pointer, 'a field that the schema does not know']),
      ...newEnumValues.map((pointer) => [pointer, 'a value that the list does not have']),
      ...changedTypes.map(({ pointer, expected, found }) => [pointer, `${found}, known as ${expected}`]),
    ];
    this.#drift.replaceChildren(
      h('h2', null, 'Drift ', h('span', { class: 'n' }, `fingerprint ${fingerprint}`)),
      h(
        'ul',
        null,
        ...rows.map(([pointer, what]) => h('li', null, h('code', { class: 'pointer' }, pointer ?? ''), ` ${what}`)),
      ),
    );
  }
}
