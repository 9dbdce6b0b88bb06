// Deliveries with something special about them, and the verdict that each has to get.

import { example, OLD_KEY, seconds, sign } from './senders.mjs';

const MASKING = '/edesy-masking';
const VOICE = '/edesy-voice';

/** A JSON body that edna would send, with one text exchanged for another. */
function edna(name, from, to) {
  const text = example('/edna', name);
  if (text.split(from).length !== 2) throw new Error(`the example ${name} does not hold exactly one ${from}`);
  return text.replace(from, () => to);
}

/** A delivery that is signed as its sender does, unless `headers` are given. */
function delivery(what, path, body, expect, { headers = sign(path, body), method = 'POST' } = {}) {
  return { what, path, method, headers, body, expect };
}

/** Refused with this code. `mark` is where in the body the problem must be placed, `pointer` the value it is about. */
function refused(status, code, place = {}) {
  return { status, code, problem: { code, ...place } };
}

/** Accepted, with a problem of lesser weight. */
function accepted(code, place = {}) {
  return { status: 200, code: 'ok', problem: code === undefined ? undefined : { code, ...place } };
}

export function faults() {
  const call = example(MASKING, 'call.completed');
  const tampered = call.replace('"completed"', '"Completed"');
  const ended = example(VOICE, 'call.ended');
  const order = example('/edesy', 'order.placed');
  const status = example('/edna', 'message_status');

  const trailing = edna('message_status', '"comment": null', '"comment": null,');
  const several = edna('incoming_message.several', '"text":"Anyone there? 🙂"', '"text":["Anyone there? 🙂"]');
  const large = Buffer.alloc(1024 * 1024 + 1, ' ');
  const deep = `${'['.repeat(200)}${']'.repeat(200)}`;
  const latin = Buffer.concat([
    Buffer.from('{"event":"call.ended","reference":"K'),
    Buffer.of(0xf6),
    Buffer.from('ln"}'),
  ]);
  const loyalty = '{"event":"loyalty.tier_reached","tier":"gold"}';

  return [
    {
      title: 'Deliveries that nobody should act on',
      deliveries: [
        delivery('tampered body: one letter in upper case', MASKING, tampered, refused(401, 'signature.mismatch'), {
          headers: sign(MASKING, call),
        }),
        delivery('tampered body under a signed time', VOICE, `${ended} `, refused(401, 'signature.mismatch'), {
          headers: sign(VOICE, ended),
        }),
        delivery('signed with another secret', '/edesy', order, refused(401, 'signature.mismatch'), {
          headers: sign('/edesy', order, { key: 'not-the-secret' }),
        }),
        delivery('another webhook key', '/edna', status, refused(401, 'signature.mismatch'), {
          headers: sign('/edna', status, { key: 'not-the-key' }),
        }),
        delivery('no webhook key at all', '/edna', status, refused(401, 'signature.missing'), { headers: {} }),
        delivery('no signature', MASKING, call, refused(401, 'signature.missing'), { headers: {} }),
        delivery('a signature that is none', MASKING, call, refused(401, 'signature.malformed'), {
          headers: { 'X-Edesy-Signature': 'sha256=see attachment' },
        }),
        delivery('signed an hour ago (replayed)', VOICE, ended, refused(401, 'timestamp.stale'), {
          headers: sign(VOICE, ended, { time: seconds(3600) }),
        }),
        delivery('signed in an hour', VOICE, ended, refused(401, 'timestamp.future'), {
          headers: sign(VOICE, ended, { time: seconds(-3600) }),
        }),
        delivery('a body of 1 MiB and 1 byte', VOICE, large, refused(413, 'limit.body')),
        delivery('two hundred arrays in each other', '/edesy', deep, refused(400, 'limit.depth')),
        delivery('GET instead of POST', '/edna', undefined, refused(405, 'delivery.method'), {
          headers: sign('/edna', ''),
          method: 'GET',
        }),
      ],
    },
    {
      title: 'Signed rightly, and wrong all the same: where exactly',
      deliveries: [
        delivery('a comma too many', '/edna', trailing, refused(400, 'payload.syntax', { mark: '}' })),
        delivery('a body that ends too early', MASKING, call.slice(0, 60), refused(400, 'payload.syntax')),
        delivery('an empty body', MASKING, '', refused(400, 'payload.empty')),
        delivery('Latin-1 instead of UTF-8', MASKING, latin, refused(400, 'payload.utf8')),
        delivery(
          'a number sent as text',
          '/edna',
          edna('message_status', '318', '"318"'),
          refused(400, 'schema.type', { pointer: '/cascadeId', mark: '"318"' }),
        ),
        delivery(
          'a member that is missing',
          '/edna',
          edna('message_status', '"cascadeId": 318,', ''),
          refused(400, 'schema.required', { pointer: '' }),
        ),
        delivery(
          'the second of three messages is wrong',
          '/edna',
          several,
          refused(400, 'schema.type', { pointer: '/1/messageContent/text', mark: '["Anyone' }),
        ),
        delivery('a payload that names no event', '/edna', '{"hello":"world"}', refused(400, 'event.missing')),
        delivery('an event of some other sender', '/edna', '{"type":"invoice.paid"}', refused(400, 'event.unknown')),
      ],
    },
    {
      title: 'Unusual, and accepted with a remark',
      deliveries: [
        delivery('HEAD: is the endpoint alive?', '/edna', undefined, { status: 200 }, { headers: {}, method: 'HEAD' }),
        delivery(
          'the secret of before the rotation',
          '/edesy',
          order,
          { ...accepted(), secretId: 'last-year' },
          { headers: sign('/edesy', order, { key: OLD_KEY, form: 'prefixed' }) },
        ),
        delivery('an event that is not documented', '/edesy', loyalty, accepted('event.unknown')),
        delivery(
          'a time with blanks in it (documented once)',
          '/edna',
          edna('incoming_message', /"receivedAt": ?"([^"]+)"/.exec(example('/edna', 'incoming_message'))[0], BLANKS),
          accepted('schema.format', { pointer: '/receivedAt', mark: '"2024-08-05T08: 24: 14Z"' }),
        ),
        delivery('a key that stands twice', MASKING, '{"event":"session.expired","event":"session.expired"}', {
          ...accepted('payload.duplicate_key'),
        }),
        delivery(
          'a new field and a new status',
          '/edna',
          edna('message_status', '"DELIVERED"', '"PARKED", "lane": 4'),
          {
            ...accepted(),
            drift: { unknownFields: ['/lane'], newEnumValues: ['/status'] },
          },
        ),
        delivery('an id that a double cannot hold', '/edna', example('/edna', 'incoming_message.large-id'), {
          ...accepted('payload.unsafe_integer', { pointer: '/id', mark: '9007199254740993' }),
          value: { pointer: '/id', is: 9007199254740993n },
        }),
      ],
    },
  ];
}

const BLANKS = '"receivedAt": "2024-08-05T08: 24: 14Z"';
