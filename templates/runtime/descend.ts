import { guardAnswers, type GuardAnswers } from "./guard-answers.js";

type PlainGuard = (value: unknown) => boolean;

/**
 * Asks a guard about a part of a value, such as an item of a tree, where answering may come back to the same guard. Down to a bound
 * this is a plain call. Below it a part is taken for valid at first and noted; what was noted is then decided in the same way, from
 * a list on the heap, and the guard is asked again. So no nesting overflows the stack, and the work grows with the size of the value
 * alone. A value that holds itself is refused where a guard meets it again.
 */
export function descend(guard: PlainGuard, value: unknown): boolean {
  if (typeof value !== "object" || value === null) return guard(value);
  if (depth === 0) return decide(guard, value);
  if (depth >= stackBound || calls >= plainCallBudget) return consult(guard, value);
  calls++;
  depth++;
  const isValid = guard(value);
  depth--;
  return isValid;
}

/** How deep guards call each other on the stack. */
const stackBound = 64;
/** After so many calls answers are remembered: where parts are shared, the ways that lead to them may double at every level. */
const plainCallBudget = 10_000;

// The state of the one decision that is under way: guards are synchronous.
let depth = 0;
let calls = 0;
/** What one attempt takes for true, and how often it relied on that. */
let guesses: GuardAnswers | undefined;
let guessed = 0;
/** What an attempt has to know before its answer counts. */
let needs: GuardCall[] = [];

interface GuardCall {
  readonly guard: PlainGuard;
  readonly value: object;
  isOpen: boolean;
}

function decide(guard: PlainGuard, value: object): boolean {
  const known = recall(guardAnswers.known, guard, value);
  if (known !== undefined) return known;
  calls = 0;
  try {
    const isValid = attempt(guard, value);
    return needs.length === 0 ? isValid : settle(guard, value);
  } finally {
    // Also where a getter has thrown.
    depth = 0;
    if (needs.length > 0) needs = [];
    guesses = undefined;
    if (!guardAnswers.isKept) guardAnswers.known = undefined;
  }
}

/** Decides a call by deciding first what it needs, and what that needs. */
function settle(guard: PlainGuard, value: object): boolean {
  const pending: GuardCall[] = [{ guard, value, isOpen: false }];
  let isValid = false;
  for (let call = pending[0]; call !== undefined; call = pending[pending.length - 1]) {
    if (!call.isOpen && recall(guardAnswers.known, call.guard, call.value) !== undefined) {
      pending.pop();
      continue;
    }
    call.isOpen = true;
    guardAnswers.known = remember(guardAnswers.known, call.guard, call.value, false);
    isValid = attempt(call.guard, call.value);
    for (const need of needs) pending.push(need);
    if (needs.length > 0) continue;
    guardAnswers.known = remember(guardAnswers.known, call.guard, call.value, isValid);
    pending.pop();
  }
  return isValid;
}

/** Asks the guard on the stack; the answer counts if nothing is needed. */
function attempt(guard: PlainGuard, value: object): boolean {
  if (needs.length > 0) needs = [];
  guesses = undefined;
  depth = 1;
  const isValid = guard(value);
  depth = 0;
  return isValid;
}

/** An answer that is remembered, or will be. */
function consult(guard: PlainGuard, value: object): boolean {
  const known = recall(guardAnswers.known, guard, value);
  if (known !== undefined) return known;
  const guess = recall(guesses, guard, value);
  if (guess !== undefined) {
    guessed++;
    return guess;
  }
  if (depth >= stackBound) {
    needs.push({ guard, value, isOpen: false });
    guesses = remember(guesses, guard, value, true);
    guessed++;
    return true;
  }
  // Until it is answered, it fails if it is met again.
  guesses = remember(guesses, guard, value, false);
  const before = guessed;
  depth++;
  const isValid = guard(value);
  depth--;
  if (guessed === before) guardAnswers.known = remember(guardAnswers.known, guard, value, isValid);
  else guesses = remember(guesses, guard, value, isValid);
  return isValid;
}

function recall(from: GuardAnswers | undefined, guard: PlainGuard, value: object): boolean | undefined {
  return from?.get(guard)?.get(value);
}

function remember(
  known: GuardAnswers = new Map(),
  guard: PlainGuard,
  value: object,
  isValid: boolean,
): GuardAnswers {
  const ofGuard = known.get(guard) ?? new Map<object, boolean>();
  known.set(guard, ofGuard.set(value, isValid));
  return known;
}
