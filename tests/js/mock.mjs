// A stand-in for the module: the boundary in JavaScript, over a real WebAssembly memory and with real traps.

import { createHmac } from 'node:crypto';

// (module (memory (export "memory") 2) (func (export "__wbindgen_start")) (func (export "trap") unreachable))
const MODULE = new WebAssembly.Module(
  Uint8Array.from(
    `00 61 73 6d 01 00 00 00  01 04 01 60 00 00  03 03 02 00 00  05 03 01 00 02
     07 24 03 06 6d 65 6d 6f 72 79 02 00 10 5f 5f 77 62 69 6e 64 67 65 6e 5f 73 74 61 72 74 00 00 04 74 72 61 70 00 01
     0a 08 02 02 00 0b 03 00 00 0b`
      .trim()
      .split(/\s+/),
    (byte) => Number.parseInt(byte, 16),
  ),
);

const HEADERS = ['x-sig', 'x-id'];
const METHOD = 254;
const URL = 255;
/** Where captured values lie, and from where on the input. */
const CAPTURED = 16;
const AREA = 1024;
const INT64 = /("id"\s*:\s*)(-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?)/g;

/**
 * A glue and its module. Of the sender it plays, `x-sig` is the HMAC-SHA256 of the body in hexadecimal, the scheme
 * `second`; members called `id` are int64.
 */
export function mock(codes) {
  const seen = { calls: [], frames: [], instances: 0, resets: 0 };
  let wasm;
  let area;
  let verifiers;
  let last;

  const bytes = () => new Uint8Array(wasm.memory.buffer);
  const note = (name) => seen.calls.push(name);
  const body = () => Buffer.from(bytes().slice(area.at, area.at + last.body));

  /** The lines behind the body. */
  function readFrame(start, length) {
    const frame = Buffer.from(bytes().slice(area.at + start, area.at + start + length));
    const lines = [];
    for (let at = 0; at < length; ) {
      const size = frame.readUInt32LE(at + 1);
      const value = frame.subarray(at + 5, at + 5 + size);
      const kind = frame[at];
      const text = value.toString(kind >= METHOD ? 'utf8' : 'latin1');
      lines.push([kind === METHOD ? 'method' : kind === URL ? 'url' : HEADERS[kind], text]);
      at += 5 + size;
    }
    return lines;
  }

  function judge() {
    const { secrets } = verifiers.get(last.handle);
    const content = body();
    if (content.toString() === 'trap') wasm.trap();
    const found = new Map(last.lines).get('x-sig');
    if (found === undefined) return { code: 'signature.missing' };
    const secret = secrets.findIndex(
      ({ value }) => createHmac('sha256', value).update(content).digest('hex') === found,
    );
    if (secret < 0) return { code: 'signature.mismatch' };
    try {
      JSON.parse(content.toString());
    } catch {
      return { code: 'payload.syntax', secret };
    }
    return { code: content.includes('"wrong"') ? 'schema.type' : 'ok', secret };
  }

  const glue = {
    __module_sha256: '00ff',
    __wbg_set_wasm(exports) {
      seen.instances += 1;
      wasm = exports;
      area = { at: AREA, size: 0 };
      verifiers = new Map();
      last = undefined;
    },
    __reset_caches() {
      seen.resets += 1;
    },
    buffer(size) {
      note('buffer');
      last = undefined;
      if (area.size < size) {
        area = { at: area.at + area.size, size };
        const missing = area.at + size - wasm.memory.buffer.byteLength;
        if (missing > 0) wasm.memory.grow(Math.ceil(missing / 65536));
      }
      return area.at;
    },
    useHash() {
      note('useHash');
    },
    create(text) {
      note('create');
      const options = JSON.parse(text, revived);
      if (options.provider === 'nobody') throw { code: 'usage.provider', message: 'no built-in is called nobody' };
      seen.options = options;
      const handle = verifiers.size + 7;
      verifiers.set(handle, options);
      const secretIds = (options.secrets ?? []).map(({ id }, place) => id ?? `secrets[${place}]`);
      return JSON.stringify({
        handle,
        provider: 'mock',
        schemes: ['first', 'second'],
        secretIds,
        headers: HEADERS,
        captures: options.captures ?? [],
        bodyBytes: 1 << 20,
        plain: true,
      });
    },
    verify(handle, frame, bodyBytes, unread, now) {
      note('verify');
      if (!verifiers.has(handle)) wasm.trap();
      last = { handle, frame, body: bodyBytes, unread, now, lines: readFrame(bodyBytes, frame) };
      last.verdict = judge();
      seen.frames.push({ lines: last.lines, body: body(), unread, now });
      const { code, secret } = last.verdict;
      const passed = secret !== undefined;
      const proved = passed ? 3 : 0;
      const places = passed ? (2 << 11) | ((secret + 1) << 17) : 0;
      const readable = passed && code !== 'payload.syntax' ? 1 << 25 : 0;
      return codes.indexOf(code) | (code === 'ok' ? 1 << 8 : 0) | (proved << 9) | places | readable;
    },
    captures() {
      note('captures');
      const values = JSON.parse(body());
      const texts = seen.options.captures.map((pointer) => JSON.stringify(values[pointer.slice(1)]) ?? '');
      const frame = Buffer.from(`\0${texts.map((text) => `${text}\0`).join('')}`);
      if (frame.length > AREA - CAPTURED - 4) throw new Error('more was captured than there is room for');
      Buffer.from(wasm.memory.buffer).writeUInt32LE(frame.length, CAPTURED);
      bytes().set(frame, CAPTURED + 4);
      return CAPTURED;
    },
    brief: () => undefined,
    report() {
      note('report');
      const { code } = last.verdict;
      const events = code === 'ok' ? [{ type: 'mock', id: JSON.parse(body()).name ?? null, pointer: '' }] : [];
      return {
        ok: code === 'ok',
        code,
        events,
        problems: [{ code }],
        problemsOmitted: 2,
        drift: null,
        replayKey: 'k',
        stages: [],
      };
    },
    lookup(pointer) {
      note('lookup');
      return find(body().toString(), pointer);
    },
    taggedPayload(tag) {
      note('taggedPayload');
      return body().toString().replaceAll(INT64, `$1"${tag}$2"`);
    },
    release(handle) {
      note('release');
      verifiers.delete(handle);
      if (last?.handle === handle) last = undefined;
    },
    version: () => '0.1.0',
    providers: () => [],
    checkEndpoint: (provider, url) => [{ provider: JSON.parse(provider), url }],
    retrySchedule: (provider, first) => ({ provider: JSON.parse(provider), first }),
    route: (provider, setup, query) => [{ provider: JSON.parse(provider), setup, query }],
    checkSetup: (provider, setup) => [{ provider: JSON.parse(provider), setup }],
    handshake: (request, body) => ({ ...JSON.parse(request), body }),
  };
  return { glue, origin: { module: () => MODULE, remedy: 'none' }, seen, verifiers: () => verifiers };
}

/** Bytes cross as arrays of numbers. */
function revived(name, value) {
  return name === 'value' && Array.isArray(value) ? Uint8Array.from(value) : value;
}

/** Looks a member of the outermost object up, with its number as it is written. */
function find(text, pointer) {
  if (pointer === '') return `j${text}`;
  const name = pointer.slice(1);
  const value = JSON.parse(text)[name];
  if (value === undefined) return undefined;
  if (typeof value === 'string') return `s${value}`;
  if (typeof value !== 'number') return `j${slice(text, name)}`;
  return `${name === 'id' ? 'i' : 'n'}${slice(text, name)}`;
}

/** The text of a member's value, which must hold no string and no `}` but its own. */
function slice(text, name) {
  const start = text.indexOf(`"${name}":`) + name.length + 3;
  if (!'[{'.includes(text[start])) return /^[^,}]*/.exec(text.slice(start))[0];
  return text.slice(start, text.indexOf(text[start] === '[' ? ']' : '}', start) + 1);
}

/** Signs a body the way the mock's sender does. */
export function signed(body, secret = 'a secret') {
  return { method: 'POST', headers: { 'X-Sig': createHmac('sha256', secret).update(body).digest('hex') }, body };
}
