// The charts of a run as SVG, drawn without a library.

const WIDTH = 800;
const LEFT = 70;
const TOP = 24;
const LEGEND = 270;
const BOTTOM = 54;
const STRONG = 'hookproof';
const COLOURS = '#0b6 #36c #c33 #a3a #c80 #088 #666 #a52 #59c #7a0 #e6a #449 #b90 #2aa #933 #999 #63c #393'.split(' ');

/** Lines over the size of the body, both axes logarithmic. `lines` maps a name to pairs of bytes and microseconds. */
export function lineChart(title, lines) {
  const height = Math.max(420, TOP + BOTTOM + 20 * Object.keys(lines).length);
  const [bottom, right] = [height - BOTTOM, WIDTH - LEGEND];
  const points = Object.values(lines).flat();
  const [x, xs] = logarithmic(
    points.map(([bytes]) => bytes),
    LEFT,
    right,
  );
  const [y, ys] = logarithmic(
    points.map(([, time]) => time),
    bottom,
    TOP,
  );
  const drawn = Object.entries(lines).map(([name, line], place) => {
    const colour = COLOURS[place % COLOURS.length];
    const path = line
      .map(([bytes, time], at) => `${at ? 'L' : 'M'}${x(bytes).toFixed(1)} ${y(time).toFixed(1)}`)
      .join('');
    const width = name.startsWith(STRONG) ? 3 : 1.5;
    const mark = TOP + 14 + place * 20;
    const legend = `<rect x="${right + 12}" y="${mark - 9}" width="12" height="4" fill="${colour}"/><text x="${right + 30}" y="${mark - 3}">${escaped(name)}</text>`;
    return `<path d="${path}" fill="none" stroke="${colour}" stroke-width="${width}"/>${legend}`;
  });
  const grid = [
    ...xs.map((bytes) => rule(x(bytes), bottom + 16, 'middle', bytesOf(bytes), [x(bytes), TOP, x(bytes), bottom])),
    ...ys.map((time) => rule(LEFT - 6, y(time) + 4, 'end', `${time} us`, [LEFT, y(time), right, y(time)])),
  ];
  return svg(title, height, [...grid, ...drawn]);
}

/** Bars from 1, on a logarithmic axis. `rows` maps a name to the values of `series`, in their order. */
export function barChart(title, series, rows) {
  const step = 12 * series.length + 6;
  const count = Object.keys(rows).length;
  const height = TOP + BOTTOM + 24 + step * count;
  const bottom = TOP + step * count;
  const [x, xs] = logarithmic([1, ...Object.values(rows).flat()], LEGEND, WIDTH - 50);
  const bars = Object.entries(rows).map(([name, values], place) => {
    const top = TOP + place * step;
    const drawn = values.map((value, row) => {
      const at = top + 12 * row;
      const [from, to] = [x(1), x(value)].sort((left, right) => left - right);
      const bar = `<rect x="${from.toFixed(1)}" y="${at}" width="${Math.max(1, to - from).toFixed(1)}" height="10" fill="${COLOURS[row]}"/>`;
      return `${bar}<text x="${(to + 4).toFixed(1)}" y="${at + 9}">${value.toFixed(1)}</text>`;
    });
    return `<text x="${LEGEND - 8}" y="${top + step / 2}" text-anchor="end">${escaped(name)}</text>${drawn.join('')}`;
  });
  const grid = xs.map((value) => rule(x(value), bottom + 14, 'middle', `${value}x`, [x(value), TOP, x(value), bottom]));
  const legend = series.map((name, place) => {
    const at = LEGEND + place * 110;
    const y = bottom + 34;
    return `<rect x="${at}" y="${y - 8}" width="12" height="8" fill="${COLOURS[place]}"/><text x="${at + 18}" y="${y}">${escaped(name)}</text>`;
  });
  return svg(title, height, [...grid, ...bars, ...legend]);
}

/** A logarithmic scale over whole powers of ten, and its marks. */
function logarithmic(values, from, to) {
  const low = Math.floor(Math.log10(Math.min(...values)));
  const high = Math.max(low + 1, Math.ceil(Math.log10(Math.max(...values))));
  const place = (value) => from + ((Math.log10(value) - low) / (high - low)) * (to - from);
  return [place, Array.from({ length: high - low + 1 }, (_, step) => Number(`1e${low + step}`))];
}

function rule(x, y, anchor, text, [x1, y1, x2, y2]) {
  const line = [x1, y1, x2, y2].map((value) => value.toFixed(1));
  return `<line x1="${line[0]}" y1="${line[1]}" x2="${line[2]}" y2="${line[3]}" stroke="#ddd"/><text x="${x.toFixed(1)}" y="${y.toFixed(1)}" text-anchor="${anchor}">${text}</text>`;
}

function svg(title, height, parts) {
  const head = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" font-family="sans-serif" font-size="11">`;
  const foot = `<text x="${WIDTH / 2}" y="${height - 10}" text-anchor="middle" font-size="13">${escaped(title)}</text>`;
  return `${head}<rect width="100%" height="100%" fill="#fff"/>${parts.join('')}${foot}</svg>\n`;
}

function bytesOf(bytes) {
  if (bytes >= 1_000_000) return `${bytes / 1_000_000} MB`;
  return bytes >= 1000 ? `${bytes / 1000} KB` : `${bytes} B`;
}

function escaped(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
