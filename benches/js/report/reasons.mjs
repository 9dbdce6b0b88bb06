// Why a target is missed, and what was tried: by run, and by what the target is about. Written by hand, shown where it applies.

const REASONS = [
  [
    'start',
    /verifiers, dropped: growth of the module's memory/,
    "the engine does not see the module's memory, and collects when its own heap asks for it; growth ends there, and `release()` or `using` frees at once",
  ],
  [
    'start',
    /memory over an empty Node/,
    "with a schema of one's own: the module that has the compiler, 1.2 MB, lies in memory as it is and as what V8 makes of it; tried: no `node:crypto` and no `fs/promises` before they pay (19 MB before)",
  ],
  [
    'native',
    /by two threads/,
    'other programs ran on both CPUs; threads share no lock, as the CPU time per byte shows',
  ],
  [
    'node',
    /verdict \+ 4 fields/,
    'each member on the way is compared with the names that are looked for, and what is found crosses as one text, about 1.5 us a call; tried: no log without int64, names compared by their lengths first, bytes read in place',
  ],
  [
    'node',
    /verdict$/,
    "what a call costs whatever the body: the host's hash 1 us, JavaScript 0.4 us, telling the event apart, a dozen allocations and the start of the walk 2.5 us; tried: calls out of the loops, the host's hash from 128 bytes on, a run that is kept for later questions, ends of values noted for `if`, signatures compared by words, another allocator (2.5 %)",
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
    "V8 validates the module and compiles some 300 functions as each is first called; a schema of one's own takes the module that has the compiler; tried: `node:crypto` only after a megabyte, `node:fs` not imported, keywords in functions of their own, half as many functions",
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
