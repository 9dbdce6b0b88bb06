// Structural mutations: a valid text whose members, items and values are no longer those of the example.

import { copy, places, scalar, string, textOf, write } from './tree.mjs';
import { anyValue, escaped, numberToken, text } from './values.mjs';

const ODD_NAMES = [
  ...['', 'a', '__proto__', 'constructor', 'toString', 'length', 'id ', 'é', 'e\u0301', '😀', '\ufffd', '\u0000', '0'],
  ...['\ud800', '\ud801', '\udc00', '\ud800x', 'a/b', 'm~n', '"', '\\'],
];

/** A text made from `example` by one to four changes; `donors` are trees whose values may be put in. */
export function mutated(random, example, vocabulary, donors) {
  const root = { node: copy(example) };
  const changes = random.once(3) ? 2 + random.below(3) : 1;
  for (let change = 0; change < changes; change += 1) {
    random.pick(MUTATIONS)(random, root, vocabulary, donors);
  }
  return write(root.node, random.once(8) ? random : undefined);
}

const MUTATIONS = [
  removeMember,
  removeMember,
  addMember,
  addMember,
  addManyMembers,
  repeatMember,
  renameMember,
  renameMember,
  reorderMembers,
  changeScalar,
  changeScalar,
  changeScalar,
  changeScalar,
  changeScalar,
  writeOtherwise,
  writeOtherwise,
  retype,
  retype,
  fit,
  fit,
  fit,
  fit,
  regenerate,
  graft,
  swap,
  changeArray,
  changeArray,
  wrap,
  empty,
];

function pickPlace(random, root, fits = () => true) {
  const all = places(root).filter(({ node }) => fits(node));
  return all.length === 0 ? undefined : random.pick(all);
}

function pickObject(random, root, least) {
  return pickPlace(random, root, (node) => node.kind === 'object' && node.members.length >= least)?.node.members;
}

function put({ holder, key }, node) {
  holder[key] = node;
}

function removeMember(random, root) {
  const members = pickObject(random, root, 1);
  members?.splice(random.below(members.length), 1);
}

function addMember(random, root, vocabulary) {
  const members = pickObject(random, root, 0);
  const name = newName(random, vocabulary);
  const value = random.once(2) ? anyValue(random, vocabulary) : vocabulary.valueOf(random, textOf(name));
  members?.splice(random.below(members.length + 1), 0, { name, value });
}

/** So many that names are looked up in another way than among few. */
function addManyMembers(random, root, vocabulary) {
  if (!random.once(4)) return addMember(random, root, vocabulary);
  const members = pickObject(random, root, 0);
  const count = 9 + random.below(random.once(10) ? 90 : 9);
  for (let at = 0; at < count; at += 1) {
    const name = random.once(3) ? newName(random, vocabulary) : JSON.stringify(`member ${at}`);
    members?.splice(random.below(members.length + 1), 0, { name, value: scalar(String(at)) });
  }
}

/** Twice the same name, perhaps written in two ways. */
function repeatMember(random, root, vocabulary) {
  if (!random.once(3)) return addMember(random, root, vocabulary);
  const members = pickObject(random, root, 1);
  if (members === undefined) return;
  const { name, value } = random.pick(members);
  const other = random.once(2) ? copy(value) : anyValue(random, vocabulary, value);
  members.splice(random.below(members.length + 1), 0, {
    name: random.once(2) ? name : escaped(random, name),
    value: other,
  });
}

function renameMember(random, root, vocabulary) {
  const members = pickObject(random, root, 1);
  if (members === undefined) return;
  const member = random.pick(members);
  const own = textOf(member.name);
  const near = [own.toUpperCase(), `${own}s`, own.slice(1), own.replace(/[A-Z_]/, ''), ` ${own}`, `${own}\u0000`];
  member.name = random.once(2) ? JSON.stringify(random.pick(near)) : newName(random, vocabulary);
}

function newName(random, vocabulary) {
  const token = JSON.stringify(random.pick(random.once(3) ? ODD_NAMES : vocabulary.names));
  return random.once(4) ? escaped(random, token) : token;
}

function reorderMembers(random, root) {
  const members = pickObject(random, root, 2);
  for (let at = (members?.length ?? 0) - 1; at > 0; at -= 1) {
    const other = random.below(at + 1);
    [members[at], members[other]] = [members[other], members[at]];
  }
}

function changeScalar(random, root, vocabulary) {
  const place = pickPlace(random, root, ({ kind }) => kind === 'string' || kind === 'number');
  if (place === undefined) return;
  const { kind, token } = place.node;
  put(
    place,
    kind === 'number'
      ? scalar(numberToken(random, vocabulary, token))
      : string(text(random, vocabulary, textOf(token))),
  );
}

/** The same value written in another way, which must never matter. */
function writeOtherwise(random, root) {
  const place = pickPlace(random, root, ({ kind }) => kind === 'string' || kind === 'number' || kind === 'object');
  if (place === undefined) return;
  const { node } = place;
  if (node.kind === 'object') {
    for (const member of node.members) member.name = escaped(random, member.name);
  } else if (node.kind === 'string') {
    node.token = escaped(random, node.token);
  } else if (/^-?\d+$/.test(node.token)) {
    node.token += random.pick(['.0', 'e0', 'E+0', 'e-0', '0e-1', '.000e00']);
  }
}

function retype(random, root, vocabulary) {
  const place = pickPlace(random, root);
  put(place, anyValue(random, vocabulary, place.node));
}

/** Puts a value that a member of this name may have for a member's own, or for an item. */
function fit(random, root, vocabulary) {
  const place = pickPlace(random, root, (node) => node !== root.node);
  if (place === undefined) return;
  const name = place.key === 'value' ? textOf(place.holder.name) : random.pick(vocabulary.names);
  put(place, vocabulary.valueOf(random, name));
}

function regenerate(random, root, vocabulary) {
  root.node = vocabulary.payload(random);
}

function graft(random, root, _, donors) {
  const source = pickPlace(random, { node: random.pick(donors) });
  put(pickPlace(random, root), copy(source.node));
}

function swap(random, root) {
  const one = pickPlace(random, root, (node) => node !== root.node);
  const other = pickPlace(random, root, (node) => node !== root.node);
  if (one === undefined || one === other) return;
  const node = copy(one.node);
  put(one, copy(other.node));
  put(other, node);
}

function changeArray(random, root, vocabulary) {
  const items = pickPlace(random, root, ({ kind }) => kind === 'array')?.node.items;
  if (items === undefined) return changeScalar(random, root, vocabulary);
  switch (random.below(4)) {
    case 0:
      items.splice(random.below(items.length + 1), 0, anyValue(random, vocabulary));
      break;
    case 1:
      items.splice(random.below(items.length + 1), 1);
      break;
    case 2:
      if (items.length > 0) items.push(copy(random.pick(items)));
      break;
    default: {
      const item = items[0] ?? scalar('1');
      for (let count = random.below(30); count > 0; count -= 1) items.push(copy(item));
    }
  }
}

function wrap(random, root, vocabulary) {
  const place = pickPlace(random, root);
  const value = place.node;
  const object = () => ({ kind: 'object', members: [{ name: newName(random, vocabulary), value }] });
  put(place, random.once(2) ? { kind: 'array', items: [value] } : object());
}

function empty(random, root) {
  const place = pickPlace(random, root, ({ kind }) => kind === 'array' || kind === 'object');
  if (place !== undefined)
    put(place, place.node.kind === 'array' ? { kind: 'array', items: [] } : { kind: 'object', members: [] });
}
