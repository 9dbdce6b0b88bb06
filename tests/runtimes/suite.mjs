// The one suite that every runtime runs: vectors, handshakes, faults, inputs and traps, given as data. Uses nothing of a host.

/** How many failures are told in words. */
const TOLD = 5;

/**
 * Runs the suites over the functions of `entries`: `hookproof`, and where there are any `public-key`, `full`, `inline`.
 * Of the host it may say that modules are loaded `asynchronous`ly and from which `sources`, that `inline` is `'refused'`, and
 * that a `brief` run is enough.
 * Gives for each suite what passed, what failed, the first failures in words, and the time in milliseconds.
 */
export async function run(entries, data, host = {}, clock = () => Date.now()) {
  const results = [];
  for (const [name, rows, check] of suites(entries, data, host)) {
    const result = { name, passed: 0, failed: 0, failures: [], ms: 0 };
    const start = clock();
    // What is made by the package itself is made when modules are loaded.
    for (const row of typeof rows === 'function' ? rows() : rows) {
      let problem;
      try {
        problem = await check(row);
      } catch (error) {
        problem = `throws ${error?.name} ${error?.code ?? ''}: ${error?.message}`;
      }
      if (problem === undefined) {
        result.passed += 1;
      } else {
        result.failed += 1;
        if (result.failures.length < TOLD) result.failures.push(`${titleOf(row)}: ${problem}`);
      }
    }
    result.ms = clock() - start;
    results.push(result);
  }
  return results;
}

function suites(all, { vectors, handshakes, faults, trap }, host) {
  const loading = Object.entries(all);
  const entries = Object.fromEntries(loading.filter(([name]) => !isRefused(name, host)));
  const { hookproof, 'public-key': publicKey } = entries;
  const plain = ({ entry }) => entry === 'hookproof';
  const keyed = ({ entry }) => entry === 'public-key';
  const suites = [
    ['loading', loading, ([name, entry]) => loads(name, entry, host)],
    ['vectors', vectors.filter(plain), (row) => vector(hookproof, row)],
    ['handshakes', handshakes.filter(plain), (row) => handshake(hookproof, row)],
    ['faults', faults.filter(plain), (row) => fault(hookproof, row)],
  ];
  if (publicKey !== undefined && !host.brief) {
    suites.push(
      ['public-key vectors', vectors, (row) => vector(publicKey, row)],
      ['public-key handshakes', handshakes.filter(keyed), (row) => handshake(publicKey, row)],
      ['public-key faults', faults.filter(keyed), (row) => fault(publicKey, row)],
    );
  }
  // The same module as text needs no second look at every vector.
  const more = { full: vectors, inline: vectors.filter(plain), 'public-key/inline': vectors.filter(keyed) };
  for (const [name, rows] of Object.entries(host.brief ? {} : more)) {
    if (entries[name] !== undefined) suites.push([`${name} vectors`, rows, (row) => vector(entries[name], row)]);
  }
  const forms = () => Object.values(entries).flatMap((entry) => inputs(entry, trap).map((form) => [...form, entry]));
  suites.push([
    'inputs',
    forms,
    ([, given, expected, { createVerifier }]) => input(createVerifier, trap, given, expected),
  ]);
  suites.push(['traps', Object.entries(entries), ([, entry]) => trapped(entry, trap)]);
  return suites;
}

function isRefused(name, { inline }) {
  return inline === 'refused' && name.endsWith('inline');
}

/**
 * The functions are at work at once, or after `init` where the host is `asynchronous`. Before that, and where a host
 * compiles no bytes, the first call is a misuse that says what to do.
 */
async function loads(name, entry, host) {
  const refused = isRefused(name, host);
  if (refused || (host.asynchronous && !name.endsWith('inline'))) {
    try {
      entry.providers();
      return 'it works without a module';
    } catch (error) {
      const remedy = refused ? 'import the entry without `/inline`' : '`await init()`';
      if (error.name !== 'UsageError' || error.code !== 'usage.init') return `throws ${error}`;
      if (!(error instanceof entry.UsageError) || !error.message.includes(remedy)) return error.message;
    }
    if (refused) return undefined;
  }
  if (host.asynchronous) {
    const source = host.sources?.[name];
    const [first, second] = [entry.init(source), entry.init(source)];
    if (!(first instanceof Promise)) return '`init` gives no promise';
    await Promise.all([first, second]);
  }
  const { wasm } = entry.version();
  if (!/^[0-9a-f]{64}$/.test(wasm) || entry.providers().length < 50) return `it is at work with ${wasm}`;
  await entry.init();
  return undefined;
}

function titleOf(row) {
  return row.title ?? row[0];
}

/** The report of a delivery, compared byte for byte with that of native Rust. */
function vector({ createVerifier }, { options, delivery, usage, report }) {
  let verifier;
  try {
    verifier = createVerifier(options);
  } catch (error) {
    return differs(`${error.name} ${error.code}`, `UsageError ${usage}`);
  }
  const found = verifier.verify({ ...delivery, body: bytes(delivery.body) });
  const problem = differs(JSON.stringify(found), usage === undefined ? report : `UsageError ${usage}`);
  verifier.release();
  return problem;
}

function handshake({ handshake }, { request, expect }) {
  let answer;
  try {
    answer = handshake({ ...request, body: bytes(request.body) });
  } catch (error) {
    answer = { code: error.code };
  }
  return differs(ordered(answer), ordered(expect));
}

/** A delivery signed here, right or faulty, compared with what native Rust signs, and its report with Rust's. */
function fault({ sign, createVerifier }, { request, result, report }) {
  const { fault, ...rest } = request;
  const { provider, scheme, parameters, secret, now } = request;
  let signed;
  try {
    signed = sign(fault === null ? rest : request);
  } catch (error) {
    return differs(ordered({ error: error.code }), ordered(result));
  }
  const { method, url, headers, body } = signed;
  const wrong = typeof signed.secret === 'string' ? new TextEncoder().encode(signed.secret) : signed.secret;
  const delivery = { method, url, headers, body: base64(body), scheme: signed.scheme, secret: wrong && base64(wrong) };
  const problem = differs(ordered({ delivery }), ordered(result));
  if (problem !== undefined) return problem;
  const options = { provider, schemes: [scheme], parameters, secrets: [signed.secret ?? secret] };
  let verifier;
  try {
    verifier = createVerifier(options);
  } catch (error) {
    return differs(JSON.stringify(error.code), report);
  }
  const found = JSON.stringify(verifier.verify({ method, url, headers, body, receivedAt: now }));
  verifier.release();
  return differs(found, report);
}

/** One delivery in every form that a host may hand it over in, and forms that are misuse. */
function inputs({ sign }, { provider, secret, body, now }) {
  const { headers } = sign({ provider, secret, body, now });
  const raw = new TextEncoder().encode(body);
  const padded = new Uint8Array([0, ...raw, 0]);
  const bodies = {
    Uint8Array: raw,
    'part of a buffer': padded.subarray(1, -1),
    ArrayBuffer: raw.buffer,
    DataView: new DataView(padded.buffer, 1, raw.length),
    string: body,
    ...(globalThis.Buffer && { Buffer: Buffer.from(raw) }),
  };
  const lists = {
    Headers: new Headers(headers),
    'plain object': Object.fromEntries(headers),
    'object with lists': Object.fromEntries(headers.map(([name, value]) => [name.toUpperCase(), [value]])),
    Map: new Map(headers),
    pairs: headers,
    rawHeaders: headers.flat(),
  };
  const parsed = JSON.parse(body);
  return [
    ...Object.entries(bodies).map(([name, body]) => [name, { headers, body }, 'ok']),
    ...Object.entries(lists).map(([name, headers]) => [name, { headers, body }, 'ok']),
    ...Object.entries({ parsed, nothing: undefined, stream: new Response(body).body }).map(([name, body]) => {
      return [name, { headers, body }, 'usage.body'];
    }),
    ['base64', { headers, body: btoa(body), isBase64Encoded: true }, 'usage.body'],
    ['no headers', { headers: undefined, body }, 'usage.delivery'],
  ];
}

function input(createVerifier, { provider, secret, now }, given, expected) {
  const verifier = createVerifier({ provider, secrets: [secret], now: () => now });
  try {
    return differs(verifier.verify(given).code, expected);
  } catch (error) {
    return differs(error.code, expected);
  } finally {
    verifier.release();
  }
}

/**
 * A trap in the module ends its instance: the next call has a fresh one, in which what was made before is made again. The
 * body claims more bytes than the module has memory for.
 */
function trapped({ createVerifier, sign }, { provider, secret, body, other, now }) {
  const limits = { bodyBytes: 0xffff_fff0 };
  const verifier = createVerifier({ provider, secrets: [secret], limits });
  const verify = (text) => verifier.verify({ ...sign({ provider, secret, body: text, now }), receivedAt: now });
  const before = verify(body);
  const expected = JSON.stringify(before);
  const text = JSON.stringify(before.payload);
  class Endless extends Uint8Array {
    get length() {
      return 0xff00_0000;
    }
  }
  for (let round = 0; round < 3; round += 1) {
    let thrown;
    try {
      verifier.verify({ headers: {}, body: new Endless(1) });
    } catch (error) {
      thrown = error;
    }
    if (!(thrown instanceof WebAssembly.RuntimeError)) return `it ends with ${thrown}, expected a trap`;
    // A longer body first: stale views of the ended instance's memory would show here.
    const between = verify(other);
    if (!between.ok || JSON.stringify(between.payload) !== other) return `after a trap ${between.code}`;
    const again = verify(body);
    const problem = differs(JSON.stringify(again), expected) ?? differs(JSON.stringify(before.payload), text);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

/** Says where two texts begin to differ. */
function differs(found, expected) {
  if (found === expected) return undefined;
  let at = 0;
  while (at < found.length && found[at] === expected?.[at]) at += 1;
  const part = (text) => String(text).slice(Math.max(0, at - 40), at + 80);
  return `at ${at} found ${part(found)} expected ${part(expected)}`;
}

/** JSON text with members in the order of their names. */
function ordered(value) {
  const sorted = (_, member) => {
    if (typeof member !== 'object' || member === null || Array.isArray(member)) return member;
    return Object.fromEntries(Object.entries(member).sort(([one], [two]) => (one < two ? -1 : 1)));
  };
  return JSON.stringify(value, sorted) ?? 'null';
}

function bytes(base64) {
  return Uint8Array.from(atob(base64), (unit) => unit.charCodeAt(0));
}

function base64(bytes) {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}
