// What runs over many bodies have in common: from rounds of measurements to figures and targets.

import { median, ratio } from './rounds.mjs';

/** The figures of a body: how long each contender takes, and how many times as long as the verdict of hookproof. */
export function summary(bytes, times, verdict) {
  const each = (make) => Object.fromEntries(Object.entries(times).map(([who, list]) => [who, make(list)]));
  return {
    bytes,
    nanoseconds: each((list) => Math.round(median(list))),
    ratios: each((list) => rounded(ratio(list, times[verdict]).median)),
  };
}

/** Prints a body's figures as they come. */
export function print(name, bytes, times, base) {
  console.log(`\n${name}, ${bytes} bytes (us per call; ${base} / x, middle half of the rounds)`);
  for (const [who, list] of Object.entries(times)) {
    const { median: middle, low, high } = ratio(times[base], list);
    const time = (median(list) / 1000).toFixed(2).padStart(12);
    console.log(`  ${who.padEnd(44)}${time}  ${middle.toFixed(2)} (${low.toFixed(2)} to ${high.toFixed(2)})`);
  }
}

/** Targets of the form "so many times as fast as". The lower of mixed and pure ASCII bodies counts. */
export function multiples(table, measured) {
  return table.flatMap(([what, than, sizes]) =>
    Object.entries(sizes).map(([body, least]) => {
      const found = [body, `${body}-ascii`].map((name) =>
        ratio(measured[name].times[than], measured[name].times[what]),
      );
      const { median: value, low, high } = found[0].median <= found[1].median ? found[0] : found[1];
      return { what, than, body, least, unit: 'x', value: rounded(value), low: rounded(low), high: rounded(high) };
    }),
  );
}

export function rounded(value) {
  return Number(value.toPrecision(4));
}

/** The median of some values, and the middle half of them. */
export function spread(values) {
  const ones = values.map(() => 1);
  const { median: value, low, high } = ratio(values, ones);
  return { value: rounded(value), low: rounded(low), high: rounded(high) };
}
