/** What guards of types that may hold themselves have answered about objects. */
export type GuardAnswers = Map<
  (value: unknown) => boolean,
  Map<unknown, boolean>
>;

/** What is known while one decision is under way, or, where it is kept, while one validation is. */
export const guardAnswers: {
  known: GuardAnswers | undefined;
  isKept: boolean;
} = {
  known: undefined,
  isKept: false,
};

/** Keeps what guards answer until `run` returns, which asks them about a value and then again about its parts. */
export function keepAnswers(run: () => void): void {
  if (guardAnswers.isKept) return run();
  guardAnswers.isKept = true;
  try {
    run();
  } finally {
    guardAnswers.isKept = false;
    guardAnswers.known = undefined;
  }
}
