// Colours for JSON and header lines, of the lines on the screen only, so that a body of a megabyte costs nothing.

import { RangeSetBuilder } from '@codemirror/state';
import { Decoration, type DecorationSet, type EditorView, ViewPlugin, type ViewUpdate } from '@codemirror/view';

const TOKEN = /"(?:[^"\\\n]|\\.)*"?|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|\b(?:true|false|null)\b/g;
const name = Decoration.mark({ class: 'tok-name' });
const string = Decoration.mark({ class: 'tok-string' });
const number = Decoration.mark({ class: 'tok-number' });
const word = Decoration.mark({ class: 'tok-word' });
const rounded = Decoration.mark({ class: 'tok-rounded', attributes: { title: 'JavaScript rounds this number' } });

/** Characters of one line that are coloured around what is seen. */
const MOST = 5_000;

function json(text: string, offset: number, builder: RangeSetBuilder<Decoration>): void {
  for (const match of text.matchAll(TOKEN)) {
    const from = offset + match.index;
    const [token] = match;
    const to = from + token.length;
    if (token.startsWith('"')) {
      const key = /^\s*:/.test(text.slice(match.index + token.length, match.index + token.length + 20));
      builder.add(from, to, key ? name : string);
    } else if (/^-?\d+$/.test(token) && !Number.isSafeInteger(Number(token))) builder.add(from, to, rounded);
    else builder.add(from, to, /^[tfn]/.test(token) ? word : number);
  }
}

function header(text: string, offset: number, builder: RangeSetBuilder<Decoration>): void {
  const colon = text.indexOf(':', 1);
  builder.add(offset, offset + (colon < 0 ? text.length : colon), name);
}

type Mark = (text: string, offset: number, builder: RangeSetBuilder<Decoration>) => void;

function marks(mark: Mark) {
  const build = (view: EditorView): DecorationSet => {
    const builder = new RangeSetBuilder<Decoration>();
    let done = -1;
    for (const range of view.visibleRanges) {
      for (let at = range.from; at <= range.to; ) {
        const line = view.state.doc.lineAt(at);
        const from = Math.max(line.from, done + 1, line.length > MOST ? range.from : line.from);
        const to = line.length > MOST ? Math.min(line.to, Math.max(range.to, from), from + MOST) : line.to;
        if (to > from) mark(view.state.sliceDoc(from, to), from, builder);
        done = Math.max(done, to);
        at = line.to + 1;
      }
    }
    return builder.finish();
  };
  return ViewPlugin.fromClass(
    class {
      decorations: DecorationSet;
      constructor(view: EditorView) {
        this.decorations = build(view);
      }
      update(update: ViewUpdate): void {
        if (update.docChanged || update.viewportChanged) this.decorations = build(update.view);
      }
    },
    { decorations: (plugin) => plugin.decorations },
  );
}

export const jsonMarks = marks(json);
export const headerMarks = marks(header);
