// Reads a curl command as a shell of the Bourne kind would, and writes one.

import { type Case, pairsOf } from '../case.ts';

interface Request {
  method: string;
  url: string;
  headers: [string, string][];
  body: string;
}

const ESCAPES: Record<string, string> = { n: '\n', r: '\r', t: '\t', '0': '\0', a: '\x07', b: '\b', f: '\f', v: '\v' };

/** The words of a command line. */
export function words(text: string): string[] {
  const found: string[] = [];
  let word: string | null = null;
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at] as string;
    if (char === '\\') {
      at += 1;
      if (text[at] === '\r') at += 1;
      if (text[at] !== '\n') word = (word ?? '') + (text[at] ?? '');
    } else if (char === '$' && text[at + 1] === "'") {
      const [value, end] = ansi(text, at + 2);
      word = (word ?? '') + value;
      at = end;
    } else if (char === "'") {
      const end = text.indexOf("'", at + 1);
      word = (word ?? '') + text.slice(at + 1, end < 0 ? text.length : end);
      at = end < 0 ? text.length : end;
    } else if (char === '"') {
      word ??= '';
      for (at += 1; at < text.length && text[at] !== '"'; at += 1) {
        if (text[at] === '\\' && '"\\$`\n'.includes(text[at + 1] ?? ' ')) at += 1;
        word += text[at];
      }
    } else if (/\s/.test(char)) {
      if (word !== null) found.push(word);
      word = null;
    } else word = (word ?? '') + char;
  }
  if (word !== null) found.push(word);
  return found;
}

function ansi(text: string, from: number): [string, number] {
  let value = '';
  let at = from;
  for (; at < text.length && text[at] !== "'"; at += 1) {
    if (text[at] !== '\\') {
      value += text[at];
      continue;
    }
    at += 1;
    const hex = /^(?:x([0-9a-fA-F]{1,2})|u([0-9a-fA-F]{1,4}))/.exec(text.slice(at, at + 5));
    if (hex !== null) {
      value += String.fromCharCode(Number.parseInt(hex[1] ?? hex[2] ?? '0', 16));
      at += hex[0].length - 1;
    } else value += ESCAPES[text[at] ?? ''] ?? text[at] ?? '';
  }
  return [value, at];
}

const TAKES = [
  '-o',
  '--output',
  '-u',
  '--user',
  '-A',
  '--user-agent',
  '-e',
  '--referer',
  '-b',
  '--cookie',
  '-m',
  '--max-time',
  '-w',
  '--write-out',
  '--connect-timeout',
  '--retry',
  '-x',
  '--proxy',
  '--resolve',
  '--cacert',
];

/** The request that a curl command makes; `null` when it is none. */
export function curl(text: string): Request | null {
  const all = words(text);
  if (all[0] !== 'curl') return null;
  let method: string | undefined;
  let url = '';
  const headers: [string, string][] = [];
  const data: string[] = [];
  const header = (line: string): void => {
    const colon = line.indexOf(':');
    if (colon > 0) headers.push([line.slice(0, colon).trim(), line.slice(colon + 1).trim()]);
  };
  for (let at = 1; at < all.length; at += 1) {
    const word = all[at] as string;
    const [flag, attached] = split(word);
    const value = (): string => {
      if (attached !== undefined) return attached;
      at += 1;
      return all[at] ?? '';
    };
    if (flag === '-H' || flag === '--header') header(value());
    else if (flag === '-X' || flag === '--request') method = value();
    else if (flag === '--url') url = value();
    else if (flag === '--data-binary' || flag === '--data-raw') data.push(value());
    // Without `@file` there is nothing in these to strip.
    else if (flag === '-d' || flag === '--data' || flag === '--data-ascii') data.push(value());
    else if (flag === '--json') {
      data.push(value());
      headers.push(['Content-Type', 'application/json'], ['Accept', 'application/json']);
    } else if (flag === '-I' || flag === '--head') method = 'HEAD';
    else if (flag === '-A' || flag === '--user-agent') headers.push(['User-Agent', value()]);
    else if (TAKES.includes(flag)) value();
    else if (!word.startsWith('-')) url = word;
  }
  const body = data.join('&');
  if (body !== '' && !headers.some(([name]) => name.toLowerCase() === 'content-type')) {
    headers.push(['Content-Type', 'application/x-www-form-urlencoded']);
  }
  return { method: method ?? (data.length > 0 ? 'POST' : 'GET'), url, headers, body };
}

/** `-XPOST` as `-X` and `POST`, `--header=…` as both parts. */
function split(word: string): [string, string | undefined] {
  if (word.startsWith('--')) {
    const equals = word.indexOf('=');
    return equals < 0 ? [word, undefined] : [word.slice(0, equals), word.slice(equals + 1)];
  }
  return /^-[XHd]./.test(word) ? [word.slice(0, 2), word.slice(2)] : [word, undefined];
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

/** The curl command that makes this delivery. */
export function asCurl(current: Case): string {
  const url = current.url === '' ? 'http://localhost:3000/webhook' : current.url;
  const method = current.method === '' ? 'POST' : current.method;
  const headers = pairsOf(current.headers).map(
    ([name, value]) => `-H ${quoted(value === '' ? `${name};` : `${name}: ${value}`)}`,
  );
  // Bytes that are no text come in by a pipe.
  const binary = current.base64 === undefined ? '' : `base64 -d <<< ${quoted(current.base64)} | `;
  const body = current.base64 === undefined ? quoted(current.body) : '@-';
  return `${binary}curl ${[`-X ${method}`, quoted(url), ...headers, `--data-binary ${body}`].join(' \\\n  ')}`;
}
