// The types of built-in events: every example fits its type, and int64 fields have the type that `integers` gives them.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { after, describe, it } from 'node:test';
import { path } from './support.mjs';

const ASSERTIONS = `
import {
  createVerifier,
  type CreateVerifierOptions,
  type EventOf,
  type EventType,
  type Int64,
  type PayloadOf,
  type ProviderId,
  type Report,
  type ReportCode,
  type ReportEvent,
  type Verifier,
} from 'hookproof';

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
function same<A, B>(_: Same<A, B>): void {}

type Message<I extends 'number' | 'bigint' | 'string'> = PayloadOf<'edna-pulse', 'incoming_message', I>;
same<Message<'number'>['id'], number>(true);
same<Message<'bigint'>['id'], bigint>(true);
same<Message<'string'>['id'], string>(true);
same<Message<'bigint'>['replyOutMessageId'], bigint | null | undefined>(true);
same<Message<'bigint'>['subscriber']['id'], bigint>(true);
same<Message<'bigint'>['subject'], string>(true);
same<PayloadOf<'edna-pulse', 'incoming_message'>['id'], number>(true);
same<PayloadOf<'edesy-masking', 'call.completed', 'bigint'>['data']['duration_sec'], number | undefined>(true);
same<Int64<'bigint' | 'string'>, bigint | string>(true);
same<EventType<'edesy'> extends string ? true : false, true>(true);

const verifier = createVerifier({ provider: 'edna-pulse', secrets: ['s'], integers: 'bigint' });
const report = verifier.verify({ headers: {}, body: '' });
if (report.ok && report.event?.type === 'incoming_message') {
  const message = report.payload as Message<'bigint'>;
  const text: string | null | undefined = message.messageContent.text;
  void text;
}
// The type of an event tells its payload; \`is\` tells that of the report.
for (const event of report.events) {
  switch (event.type) {
    case 'incoming_message':
      same<typeof event.payload, Message<'bigint'>>(true);
      same<typeof event.payload.id, bigint>(true);
      break;
    case 'message_status':
      same<typeof event.payload, PayloadOf<'edna-pulse', 'message_status', 'bigint'>>(true);
      break;
    case null:
      same<typeof event.payload, unknown>(true);
  }
  // @ts-expect-error: no event of this sender
  if (event.type === 'outgoing_message') throw new Error();
  // @ts-expect-error: which one it is has to be asked first
  event.payload.id;
}
if (report.is('incoming_message')) {
  same<typeof report.payload.id, bigint>(true);
  same<typeof report.event.type, 'incoming_message'>(true);
  const text: string | null | undefined = report.payload.messageContent.text;
  void [text, report.event.id];
}
// @ts-expect-error: no event of this sender
report.is('outgoing_message');
same<typeof report.payload, unknown>(true);
same<typeof report.code, ReportCode>(true);
const numbers = createVerifier({ provider: 'edna-pulse', secrets: ['s'] }).verify({ headers: {}, body: '' });
if (numbers.is('incoming_message')) same<typeof numbers.payload.id, number>(true);
// Senders without schemas, definitions of one's own, and providers that are chosen later take any type.
declare const chosen: ProviderId;
declare const named: string;
for (const provider of ['github', chosen, named, { id: 'own', schemes: [] }] as const) {
  const report = createVerifier({ provider, secrets: ['s'] }).verify({ headers: {}, body: '' });
  same<NonNullable<typeof report.event>['type'], string | null>(true);
  if (report.is('anything')) same<typeof report.payload, unknown>(true);
}
// Whatever a verifier tells apart, it is a verifier, and its reports are reports.
const any: Verifier = verifier;
const one: Report = report;
const options: CreateVerifierOptions = { provider: 'edesy', integers: 'string' };
const loose: Report = createVerifier(options).verify({ headers: {}, body: '' });
export function handled(report: Report<'edna-pulse'>): ReportEvent<'edna-pulse'> | null {
  return report.event;
}
handled(numbers);
void [any, one, loose];
export function told(event: EventOf<'edna-pulse', 'string'>): string {
  switch (event.type) {
    case 'incoming_message':
      return event.payload.id;
    case 'message_status':
      return event.payload.statusAt;
    case 'template_status':
    case 'short_link_visited':
    case 'message_matcher.category_changed':
      return event.type;
  }
}
// Open lists take members that are not in them yet; closed objects have no other members.
const kind: Message<'number'>['messageContent']['type'] = 'HOLOGRAM';
// @ts-expect-error
export const wrong: Message<'bigint'>['id'] = 1;
// @ts-expect-error
export const closed: Message<'number'>['subscriber'] = { id: 1, identifier: 'i', other: 1 };
// @ts-expect-error
export type None = PayloadOf<'edna-pulse', 'outgoing_message'>;
void kind;
`;

describe('the types of built-in events', () => {
  mkdirSync(path('target'), { recursive: true });
  const folder = mkdtempSync(path('target/types-'));
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('fit every example and say how integers come out', () => {
    const files = { 'assertions.ts': ASSERTIONS, 'examples.ts': examples() };
    for (const [name, text] of Object.entries(files)) writeFileSync(`${folder}/${name}`, text);
    const options = ['--noEmit', '--strict', '--exactOptionalPropertyTypes', '--noUncheckedIndexedAccess'];
    const host = ['--target', 'ES2022', '--module', 'NodeNext', '--types', 'node'];
    const compiler = path('node_modules/typescript/bin/tsc');
    const sources = Object.keys(files).map((name) => `${folder}/${name}`);
    try {
      execFileSync(process.execPath, [compiler, ...options, ...host, ...sources], { encoding: 'utf8' });
    } catch (error) {
      assert.fail(error.stdout);
    }
  });
});

/** Every example of a built-in event as a value of its type: literals, so that members too many are found as well. */
function examples() {
  const lines = ["import type { EventOf, PayloadOf } from 'hookproof';"];
  for (const provider of readdirSync(path('providers'), { withFileTypes: true })) {
    if (!provider.isDirectory()) continue;
    const folder = path(`providers/${provider.name}`);
    const { events } = JSON.parse(readFileSync(`${folder}/provider.json`));
    const types = [...new Set((events.known ?? []).map(({ type }) => type))].sort(
      (one, other) => other.length - one.length,
    );
    for (const file of existsSync(`${folder}/examples`) ? readdirSync(`${folder}/examples`) : []) {
      const type = types.find((type) => file.startsWith(`${type}.`));
      // An example that is called after no event is one of any.
      const own = type
        ? `PayloadOf<'${provider.name}', '${type}'>`
        : types.length > 0
          ? `EventOf<'${provider.name}'>['payload']`
          : 'unknown';
      const text = readFileSync(`${folder}/examples/${file}`, 'utf8').trim();
      const array = text.startsWith('[') ? '[]' : '';
      lines.push(`export const _${lines.length}: (${own})${array} = ${text};`);
    }
  }
  assert.ok(lines.length > 60, `${lines.length} examples`);
  return lines.join('\n');
}
