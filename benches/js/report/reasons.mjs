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
    /verdict \+ 4 fields/,
    'captured values are put together into one text in the module and cut out of it in JavaScript, about 2 us a call',
  ],
  [
    'node',
    /verdict$/,
    "what a call costs whatever the body: the host's hash 1 us, JavaScript 0.4 us, telling the event apart, a dozen allocations and the start of the walk 2.5 us; tried: calls out of the loops, the host's hash from 128 bytes on, a run that is kept for later questions",
  ],
  [
    'node',
    /walk alone/,
    'names, blanks and values each cost some bounds checks, which safe code keeps; tried: sixteen bytes at a time, no calls between the values of an object, a loop of its own for objects that only name their members',
  ],
  [
    'edge',
    /verdict/,
    "the fixed cost of a call, as in Node; the host's hash is slower to call here and left for bodies from 1.5 KB on",
  ],
  [
    'start',
    /first verdict|CPU/,
    "V8 compiles the module in its first tier when it is first called; a schema of one's own takes the second module, which has the compiler",
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
