// Measures contenders on a machine that does other things too: in rounds, shuffled, by CPU time; only ratios count.

const WARM_MS = 150;
const BATCH_MS = 6;

/** Per contender the nanoseconds of CPU per call in each round. */
export async function rounds(contenders, count, random) {
  const batches = {};
  for (const [name, call] of Object.entries(contenders)) batches[name] = await warm(call);
  const times = Object.fromEntries(Object.keys(contenders).map((name) => [name, []]));
  for (let round = 0; round < count; round += 1) {
    for (const name of shuffled(Object.keys(contenders), random)) {
      times[name].push(await batch(contenders[name], batches[name]));
    }
  }
  return times;
}

/** How many calls take a batch's time. */
async function warm(call) {
  let calls = 0;
  const start = process.hrtime.bigint();
  while (Number(process.hrtime.bigint() - start) < WARM_MS * 1e6) {
    const answer = call();
    if (answer instanceof Promise) await answer;
    calls += 1;
  }
  return Math.max(1, Math.round((calls * BATCH_MS) / WARM_MS));
}

async function batch(call, calls) {
  const before = process.cpuUsage();
  for (let left = calls; left > 0; left -= 1) {
    const answer = call();
    if (answer instanceof Promise) await answer;
  }
  const { user, system } = process.cpuUsage(before);
  return ((user + system) * 1000) / calls;
}

function shuffled(items, random) {
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
