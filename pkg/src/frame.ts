// Writes a request's lines into the module's memory, in the form that `verify` reads.

/** What a frame holds: a kind (place of the header, or one of the special kinds), its value, the next kind, ... */
export type Lines = (number | string)[];

const encoder = new TextEncoder();

/** Kinds from here on are text, the others are headers. */
const TEXT = 254;
/** Texts up to this length are copied faster by hand than through the encoder. */
const SHORT = 32;

/** An upper bound for the frame of these lines, in bytes. */
export function frameBound(lines: Lines): number {
  let bound = 0;
  for (let at = 1; at < lines.length; at += 2) bound += 5 + 3 * (lines[at] as string).length;
  return bound;
}

/** Writes the frame at `start` and gives its end. */
export function writeFrame(bytes: Uint8Array, start: number, lines: Lines): number {
  let at = start;
  for (let place = 0; place < lines.length; place += 2) {
    const value = lines[place + 1] as string;
    const kind = lines[place] as number;
    const length = writeValue(bytes, at + 5, value, kind);
    bytes[at] = kind;
    bytes[at + 1] = length;
    bytes[at + 2] = length >>> 8;
    bytes[at + 3] = length >>> 16;
    bytes[at + 4] = length >>> 24;
    at += 5 + length;
  }
  return at;
}

function writeValue(bytes: Uint8Array, start: number, value: string, kind: number): number {
  if (value.length > SHORT) {
    const { written } = encoder.encodeInto(value, bytes.subarray(start));
    // One byte a unit: ASCII, in which all ways of writing agree.
    if (written === value.length) return written;
  }
  // Hosts hand out the bytes of a header as characters U+0000 to U+00FF, so these are the bytes that were received.
  const length = writeUnits(bytes, start, value, kind >= TEXT ? 0x7f : 0xff);
  return length < 0 ? encoder.encodeInto(value, bytes.subarray(start)).written : length;
}

/** Writes a text as UTF-8 and gives its length in bytes, or -1 when it does not fit before `end`. */
export function writeText(bytes: Uint8Array, start: number, end: number, text: string): number {
  if (text.length <= SHORT) {
    const length = writeUnits(bytes, start, text, 0x7f);
    if (length >= 0) return length;
  }
  const { read, written } = encoder.encodeInto(text, bytes.subarray(start, end));
  return read === text.length ? written : -1;
}

/** Writes each UTF-16 unit as a byte; -1 when one is above `most`. */
function writeUnits(bytes: Uint8Array, start: number, text: string, most: number): number {
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit > most) return -1;
    bytes[start + at] = unit;
  }
  return text.length;
}
