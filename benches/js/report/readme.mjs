// The figures that the README quotes, between two marks.

import { figure, met, table } from './targets.mjs';

export const README = 'README.md';
const PLACE = /(<!-- performance: .*? -->\n\n)[\s\S]*?(\n\n<!-- end -->)/;

/** The README with the text that these figures make. */
export function withParagraph(readme, all) {
  if (!PLACE.test(readme)) throw new Error(`${README} has no place for the figures`);
  return readme.replace(PLACE, (_, start, end) => start + text(all) + end);
}

function text(all) {
  const parts = Object.entries(PARTS).filter(([name]) => name in all);
  const targets = Object.values(all).flatMap((run) => run.targets ?? []);
  const count = `${targets.filter(met).length} of ${targets.length} targets are met`;
  const last = `${count}; those that are not stand in [docs/bench](docs/bench/README.md) with what was measured.\n${where(all)}`;
  return [...parts.map(([name, part]) => part(all[name])), last].join('\n\n');
}

/** The machine and the dates of all runs, each once. */
function where(all) {
  const made = Object.values(all).map((run) => run.made);
  const each = (name, words = '') =>
    [...new Set(made.map((one) => one[name]).filter(Boolean))].map((one) => words + one);
  const hosts = [...each('node', 'Node '), ...each('workerd', 'workerd '), ...each('rustc')];
  return `Measured on ${[...each('date'), ...each('cpu'), ...hosts].join(', ')}.`;
}

/** What is quoted of each run. */
const PARTS = {
  node(run) {
    const sizes = { '0.5k': '0.5 KB', '2k': '2 KB', '16k': '16 KB', '256k': '256 KB' };
    const own = Object.keys(sizes).map((body) => `${figure(run.results[body].nanoseconds[run.verdict] / 1000)} us`);
    const rows = QUOTED.map((who) => [who, ...Object.keys(sizes).map((body) => times(run, who, body))]);
    return `CPU time of a verdict - signature, strict JSON and schema - and how many times as long others take:

${table(['', ...Object.values(sizes)], [[`**${run.verdict}**`, ...own], ...rows], true)}`;
  },
  edge(run) {
    const [small, large] = ['2k', '16k'].map((body) => times(run, 'WebCrypto + JSON.parse + cfworker', body));
    return `In a Worker, where nothing may be compiled at run time, WebCrypto with \`JSON.parse\` and cfworker takes ${small} as long for
2 KB and ${large} as long for 16 KB.`;
  },
  start({ first, life }) {
    const [own, builtIn] = ['hookproof', 'hookproof, built-in schema'].map((who) => figure(first[who].cpu.value));
    const ajv = figure(first['createHmac + JSON.parse + ajv'].cpu.value);
    const grown = life.growth[0];
    return `From an empty process to the first verdict it takes ${own} ms of CPU with a schema of one's own, ${builtIn} ms with a built-in one, against
${ajv} ms with \`createHmac\` and ajv, and ${figure(first.hookproof.rss.value)} MB of memory; ${grown.what} add ${grown.pages} pages of memory and
${figure(Math.max(0, grown.heap))} MB of heap.`;
  },
  throughput({ results }) {
    const [own, byHand] = ['hookproof (examples/node)', 'createHmac + JSON.parse + ajv'].map(
      (who) => results['2k'][who],
    );
    const count = ({ perSecond }) => Math.round(perSecond.value).toLocaleString('en');
    return `A whole receiver on loopback, with 2 KB: ${count(own)} requests per second (p99 ${figure(own.p99.value)} ms, ${figure(own.cpu.value)} us of CPU
each), the same with \`createHmac\`, \`JSON.parse\` and ajv ${count(byHand)} (${figure(byHand.p99.value)} ms, ${figure(byHand.cpu.value)} us).`;
  },
  native({ results }) {
    const [own, crates] = ['verdict', 'hmac + serde_json + jsonschema'].map((what) =>
      figure(results[what]['2k'].nanoseconds / 1000),
    );
    return `In Rust a verdict of 2 KB takes ${own} us of CPU, the crates \`hmac\`, \`serde_json\` and \`jsonschema\` ${crates} us.`;
  },
};

const QUOTED = [
  'createHmac + JSON.parse + ajv',
  'createHmac + jsonschema in wasm (Rust)',
  'WebCrypto + JSON.parse + cfworker',
  'svix (no schema)',
  'standardwebhooks (no schema)',
  'stripe (no schema)',
];

/** The lower of mixed and pure ASCII counts, here as in the targets. */
function times(run, who, body) {
  return `${figure(Math.min(...[body, `${body}-ascii`].map((name) => run.results[name].ratios[who])))}x`;
}
