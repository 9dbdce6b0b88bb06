// Answers that come too late: of questions that follow one another only the newest one's answer is shown.

/** Numbers the questions of one place. Each begins with a call, whose result tells whether none has followed it. */
export function questions(): () => () => boolean {
  let asked = 0;
  return () => {
    asked += 1;
    const mine = asked;
    return () => mine === asked;
  };
}
