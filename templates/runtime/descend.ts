import { guardAnswers, type GuardAnswers } from "./guard-answers.js";

type PlainGuard = (value: unknown) => boolean;

/**
 * Asks a guard about a part of a value, such as an item of a tree, where answering may come back to the same guard. Down to a bound
 * this is a plain call. Below it a part is taken for valid at first and noted; what was noted is then decided in the same way, from
 * a list on the heap, and the guard is asked again. So no nesting overflows the stack, and the work grows with the size of the value
 * alone. A value that holds itself is refused where a guard meets it again.
 */
export function descend(guard: PlainGuard, value: unknown): boolean {
  return typeof value === "object" && value !== null
    ? descendAlways(guard, value)
    : guard(value);
}

/** Asks in the same way where so many guards ask each other, without end or not, that even a scalar would overflow the stack. */
export function descendAlways(guard: PlainGuard, value: unknown): boolean {
  if (descent.depth === 0) return decide(guard, value);
  if (descent.depth >= stackBound || descent.calls >= descent.plainCalls)
    return consult(guard, value);
  descent.calls++;
  descent.depth++;
  const isValid = guard(value);
  descent.depth--;
  return isValid;
}

/** How deep guards call each other on the stack. */
const stackBound = 64;
/** After so many calls it is time to see whether parts are shared, since the ways to them may double at every level. */
const firstPlainCalls = 10_000;
/** The share of calls whose answers are remembered to see it. */
const sampledCalls = 1 / 64;

interface GuardCall {
  readonly guard: PlainGuard;
  readonly value: unknown;
  isOpen: boolean;
}

/** The decision that is under way: one at a time, since guards are synchronous. */
const descent: {
  /** How deep guards call each other at the moment, how often they have, and until when answers are not remembered. */
  depth: number;
  calls: number;
  plainCalls: number;
  /** Whether a guard was asked of a part again, so that answers are remembered from then on. */
  isShared: boolean;
  /** What an attempt took for true, what that led to, and how often it relied on either. */
  guesses: GuardAnswers | undefined;
  guessed: number;
  /** What must be known before the attempt's answer counts. */
  needs: GuardCall[];
} = {
  depth: 0,
  calls: 0,
  plainCalls: 0,
  isShared: false,
  guesses: undefined,
  guessed: 0,
  needs: [],
};

function decide(guard: PlainGuard, value: unknown): boolean {
  const known = recall(guardAnswers.known, guard, value);
  if (known !== undefined) return known;
  descent.calls = 0;
  descent.plainCalls = firstPlainCalls;
  descent.isShared = false;
  try {
    const isValid = attempt(guard, value);
    return descent.needs.length === 0 ? isValid : settle(guard, value);
  } finally {
    // Also where a getter has thrown.
    descent.depth = 0;
    if (descent.needs.length > 0) descent.needs = [];
    descent.guesses = undefined;
    if (!guardAnswers.isKept) guardAnswers.known = undefined;
  }
}

/** Decides a call by deciding first what it needs, and what that needs. */
function settle(guard: PlainGuard, value: unknown): boolean {
  const pending: GuardCall[] = [{ guard, value, isOpen: false }];
  let isValid = false;
  for (
    let call = pending[0];
    call !== undefined;
    call = pending[pending.length - 1]
  ) {
    if (
      !call.isOpen &&
      recall(guardAnswers.known, call.guard, call.value) !== undefined
    ) {
      pending.pop();
      continue;
    }
    call.isOpen = true;
    guardAnswers.known = remember(
      guardAnswers.known,
      call.guard,
      call.value,
      false,
    );
    isValid = attempt(call.guard, call.value);
    for (const need of descent.needs) pending.push(need);
    if (descent.needs.length > 0) continue;
    guardAnswers.known = remember(
      guardAnswers.known,
      call.guard,
      call.value,
      isValid,
    );
    pending.pop();
  }
  return isValid;
}

/** Asks the guard on the stack; the answer counts if nothing is needed. */
function attempt(guard: PlainGuard, value: unknown): boolean {
  if (descent.needs.length > 0) descent.needs = [];
  descent.guesses = undefined;
  descent.depth = 1;
  const isValid = guard(value);
  descent.depth = 0;
  return isValid;
}

/** An answer that is remembered, or will be. */
function consult(guard: PlainGuard, value: unknown): boolean {
  const isDeepest = descent.depth >= stackBound;
  const known = recall(guardAnswers.known, guard, value);
  const answer = known ?? recall(descent.guesses, guard, value);
  if (answer !== undefined) {
    if (known === undefined) descent.guessed++;
    if (!isDeepest) descent.isShared = true;
    return answer;
  }
  if (!isDeepest) return askAndRemember(guard, value);
  descent.needs.push({ guard, value, isOpen: false });
  descent.guesses = remember(descent.guesses, guard, value, true);
  descent.guessed++;
  return true;
}

/** An answer that relies on a guess is one. */
function askAndRemember(guard: PlainGuard, value: unknown): boolean {
  const { guessed } = descent;
  descent.calls++;
  descent.depth++;
  const isValid = guard(value);
  descent.depth--;
  if (descent.guessed > guessed)
    descent.guesses = remember(descent.guesses, guard, value, isValid);
  else guardAnswers.known = remember(guardAnswers.known, guard, value, isValid);
  const isSampled = descent.calls > descent.plainCalls * (1 + sampledCalls);
  if (isSampled && !descent.isShared) descent.plainCalls = descent.calls * 2;
  return isValid;
}

function recall(
  from: GuardAnswers | undefined,
  guard: PlainGuard,
  value: unknown,
): boolean | undefined {
  return from?.get(guard)?.get(value);
}

function remember(
  known: GuardAnswers = new Map(),
  guard: PlainGuard,
  value: unknown,
  isValid: boolean,
): GuardAnswers {
  const ofGuard = known.get(guard) ?? new Map<unknown, boolean>();
  known.set(guard, ofGuard.set(value, isValid));
  return known;
}
