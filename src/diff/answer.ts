/** Undefined: only what generated code calls can tell, as of a format. */
export type Answer = boolean | undefined;

/** Whether all are true; undefined where that depends on what is undefined. */
export function every(answers: Iterable<Answer>): Answer {
  let all: Answer = true;
  for (const answer of answers) {
    if (answer === false) return false;
    if (answer === undefined) all = undefined;
  }
  return all;
}

export function negate(answer: Answer): Answer {
  return answer === undefined ? undefined : !answer;
}
