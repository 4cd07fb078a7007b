import { appendPointer } from "../pointer.js";
import type { Pointer } from "../pointer.js";

/** A place in a value that JSON cannot hold; `reason` is the start of a sentence. */
export interface NonJson {
  readonly pointer: Pointer;
  readonly reason: string;
}

/** A container that is being walked; `size` counts the values in it, shared ones at each use. */
interface Visit {
  readonly container: object | undefined;
  readonly members: Iterator<readonly [Pointer, unknown]>;
  size: number;
}

/** What shared values may add up to: every later walk over the document meets each use of them again. */
const mostValues = 1_000_000;

/**
 * Everything in `value` that keeps it from being JSON: numbers that are not finite, what is no plain object or array,
 * cycles, and sharing that multiplies without measure. Takes time by what the value holds, not by what it expands to.
 */
export function findNonJson(value: unknown): NonJson[] {
  const found: NonJson[] = [];
  const sizes = new Map<object, number>();
  const open = new Set<object>();
  const outermost: Visit = { container: undefined, members: [["", value] as const].values(), size: 0 };
  const visits = [outermost];
  let met = 0;
  for (let visit = visits.at(-1); visit; visit = visits.at(-1)) {
    const next = visit.members.next();
    if (next.done) {
      leave(visit, visits, sizes, open);
      continue;
    }
    const [pointer, child] = next.value;
    met++;
    const reason = reasonAgainst(child, open);
    if (reason !== undefined) found.push({ pointer, reason });
    const enters = reason === undefined && isContainer(child) && !sizes.has(child);
    visit.size += isContainer(child) ? (sizes.get(child) ?? 1) : 1;
    if (!enters) continue;
    open.add(child);
    visits.push({ container: child, members: membersOf(child, pointer), size: 0 });
  }
  const multiplies = outermost.size > mostValues && outermost.size > met;
  return multiplies
    ? [...found, { pointer: "", reason: `This expands to more than ${mostValues} values` }]
    : found;
}

function leave(
  { container, size }: Visit,
  visits: Visit[],
  sizes: Map<object, number>,
  open: Set<object>,
): void {
  visits.pop();
  if (container === undefined) return;
  open.delete(container);
  sizes.set(container, size + 1);
  const parent = visits.at(-1);
  if (parent) parent.size += size;
}

function reasonAgainst(value: unknown, open: ReadonlySet<object>): string | undefined {
  if (isContainer(value)) {
    if (open.has(value)) return "This value contains itself";
    return isPlain(value) ? undefined : `This is ${Object.prototype.toString.call(value)}`;
  }
  if (typeof value === "number") return Number.isFinite(value) ? undefined : `This is ${value}`;
  const isJson = value === null || typeof value === "string" || typeof value === "boolean";
  return isJson ? undefined : `This is ${typeof value === "undefined" ? "undefined" : `a ${typeof value}`}`;
}

function isContainer(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

/** An object of another realm is as good as one of ours: its prototype, too, is the end of the chain. */
function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return Array.isArray(value) || prototype === null || Object.getPrototypeOf(prototype) === null;
}

function* membersOf(container: object, pointer: Pointer): Generator<readonly [Pointer, unknown]> {
  const entries = Array.isArray(container) ? container.entries() : Object.entries(container);
  for (const [token, value] of entries) yield [appendPointer(pointer, token), value];
}
