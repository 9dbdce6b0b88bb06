// Measures contenders on a machine that does other things too: in rounds, shuffled, by CPU time; only ratios count.

const TIMING = { warmMs: 150, batchMs: 6 };

/** Per contender the nanoseconds of CPU per call in each round, of calls in this process. */
export function rounds(contenders, count, random) {
  const batches = Object.entries(contenders).map(([name, call]) => [name, (calls) => batch(call, calls)]);
  return measuredRounds(Object.fromEntries(batches), count, random);
}

/** The same of contenders that make a number of calls wherever they do, and give the nanoseconds that those took. */
export async function measuredRounds(contenders, count, random, timing = TIMING) {
  const calls = {};
  for (const [name, run] of Object.entries(contenders)) calls[name] = await warm(run, timing);
  const times = Object.fromEntries(Object.keys(contenders).map((name) => [name, []]));
  for (let round = 0; round < count; round += 1) {
    for (const name of shuffled(Object.keys(contenders), random)) {
      times[name].push((await contenders[name](calls[name])) / calls[name]);
    }
  }
  return times;
}

/** How many calls take a batch's time. */
async function warm(run, { warmMs, batchMs }) {
  const start = performance.now();
  let [calls, last] = [1, 0];
  while (performance.now() - start < warmMs) {
    const before = performance.now();
    await run(calls);
    last = (performance.now() - before) / calls;
    calls = Math.max(1, Math.min(4 * calls, Math.round(batchMs / last)));
  }
  return calls;
}

/** Nanoseconds of CPU that so many calls take. */
async function batch(call, calls) {
  const before = process.cpuUsage();
  for (let left = calls; left > 0; left -= 1) {
    const answer = call();
    if (answer instanceof Promise) await answer;
  }
  const { user, system } = process.cpuUsage(before);
  return (user + system) * 1000;
}

export function shuffled(items, random) {
  const mixed = [...items];
  for (let place = mixed.length - 1; place > 0; place -= 1) {
    const other = Math.floor(random() * (place + 1));
    [mixed[place], mixed[other]] = [mixed[other], mixed[place]];
  }
  return mixed;
}

/** How many times longer `slow` takes than `fast`: the median of the rounds' ratios, and the middle half of them. */
export function ratio(slow, fast) {
  const ratios = slow.map((time, round) => time / Math.max(1, fast[round])).sort((left, right) => left - right);
  const at = (share) => ratios[Math.min(ratios.length - 1, Math.floor(ratios.length * share))];
  return { median: at(0.5), low: at(0.25), high: at(0.75) };
}

export function median(times) {
  return [...times].sort((left, right) => left - right)[Math.floor(times.length / 2)];
}

/** A generator that gives the same row each time. */
export function seeded(seed) {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
