// The editor of definitions: JSON with folding, completion from `provider.schema.json`, and errors where they are.

import schema from 'senders:schema';
import {
  autocompletion,
  type Completion,
  type CompletionContext,
  type CompletionResult,
  completionKeymap,
} from '@codemirror/autocomplete';
import { json } from '@codemirror/lang-json';
import { bracketMatching, foldGutter, HighlightStyle, syntaxHighlighting, syntaxTree } from '@codemirror/language';
import type { EditorState } from '@codemirror/state';
import { keymap, lineNumbers } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import { Editor } from './editor.ts';

type Schema = Record<string, unknown>;
type Node = ReturnType<ReturnType<typeof syntaxTree>['resolveInner']>;

const colours = HighlightStyle.define([
  { tag: tags.propertyName, class: 'tok-name' },
  { tag: tags.string, class: 'tok-string' },
  { tag: tags.number, class: 'tok-number' },
  { tag: [tags.bool, tags.null], class: 'tok-word' },
]);

/** A problem of the definition as a whole. */
interface Mark {
  from: number;
  to: number;
  message: string;
  code: string;
}

export function definitionEditor(
  parent: HTMLElement,
  onChange: (text: string) => void,
): { show: (text: string) => void; mark: (marks: Mark[]) => void } {
  const editor = new Editor({
    parent,
    label: 'Definition',
    hint: '{ "id": "my-sender", … }',
    extensions: [
      lineNumbers(),
      foldGutter(),
      json(),
      bracketMatching(),
      syntaxHighlighting(colours),
      autocompletion({ override: [complete], icons: false }),
      keymap.of(completionKeymap),
    ],
    onChange,
  });
  return {
    show: (text) => editor.show(text),
    mark: (marks) =>
      editor.mark(
        marks.map(
          (mark) =>
            ({
              ...mark,
              severity: 'error',
              stage: 'schema',
              pointer: null,
              line: null,
              column: null,
              offset: null,
              length: null,
              keyword: null,
              schemaPointer: null,
              hint: null,
            }) as never,
        ),
      ),
  };
}

/** Schemas that a schema stands for: itself, what it refers to, what it chooses from. */
function meant(given: unknown, depth = 0): Schema[] {
  if (typeof given !== 'object' || given === null || depth > 6) return [];
  const one = given as Schema;
  const referred = typeof one.$ref === 'string' ? meant(resolve(one.$ref), depth + 1) : [];
  const choices = ['anyOf', 'oneOf', 'allOf'].flatMap((key) => (one[key] as unknown[] | undefined) ?? []);
  return [one, ...referred, ...choices.flatMap((choice) => meant(choice, depth + 1))];
}

function resolve(reference: string): unknown {
  if (!reference.startsWith('#')) return undefined;
  return reference
    .slice(1)
    .split('/')
    .filter((part) => part !== '')
    .reduce<unknown>(
      (at, part) => (at as Schema | undefined)?.[part.replaceAll('~1', '/').replaceAll('~0', '~')],
      schema,
    );
}

/** The path from the root to where a node stands: names, and `*` for items. */
function pathTo(node: Node, state: EditorState): string[] {
  const path: string[] = [];
  for (let at: Node | null = node; at !== null; at = at.parent) {
    if (at.name === 'Property') path.unshift(nameOf(at, state));
    else if (at.name === 'Array') path.unshift('*');
  }
  return path;
}

function nameOf(property: Node, state: EditorState): string {
  const name = property.getChild('PropertyName');
  return name === null ? '' : state.sliceDoc(name.from, name.to).replaceAll('"', '');
}

function schemasAt(path: string[]): Schema[] {
  return path.reduce<Schema[]>(
    (all, part) =>
      all.flatMap((one) => {
        if (part === '*')
          return [
            ...meant(one.items),
            ...((one.prefixItems as unknown[] | undefined) ?? []).flatMap((item) => meant(item)),
          ];
        const named = (one.properties as Schema | undefined)?.[part];
        return named === undefined ? meant(one.additionalProperties) : meant(named);
      }),
    meant(schema),
  );
}

function complete(context: CompletionContext): CompletionResult | null {
  const { state, pos } = context;
  const node = syntaxTree(state).resolveInner(pos, -1);
  const word = context.matchBefore(/"?[\w$.:-]*/);
  if (word === null || (word.from === word.to && !context.explicit)) return null;
  const inName =
    node.name === 'PropertyName' || node.name === 'Object' || (node.name === '⚠' && node.parent?.name === 'Object');
  const to = node.name === 'PropertyName' || node.name === 'String' ? node.to : pos;
  const from = node.name === 'PropertyName' || node.name === 'String' ? node.from : word.from;
  const options = inName ? names(node, state) : values(node, state);
  return options.length === 0 ? null : { from, to, options, validFor: /^"?[\w$.:-]*"?$/ };
}

function names(node: Node, state: EditorState): Completion[] {
  const object = node.name === 'Object' ? node : node.parent?.name === 'Property' ? node.parent.parent : node.parent;
  if (object === null || object === undefined) return [];
  const taken = new Set(object.getChildren('Property').map((property) => nameOf(property, state)));
  const found = new Map<string, Completion>();
  for (const one of schemasAt(pathTo(object, state))) {
    const required = (one.required as string[] | undefined) ?? [];
    for (const [name, member] of Object.entries((one.properties as Schema | undefined) ?? {})) {
      if (taken.has(name) && node.name !== 'PropertyName') continue;
      const description = String(
        (member as Schema | undefined)?.description ??
          meant(member).find(({ description }) => description !== undefined)?.description ??
          '',
      );
      found.set(name, {
        label: `"${name}"`,
        apply: `"${name}": `,
        detail: required.includes(name) ? 'needed' : '',
        info: description,
        boost: required.includes(name) ? 1 : 0,
      });
    }
  }
  return [...found.values()];
}

function values(node: Node, state: EditorState): Completion[] {
  const found = new Map<string, Completion>();
  for (const one of schemasAt(pathTo(node, state))) {
    const list = [
      ...((one.enum as unknown[] | undefined) ?? []),
      ...('const' in one ? [one.const] : []),
      ...(one.type === 'boolean' ? [true, false] : []),
    ];
    for (const value of list)
      found.set(JSON.stringify(value), { label: JSON.stringify(value), info: String(one.description ?? '') });
  }
  return [...found.values()];
}

/** Where a message points to: its column, its pointer, or what it quotes. */
export function placeOf(text: string, message: string): { from: number; to: number } | null {
  const column = /at line 1 column (\d+)/.exec(message)?.[1];
  if (column !== undefined) return tokenAt(text, Number(column) - 1);
  const pointer = /(\/[\w~.$-]+(?:\/[\w~.$-]+)*)/.exec(message)?.[1];
  if (pointer !== undefined) {
    const found = seek(text, pointer.split('/').slice(1));
    if (found !== null) return found;
  }
  for (const [, quoted = ''] of message.matchAll(/`([^`]+)`/g)) {
    const at = text.indexOf(`"${quoted}"`);
    if (at >= 0) return { from: at, to: at + quoted.length + 2 };
  }
  return { from: 0, to: 1 };
}

/** The token at an offset of the same text without blanks, which is what crosses to the module. */
function tokenAt(text: string, offset: number): { from: number; to: number } {
  let left = offset;
  for (const { 0: token, index } of text.matchAll(/"(?:[^"\\]|\\.)*"|[^\s"]/g)) {
    if (left < token.length) return { from: index, to: index + token.length };
    left -= token.length;
  }
  return { from: 0, to: 1 };
}

/** The place of a pointer's last name, following its names through the text in order. */
function seek(text: string, parts: string[]): { from: number; to: number } | null {
  let at = 0;
  let found: { from: number; to: number } | null = null;
  for (const part of parts.filter((one) => !/^\d+$/.test(one))) {
    const name = `"${part.replaceAll('~1', '/').replaceAll('~0', '~')}"`;
    const next = text.indexOf(name, at);
    if (next < 0) return found;
    found = { from: next, to: next + name.length };
    at = found.to;
  }
  return found;
}
