// Elements in one line each.

type Child = Node | string | number | null | undefined | false | readonly Child[];
type Props = Record<string, unknown>;

/** Makes an element: `on*` members are listeners, known properties are set, all else are attributes. */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  props?: Props | null,
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props ?? {})) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value as EventListener);
    else if (name === 'class') element.className = String(value);
    else if (name === 'value' || name === 'textContent') (element as unknown as Props)[name] = value;
    else element.setAttribute(name, value === true ? '' : String(value));
  }
  append(element, children);
  return element;
}

function append(element: Element, children: readonly Child[]): void {
  for (const child of children) {
    if (child === null || child === undefined || child === false) continue;
    if (Array.isArray(child)) append(element, child);
    else element.append(typeof child === 'number' ? String(child) : (child as Node | string));
  }
}

export function byId<T extends HTMLElement = HTMLElement>(id: string): T {
  const element = document.getElementById(id);
  if (element === null) throw new Error(`there is no element #${id}`);
  return element as T;
}

/** Text with backquoted words as code. */
export function prose(text: string): (Node | string)[] {
  return text.split(/(`[^`]+`)/).map((part) => (/^`[^`]+`$/.test(part) ? h('code', null, part.slice(1, -1)) : part));
}

/** What one does not see: control and format characters, blanks other than the common one, U+FFFD. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\u00a0\ufffd]/u;
const MARKS: Record<string, string> = { '\n': '↵', '\r': '␍', '\t': '⇥', '\ufeff': 'BOM' };

function control(shown: string): HTMLElement {
  return h('span', { class: 'ctl' }, shown);
}

/** Text with what one does not see made visible; blanks only at its ends, where they are easily missed. */
export function visible(text: string): (Node | string)[] {
  const parts = text.split(/([\p{Cc}\p{Cf}\p{Zl}\p{Zp}\u00a0\ufffd]|^ +| +$)/u);
  return parts
    .filter((part) => part !== '')
    .flatMap((part) => {
      if (part === '\n') return [control('↵'), '\n'];
      if (part.length === 1 && UNSEEN.test(part)) {
        return [control(MARKS[part] ?? `U+${part.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`)];
      }
      return /^ +$/.test(part) ? [control('·'.repeat(part.length))] : [part];
    });
}

let toastTimer: ReturnType<typeof setTimeout> | undefined;

/** Says something in passing. */
export function toast(text: string): void {
  const box = byId('toast');
  box.textContent = text;
  box.classList.add('shown');
  clearTimeout(toastTimer);
  toastTimer = setTimeout(() => box.classList.remove('shown'), 4000);
}

/** Puts text on the clipboard and says so. */
export async function copy(text: string, what: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    toast(`${what} copied`);
  } catch {
    const area = h('textarea', { class: 'offscreen', value: text });
    document.body.append(area);
    area.select();
    const done = document.execCommand('copy');
    area.remove();
    toast(done ? `${what} copied` : 'The browser does not let this page copy');
  }
}

/** A dialog of its own; it is removed when it is closed. */
export function dialog(title: string, ...content: Child[]): HTMLDialogElement {
  const close = h('button', { class: 'plain', type: 'button', 'aria-label': 'Close', onclick: () => box.close() }, '✕');
  const box = h('dialog', { 'aria-label': title }, h('header', null, h('h2', null, title), close), ...content);
  box.addEventListener('close', () => box.remove());
  box.addEventListener('click', (event) => {
    if (event.target === box) box.close();
  });
  document.body.append(box);
  box.showModal();
  return box;
}
