// JSON as a tree that keeps every token as written: numbers are not rounded, escapes and equal names stay.

// A node is { kind, token } for a scalar, { kind: 'array', items } or { kind: 'object', members: [{ name, value }] };
// `name` is a string token.

const TOKEN = /[\t\n\r ]*("(?:[^"\\]|\\.)*"|[-\d][-+.\deE]*|true|false|null|[[\]{},:])/y;
const BLANKS = ['', '', '', ' ', '\n', '\t', '\r\n  '];

/** Reads a text that `JSON.parse` accepts. */
export function read(text) {
  let at = 0;
  const next = () => {
    TOKEN.lastIndex = at;
    const found = TOKEN.exec(text);
    if (found === null) throw new Error(`no token at ${at}`);
    at = TOKEN.lastIndex;
    return found[1];
  };
  const value = (token) => {
    if (token === '[') return array();
    if (token === '{') return object();
    return scalar(token);
  };
  const array = () => {
    const items = [];
    for (let token = next(); token !== ']'; token = next()) {
      items.push(value(token === ',' ? next() : token));
    }
    return { kind: 'array', items };
  };
  const object = () => {
    const members = [];
    for (let token = next(); token !== '}'; token = next()) {
      const name = token === ',' ? next() : token;
      next();
      members.push({ name, value: value(next()) });
    }
    return { kind: 'object', members };
  };
  return value(next());
}

/** The node of a scalar's token. */
export function scalar(token) {
  const first = token[0];
  if (first === '"') return { kind: 'string', token };
  if (first === 't' || first === 'f') return { kind: 'boolean', token };
  return { kind: first === 'n' ? 'null' : 'number', token };
}

/** A string node. */
export function string(text) {
  return { kind: 'string', token: JSON.stringify(text) };
}

/** The text that a string token holds. */
export function textOf(token) {
  return token.includes('\\') ? JSON.parse(token) : token.slice(1, -1);
}

/** Writes a tree; with `random`, blanks stand between the tokens. */
export function write(node, random) {
  const blank = random === undefined ? () => '' : () => random.pick(BLANKS);
  const parts = [];
  const put = (part) => parts.push(blank(), part);
  const value = (node) => {
    if (node.kind === 'array') {
      put('[');
      node.items.forEach((item, at) => {
        if (at > 0) put(',');
        value(item);
      });
      put(']');
    } else if (node.kind === 'object') {
      put('{');
      node.members.forEach((member, at) => {
        if (at > 0) put(',');
        put(member.name);
        put(':');
        value(member.value);
      });
      put('}');
    } else {
      put(node.token);
    }
  };
  value(node);
  parts.push(blank());
  return parts.join('');
}

/** A deep copy. */
export function copy(node) {
  if (node.kind === 'array') return { kind: 'array', items: node.items.map(copy) };
  if (node.kind === 'object') {
    return { kind: 'object', members: node.members.map(({ name, value }) => ({ name, value: copy(value) })) };
  }
  return { kind: node.kind, token: node.token };
}

/** A copy in which `change` has replaced nodes, parents before children; a node for which it gives undefined stays. */
export function replaced(node, change, depth = 0) {
  const own = change(node, depth) ?? node;
  if (own.kind === 'array') {
    return { kind: 'array', items: own.items.map((item) => replaced(item, change, depth + 1)) };
  }
  if (own.kind === 'object') {
    const members = own.members.map(({ name, value }) => ({ name, value: replaced(value, change, depth + 1) }));
    return { kind: 'object', members };
  }
  return own;
}

/** Whether `fits` holds for any node; the root has the depth 0. */
export function some(node, fits, depth = 0) {
  if (fits(node, depth)) return true;
  if (node.kind === 'array') return node.items.some((item) => some(item, fits, depth + 1));
  return node.kind === 'object' && node.members.some(({ value }) => some(value, fits, depth + 1));
}

/** Every place in a tree: its node, and how to put another there. */
export function places(root) {
  const found = [];
  const visit = (node, holder, key) => {
    found.push({ node, holder, key });
    if (node.kind === 'array') for (const at of node.items.keys()) visit(node.items[at], node.items, at);
    else if (node.kind === 'object') for (const member of node.members) visit(member.value, member, 'value');
  };
  visit(root.node, root, 'node');
  return found;
}
