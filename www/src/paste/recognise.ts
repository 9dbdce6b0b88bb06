// Paste anything: a raw request, a curl command, a HAR entry, a Lambda event, headers as JSON or as lines.

import { bodyOf, type Case, fromBase64, linesOf } from '../case.ts';
import { curl } from './curl.ts';

/** What a text is, and what of a request it holds. */
export interface Recognised {
  kind: 'HTTP request' | 'curl command' | 'HAR entry' | 'Lambda event' | 'headers as JSON' | 'header lines' | 'body';
  request: Partial<Pick<Case, 'method' | 'url' | 'body' | 'base64'>> & { headers?: [string, string][] };
}

/** What of the case changes with it. */
export function changeOf({ request: { headers, ...rest } }: Recognised): Partial<Case> {
  return headers === undefined ? rest : { ...rest, headers: linesOf(headers) };
}

/** What the text holds: nothing, one request, or of a HAR file each of its entries. */
export function recognise(text: string): Recognised[] {
  const trimmed = text.trim();
  if (trimmed === '') return [];
  if (/^(\$ )?curl\s/.test(trimmed)) {
    const request = curl(trimmed.replace(/^\$ /, ''));
    if (request !== null) return [{ kind: 'curl command', request }];
  }
  const raw = http(text);
  if (raw !== null) return [{ kind: 'HTTP request', request: raw }];
  if (/^[[{]/.test(trimmed)) {
    const found = json(trimmed);
    if (found.length > 0) return found;
  } else {
    const headers = lines(trimmed);
    if (headers !== null) return [{ kind: 'header lines', request: { headers } }];
  }
  return [{ kind: 'body', request: { body: text } }];
}

const HEADER = /^([!#$%&'*+\-.^_`|~0-9A-Za-z]+): ?(.*)$/;

function lines(text: string): [string, string][] | null {
  const pairs = text
    .split(/\r?\n/)
    .filter((line) => line !== '')
    .map((line) => HEADER.exec(line));
  return pairs.every((pair) => pair !== null) ? pairs.map((pair) => [pair?.[1] ?? '', pair?.[2] ?? '']) : null;
}

function http(text: string): Recognised['request'] | null {
  const first = /^\s*([A-Z]+) (\S+)(?: HTTP\/[\d.]+)?\r?\n/.exec(text);
  if (first === null) return null;
  const [start, method = '', target = ''] = first;
  const rest = text.slice(start.length);
  const end = /\r?\n\r?\n/.exec(rest);
  const headers = lines(end === null ? rest.trimEnd() : rest.slice(0, end.index));
  if (headers === null) return null;
  const host = headers.find(([name]) => name.toLowerCase() === 'host')?.[1];
  const proto = headers.find(([name]) => name.toLowerCase() === 'x-forwarded-proto')?.[1] ?? 'https';
  const url = /^https?:/.test(target) ? target : host === undefined ? '' : `${proto}://${host}${target}`;
  return { method, url, headers, body: end === null ? '' : rest.slice(end.index + end[0].length) };
}

// biome-ignore lint/suspicious/noExplicitAny: a pasted text may be of any shape; each member is looked at before it is used.
type Json = any;

function json(text: string): Recognised[] {
  let value: Json;
  try {
    value = JSON.parse(text);
  } catch {
    return [];
  }
  const entries: Json[] = Array.isArray(value?.log?.entries) ? value.log.entries : [value];
  const found = entries.map((entry) => har(entry?.request)).filter((one) => one !== null);
  if (found.length > 0) return found.map((request) => ({ kind: 'HAR entry', request }));
  if (
    value?.headers !== undefined &&
    (value.requestContext !== undefined || value.httpMethod !== undefined || value.isBase64Encoded !== undefined)
  ) {
    return [{ kind: 'Lambda event', request: lambda(value) }];
  }
  const headers = headersOf(value);
  return headers === null ? [] : [{ kind: 'headers as JSON', request: { headers } }];
}

function har(request: Json): Recognised['request'] | null {
  const { method, url, headers, postData: posted = {} } = request ?? {};
  if (typeof method !== 'string' || typeof url !== 'string' || !Array.isArray(headers)) return null;
  const pairs = headers.map(({ name, value }: Json): [string, string] => [String(name), String(value)]);
  const visible = pairs.filter(([name]) => !name.startsWith(':'));
  const body = posted.encoding === 'base64' ? bodyOf(fromBase64(posted.text)) : { body: String(posted.text ?? '') };
  return { method, url, headers: visible, ...body };
}

function lambda(event: Json): Recognised['request'] {
  const headers = headersOf(event.multiValueHeaders) ?? headersOf(event.headers) ?? [];
  const context = event.requestContext ?? {};
  const host = headers.find(([name]) => name.toLowerCase() === 'host')?.[1] ?? context.domainName ?? '';
  const path = event.rawPath ?? event.path ?? '/';
  const query = event.rawQueryString ?? new URLSearchParams(event.queryStringParameters ?? {}).toString();
  const text = String(event.body ?? '');
  const body = event.isBase64Encoded === true ? bodyOf(fromBase64(text)) : { body: text };
  const url = host === '' ? '' : `https://${host}${path}${query === '' ? '' : `?${query}`}`;
  return { method: event.httpMethod ?? context.http?.method ?? 'POST', url, headers, ...body };
}

/** Headers as an object, or as a list of pairs or of `{ name, value }`. */
function headersOf(value: Json): [string, string][] | null {
  if (Array.isArray(value)) {
    const pairs = value.map((one): [string, string] | null =>
      Array.isArray(one) && one.length === 2
        ? [String(one[0]), String(one[1])]
        : typeof one?.name === 'string' && typeof one?.value === 'string'
          ? [one.name, one.value]
          : null,
    );
    return pairs.length > 0 && pairs.every((pair) => pair !== null) ? (pairs as [string, string][]) : null;
  }
  if (typeof value !== 'object' || value === null) return null;
  const pairs = Object.entries(value).flatMap(([name, one]): [string, string][] =>
    Array.isArray(one) ? one.map((line) => [name, String(line)]) : [[name, String(one)]],
  );
  const texts = Object.values(value).every(
    (one) => typeof one === 'string' || (Array.isArray(one) && one.every((line) => typeof line === 'string')),
  );
  // Other JSON with texts only is a body: one of the names must be a header's.
  const likely = pairs.some(([name]) =>
    /^(content-(type|length)|user-agent|host|accept|authorization|x-[\w-]+|[\w-]*(signature|webhook|hmac)[\w-]*)$/i.test(
      name,
    ),
  );
  return texts && likely && pairs.every(([name]) => /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/.test(name)) ? pairs : null;
}
