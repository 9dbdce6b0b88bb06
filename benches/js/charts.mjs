// The charts of a run as SVG, drawn without a library.

const WIDTH = 760;
const HEIGHT = 420;
const LEFT = 70;
const TOP = 20;
const RIGHT = 240;
const BOTTOM = 50;
const COLOURS = ['#0b6', '#36c', '#c33', '#a3a', '#c80', '#088', '#666', '#a52', '#59c', '#7a0'];
const SIZES = ['0.5k', '2k', '16k', '256k', '1m'];

/** Time over the size of the body, both logarithmic. */
export function timeChart(results, median) {
  const names = Object.keys(results['2k'].times).filter((name) => !name.startsWith('walk'));
  const points = names.map((name) =>
    SIZES.map((size) => [results[size].bytes, median(results[size].times[name]) / 1000]),
  );
  const all = points.flat();
  const [x, xs] = scale(
    all.map(([bytes]) => bytes),
    LEFT,
    WIDTH - RIGHT,
  );
  const [y, ys] = scale(
    all.map(([, time]) => time),
    HEIGHT - BOTTOM,
    TOP,
  );
  const lines = points.map((line, place) => {
    const colour = COLOURS[place % COLOURS.length];
    const path = line
      .map(([bytes, time], at) => `${at ? 'L' : 'M'}${x(bytes).toFixed(1)} ${y(time).toFixed(1)}`)
      .join('');
    const width = names[place].startsWith('hookproof') ? 3 : 1.5;
    return `<path d="${path}" fill="none" stroke="${colour}" stroke-width="${width}"/>${legend(names[place], place, colour)}`;
  });
  const grid = [
    ...xs.map((bytes) =>
      mark(x(bytes), HEIGHT - BOTTOM + 16, 'middle', bytesOf(bytes), x(bytes), TOP, x(bytes), HEIGHT - BOTTOM),
    ),
    ...ys.map((time) => mark(LEFT - 6, y(time) + 4, 'end', `${time} us`, LEFT, y(time), WIDTH - RIGHT, y(time))),
  ];
  return svg('CPU time per delivery over the size of the body', [...grid, ...lines]);
}

/** How many times longer each contender takes than hookproof's verdict, for two sizes. */
export function ratioChart(results, ratio) {
  const names = Object.keys(results['2k'].times).filter((name) => !/^(walk|hookproof verdict$)/.test(name));
  const values = names.map((name) =>
    ['2k', '16k'].map((size) => ratio(results[size].times[name], results[size].times['hookproof verdict']).median),
  );
  const [x, xs] = scale([1, ...values.flat()], RIGHT, WIDTH - 60);
  const step = (HEIGHT - TOP - BOTTOM) / names.length;
  const bars = names.map((name, place) => {
    const top = TOP + place * step;
    const bar = (value, row, colour) => {
      const end = Math.max(x(value), RIGHT + 1);
      const at = top + row * (step / 2 - 1);
      return `<rect x="${RIGHT}" y="${at}" width="${end - RIGHT}" height="${step / 2 - 3}" fill="${colour}"/><text x="${end + 4}" y="${at + step / 2 - 5}">${value.toFixed(1)}</text>`;
    };
    const text = `<text x="${RIGHT - 8}" y="${top + step / 2 + 3}" text-anchor="end">${escaped(name)}</text>`;
    return text + bar(values[place][0], 0, COLOURS[1]) + bar(values[place][1], 1, COLOURS[0]);
  });
  const grid = xs.map((value) =>
    mark(x(value), HEIGHT - BOTTOM + 16, 'middle', `${value}x`, x(value), TOP, x(value), HEIGHT - BOTTOM),
  );
  const title = 'Times as long as the verdict of hookproof: 2 KB (blue) and 16 KB (green)';
  return svg(title, [...grid, ...bars]);
}

/** A logarithmic scale over whole powers of ten, and its marks. */
function scale(values, from, to) {
  const low = Math.floor(Math.log10(Math.min(...values)));
  const high = Math.max(low + 1, Math.ceil(Math.log10(Math.max(...values))));
  const place = (value) => from + ((Math.log10(value) - low) / (high - low)) * (to - from);
  return [place, Array.from({ length: high - low + 1 }, (_, step) => 10 ** (low + step))];
}

function mark(x, y, anchor, text, x1, y1, x2, y2) {
  return `<line x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}" stroke="#ddd"/><text x="${x}" y="${y}" text-anchor="${anchor}">${text}</text>`;
}

function legend(name, place, colour) {
  const y = TOP + 14 + place * 20;
  return `<rect x="${WIDTH - RIGHT + 12}" y="${y - 9}" width="12" height="4" fill="${colour}"/><text x="${WIDTH - RIGHT + 30}" y="${y - 3}">${escaped(name)}</text>`;
}

function svg(title, parts) {
  const head = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="11">`;
  const foot = `<text x="${WIDTH / 2}" y="${HEIGHT - 12}" text-anchor="middle" font-size="13">${escaped(title)}</text>`;
  return `${head}<rect width="100%" height="100%" fill="#fff"/>${parts.join('')}${foot}</svg>\n`;
}

function bytesOf(bytes) {
  return bytes >= 1_000_000 ? `${bytes / 1_000_000} MB` : bytes >= 1000 ? `${bytes / 1000} KB` : `${bytes} B`;
}

function escaped(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
