// The editors: the body with its problems in place, the header lines, and the text of other things.

import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { bracketMatching } from '@codemirror/language';
import { type Diagnostic, lintKeymap, setDiagnostics } from '@codemirror/lint';
import { searchKeymap } from '@codemirror/search';
import {
  Annotation,
  Compartment,
  EditorState,
  type Extension,
  type Transaction,
  type TransactionSpec,
} from '@codemirror/state';
import { drawSelection, EditorView, highlightSpecialChars, keymap, lineNumbers, placeholder } from '@codemirror/view';
import type { PlacedProblem } from './answer.ts';
import { headerMarks, jsonMarks } from './marks.ts';

/** Says that a change comes from the program. */
const fromProgram = Annotation.define<boolean>();

const LONG_TEXT = 100_000;
const LONG_LINE = 2_000;

const NONCE = 'hookproof-editor';

interface EditorOptions {
  parent: HTMLElement;
  label: string;
  hint: string;
  extensions: Extension[];
  onChange: (text: string) => void;
}

export class Editor {
  readonly view: EditorView;
  readonly #writable = new Compartment();
  readonly #wrapping = new Compartment();
  #wraps = true;
  #waiting: ReturnType<typeof setTimeout> | undefined;
  /** The text that was told last. */
  #told: string | undefined;

  constructor({ parent, label, hint, extensions, onChange }: EditorOptions) {
    const changed = EditorView.updateListener.of((update) => {
      if (!update.docChanged) return;
      if (update.transactions.some((transaction) => transaction.annotation(fromProgram))) return;
      const tell = (): void => {
        this.#told = this.text;
        onChange(this.#told);
      };
      clearTimeout(this.#waiting);
      // A long text is brought together in a task of its own, and once for several letters.
      if (update.state.doc.length < LONG_TEXT) tell();
      else this.#waiting = setTimeout(tell, 40);
    });
    this.view = new EditorView({
      parent,
      state: EditorState.create({
        extensions: [
          // Carriage returns stay what they are: characters of the text.
          EditorState.lineSeparator.of('\n'),
          EditorView.cspNonce.of(NONCE),
          EditorView.contentAttributes.of({
            'aria-label': label,
            tabindex: '0',
            spellcheck: 'false',
            autocapitalize: 'off',
          }),
          highlightSpecialChars({ addSpecialChars: /[\r\u00a0\u200c-\u200f\u2028-\u202f\ufeff]/g }),
          history(),
          drawSelection(),
          placeholder(hint),
          // Tab leaves the editor, so that nobody is trapped in it.
          keymap.of([...defaultKeymap, ...historyKeymap, ...searchKeymap, ...lintKeymap]),
          this.#writable.of([]),
          this.#wrapping.of(EditorView.lineWrapping),
          EditorState.transactionExtender.of((transaction) => this.#wrapped(transaction)),
          ...extensions,
          changed,
        ],
      }),
    });
  }

  get text(): string {
    return this.view.state.doc.toString();
  }

  /** Shows another text, unless it is the one that is shown. */
  show(text: string, writable = true): void {
    if (text === this.#told && writable) return;
    this.#told = undefined;
    const { state } = this.view;
    const locked = writable ? [] : [EditorState.readOnly.of(true)];
    const same = state.doc.length === text.length && state.doc.toString() === text;
    this.view.dispatch({
      ...(same ? {} : { changes: { from: 0, to: state.doc.length, insert: text } }),
      effects: this.#writable.reconfigure(locked),
      annotations: fromProgram.of(true),
    });
  }

  /** Lines as long as a minified payload are not wrapped: to lay them out takes longer than anything else here. */
  #wrapped({ docChanged, newDoc }: Transaction): Pick<TransactionSpec, 'effects'> | null {
    if (!docChanged) return null;
    const wraps = newDoc.length < LONG_TEXT || newDoc.length / newDoc.lines < LONG_LINE;
    if (wraps === this.#wraps) return null;
    this.#wraps = wraps;
    return { effects: this.#wrapping.reconfigure(wraps ? EditorView.lineWrapping : []) };
  }

  /** Marks problems in the text. */
  mark(problems: readonly PlacedProblem[]): void {
    const { length } = this.view.state.doc;
    const severity = { error: 'error', warning: 'warning', note: 'info' } as const;
    const marks: Diagnostic[] = problems.flatMap(({ from, to, message, severity: weight, code, hint }) =>
      from === null
        ? []
        : [
            {
              from: Math.min(from, length),
              to: Math.min(Math.max(to ?? from, from), length),
              severity: severity[weight],
              message: hint === null ? message : `${message}\n${hint}`,
              source: code,
            },
          ],
    );
    this.view.dispatch(setDiagnostics(this.view.state, marks));
  }

  /** Goes to a place and selects what stands there. */
  jump(from: number, to: number): void {
    const { length } = this.view.state.doc;
    const anchor = Math.min(from, length);
    this.view.dispatch({
      selection: { anchor, head: Math.min(to, length) },
      effects: EditorView.scrollIntoView(anchor, { y: 'center' }),
    });
    this.view.focus();
  }
}

export function bodyEditor(parent: HTMLElement, onChange: (text: string) => void): Editor {
  const extensions = [lineNumbers(), bracketMatching(), jsonMarks];
  return new Editor({ parent, label: 'Body', hint: 'The raw body, exactly as it was received', extensions, onChange });
}

export function headersEditor(parent: HTMLElement, onChange: (text: string) => void): Editor {
  const hint = 'Content-Type: application/json\nWebhook-Signature: …';
  return new Editor({ parent, label: 'Headers', hint, extensions: [headerMarks], onChange });
}
