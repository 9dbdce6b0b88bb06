// Makes a failing case small: takes away members, items, characters and bytes as long as it still fails.

import { textOfBody } from './judges.mjs';
import { copy, places, read, scalar, string, textOf, write } from './tree.mjs';

const TRIES = 20_000;

/** The smallest body found for which `fails` still holds. */
export function shrunk(body, fails) {
  let tries = 0;
  const still = (candidate) => tries++ < TRIES && fails(candidate);
  let small = body;
  try {
    small = shrunkTree(textOfBody(body), still);
  } catch {
    // Not JSON: only bytes can be taken away.
  }
  return shrunkBytes(small, still);
}

function shrunkTree(text, still) {
  let tree = read(text);
  if (!still(write(tree))) return text;
  let smaller = true;
  while (smaller) {
    smaller = false;
    for (const candidate of candidates(tree)) {
      if (still(write(candidate))) {
        tree = candidate;
        smaller = true;
        break;
      }
    }
  }
  return write(tree);
}

/** Every tree that is one step smaller, the smallest ones first. */
function* candidates(tree) {
  const count = places({ node: tree }).length;
  for (let at = 0; at < count; at += 1) {
    for (const change of changes(places({ node: tree })[at].node)) {
      const root = { node: copy(tree) };
      const { node, holder, key } = places(root)[at];
      const put = change(node);
      if (put !== undefined) holder[key] = put;
      yield root.node;
    }
  }
}

/** What could stand for a node, or be changed in it. */
function changes(node) {
  if (node.kind === 'array') {
    return [
      ...node.items.map((_, at) => (node) => node.items[at]),
      ...node.items.map((_, at) => (node) => void node.items.splice(at, 1)),
    ];
  }
  if (node.kind === 'object') {
    return [
      ...node.members.map((_, at) => (node) => node.members[at].value),
      ...node.members.map((_, at) => (node) => void node.members.splice(at, 1)),
      ...node.members.flatMap(({ name }, at) =>
        shorter(name).map((text) => (node) => void Object.assign(node.members[at], { name: JSON.stringify(text) })),
      ),
    ];
  }
  if (node.kind === 'string') return shorter(node.token).map((text) => () => string(text));
  return node.kind === 'number' && node.token !== '0' ? [() => scalar('0')] : [];
}

function shorter(token) {
  const text = textOf(token);
  const half = text.length >> 1;
  return text === '' ? [] : [...new Set(['', text.slice(0, half), text.slice(half), text.slice(1), text.slice(0, -1)])];
}

function shrunkBytes(body, still) {
  let bytes = Buffer.from(body);
  for (let size = bytes.length >> 1; size > 0; size >>= 1) {
    for (let at = 0; at + size <= bytes.length; ) {
      const candidate = Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + size)]);
      if (still(candidate)) bytes = candidate;
      else at += size;
    }
  }
  return bytes;
}
