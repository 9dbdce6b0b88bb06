// The payload as a tree with JSON Pointers, cut to what a person can look at.

import type { Branch } from '../answer.ts';

const MOST_BRANCHES = 1500;
const MOST_MEMBERS = 100;
const MOST_TEXT = 200;

/** The tree of a verified payload; `exact` are pointers to integers that JavaScript would round, `captured` to captures. */
export function treeOf(
  payload: unknown,
  exact: ReadonlySet<string | null>,
  captured: ReadonlySet<string>,
): Branch | null {
  if (payload === undefined) return null;
  let left = MOST_BRANCHES;

  function branch(key: string, pointer: string, value: unknown): Branch {
    const made = bare(key, pointer, value);
    return captured.has(pointer) ? { ...made, captured: true } : made;
  }

  function bare(key: string, pointer: string, value: unknown): Branch {
    left -= 1;
    if (value === null) return { key, pointer, type: 'null', value: 'null' };
    if (typeof value === 'bigint') {
      const rounded = exact.has(pointer) || BigInt(Number(value)) !== value || !Number.isSafeInteger(Number(value));
      return { key, pointer, type: rounded ? 'integer64' : 'number', value: String(value) };
    }
    if (typeof value === 'string') {
      const text = value.length > MOST_TEXT ? `${value.slice(0, MOST_TEXT)}…` : value;
      return { key, pointer, type: 'string', value: JSON.stringify(text) };
    }
    if (typeof value !== 'object')
      return { key, pointer, type: typeof value as 'number' | 'boolean', value: String(value) };
    const list = Array.isArray(value);
    const members: [string, unknown][] = Object.entries(value);
    const count = `${members.length} ${list ? (members.length === 1 ? 'item' : 'items') : members.length === 1 ? 'member' : 'members'}`;
    const children: Branch[] = [];
    for (const [name, member] of members.slice(0, MOST_MEMBERS)) {
      if (left <= 0) break;
      children.push(branch(name, `${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`, member));
    }
    const more = members.length - children.length;
    return { key, pointer, type: list ? 'array' : 'object', value: count, children, ...(more > 0 ? { more } : {}) };
  }

  return branch('', '', payload);
}
