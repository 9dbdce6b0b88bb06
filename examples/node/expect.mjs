// Compares a verdict with the one that a delivery has to get.

/** Every way in which the answer differs from what is expected, in words; none when it is right. */
export function check(expect, status, report, body) {
  const faults = [];
  const same = (what, found, wanted) => {
    if (found !== wanted) faults.push(`${what} is ${shown(found)}, expected ${shown(wanted)}`);
  };

  same('the status', status, expect.status);
  same('the code', report?.code, expect.code);
  if (report === null || expect.code === undefined) return faults;

  if (expect.scheme !== undefined) same('the scheme', report.scheme, expect.scheme);
  if (expect.secretId !== undefined) same('the secret', report.secretId, expect.secretId);
  if (expect.event !== undefined) {
    // Examples are called after their event, with a word added where an event has several forms.
    const type = report.event?.type;
    if (expect.event !== type && !expect.event.startsWith(`${type}.`)) same('the event', type, expect.event);
  }
  if (expect.drift !== undefined) {
    for (const [list, pointers] of Object.entries(expect.drift)) {
      same(`drift.${list}`, report.drift?.[list].join(' '), pointers.join(' '));
    }
  }
  if (expect.value !== undefined) same(expect.value.pointer, report.get(expect.value.pointer), expect.value.is);
  if (expect.problem !== undefined) checkProblem(expect.problem, report, body, faults, same);
  return faults;
}

function checkProblem({ code, pointer, mark }, report, body, faults, same) {
  const problem = report.problems.find((problem) => problem.code === code);
  if (problem === undefined) {
    faults.push(`no problem has the code ${code}`);
    return;
  }
  if (pointer !== undefined) same('the pointer', problem.pointer, pointer);
  if (mark !== undefined) {
    const { line, column } = placeOf(mark, String(body));
    same('the place', `${problem.line}:${problem.column}`, `${line}:${column}`);
  }
}

/** Line and column of a text in the body, both counted from 1, the column in characters. */
function placeOf(mark, body) {
  const before = body.slice(0, body.indexOf(mark)).split('\n');
  return { line: before.length, column: [...before.at(-1)].length + 1 };
}

function shown(value) {
  return value === undefined ? 'none' : String(value);
}
