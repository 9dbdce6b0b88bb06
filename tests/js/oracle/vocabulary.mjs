// What a schema speaks of, so that mutations come near to where its verdict changes, and values that mostly fit it.

import { scalar, string } from './tree.mjs';
import { anyValue, dateTime, numberToken, text } from './values.mjs';

/** Names, texts, numbers and lengths of a schema, and its schemas of members by name. */
export class Vocabulary {
  #root;
  #members = new Map();

  constructor(schema) {
    this.#root = schema;
    const [names, texts, numbers, lengths] = [['id', 'type'], ['text'], ['0'], [1, 16, 40]].map((all) => new Set(all));
    const visit = (node) => {
      if (typeof node !== 'object' || node === null) return;
      for (const value of [node.const, ...(node.enum ?? []), ...(node.examples ?? [])]) {
        if (typeof value === 'string') texts.add(value);
      }
      for (const [name, member] of Object.entries(node.properties ?? {})) {
        names.add(name);
        this.#members.set(name, [...(this.#members.get(name) ?? []), member]);
      }
      for (const [key, value] of Object.entries(node)) {
        if (/^(?:min|max)(?:Length|Items|Properties)$/.test(key)) lengths.add(value);
        else if (typeof value === 'number') numbers.add(String(value));
        visit(value);
      }
    };
    visit(schema);
    this.names = [...names];
    this.texts = [...texts];
    this.numbers = [...numbers];
    this.lengths = [...lengths];
  }

  /** A value as one of the schemas of a member with this name has it, with a fault here and there. */
  valueOf(random, name) {
    const schemas = this.#members.get(name);
    return schemas === undefined ? anyValue(random, this) : this.#sample(random, random.pick(schemas));
  }

  /** A payload as the whole schema has it, with a fault here and there. */
  payload(random) {
    return this.#sample(random, this.#root);
  }

  #sample(random, schema) {
    const own = this.#resolved(schema);
    if (random.once(12)) return anyValue(random, this);
    const listed = own.const === undefined ? own.enum : [own.const];
    if (listed !== undefined) return scalar(JSON.stringify(random.pick(listed)));
    const type = Array.isArray(own.type) ? random.pick(own.type) : own.type;
    switch (type ?? (own.properties && 'object')) {
      case 'object':
        return { kind: 'object', members: this.#sampleMembers(random, own) };
      case 'array':
        return {
          kind: 'array',
          items: Array.from({ length: random.below(4) }, () => this.#sample(random, own.items ?? {})),
        };
      case 'string':
        if (own.format === 'date-time') return string(random.once(2) ? dateTime(random) : '2026-05-28T10:20:30Z');
        return string(random.once(2) ? 'text' : text(random, this));
      case 'integer':
      case 'number':
        return scalar(random.once(2) ? '7' : numberToken(random, this));
      case 'boolean':
        return scalar(random.pick(['true', 'false']));
      case 'null':
        return scalar('null');
      default:
        return anyValue(random, this);
    }
  }

  #sampleMembers(random, schema) {
    const members = new Map();
    const add = (part) => {
      const own = this.#resolved(part);
      for (const [name, member] of Object.entries(own.properties ?? {})) {
        const wanted = own.required?.includes(name) ? !random.once(30) : random.once(2);
        if (wanted) members.set(name, this.#sample(random, member));
      }
      for (const part of own.allOf ?? []) add(part);
      const branch = random.once(2) ? own.then : own.else;
      if (branch !== undefined) add(branch);
    };
    add(schema);
    if (random.once(12)) members.set(random.pick(this.names), anyValue(random, this));
    return [...members].map(([name, value]) => ({ name: JSON.stringify(name), value }));
  }

  #resolved(schema) {
    const { $ref: reference, ...own } = schema;
    if (reference === undefined) return schema;
    const target = reference
      .split('/')
      .slice(1)
      .reduce((node, name) => node[name], this.#root);
    return { ...this.#resolved(target), ...own };
  }
}
