// Why a target is missed, and what was tried: by run, and by what the target is about. Written by hand, shown where it applies.

const REASONS = [
  [
    'start',
    /verifiers, dropped: growth of the module's memory/,
    "the engine does not see the module's memory, and collects when its own heap asks for it; growth ends there, and `release()` or `using` frees at once",
  ],
  [
    'native',
    /by two threads/,
    'other programs ran on both CPUs; threads share no lock, as the CPU time per byte shows',
  ],
  [
    'node',
    /verdict \+ event/,
    '`JSON.parse` builds the event, as it does for everybody else, and comes on top of the walk',
  ],
];

/** The reasons for a target of a run. */
export function reasonFor(run, { what }) {
  const found = REASONS.filter(([name, about]) => name === run && about.test(what));
  return found.map(([, , reason]) => reason).join('; ');
}
