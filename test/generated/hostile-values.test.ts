import { describe, expect, it } from "vitest";
import * as hostile from "../../generated/hostile/index.js";
import * as shapes from "../../generated/shapes/index.js";
import * as bare from "../../generated/webex-event-bare/src/index.js";
import * as webex from "../../generated/webex-event/src/index.js";
import { readFixtureCase } from "../fixtures/fixture-case.js";

type Ask = (value: unknown) => unknown;

interface Decider {
  readonly name: string;
  readonly guard: Ask;
  /** Absent where the guard is that of a variant or a tag. */
  readonly validate: Ask | undefined;
}

const packages: readonly [name: string, exports: Readonly<Record<string, unknown>>][] = [
  ["hostile", hostile],
  ["shapes", shapes],
  ["webex-event", webex],
  ["webex-event-bare", bare],
];

function listDeciders(exports: Readonly<Record<string, unknown>>): Decider[] {
  // A Standard Schema, too, may be called so: that of a type whose name begins with "Is".
  const guards = Object.entries(exports).filter(
    ([name, value]) => /^is[A-Z]/.test(name) && typeof value === "function",
  );
  return guards.map(([name, guard]) => ({
    name,
    guard: guard as Ask,
    validate: exports[name.replace("is", "validate")] as Ask | undefined,
  }));
}

const deep = 100_000;

function nest(depth: number, last: unknown, wrap: (value: unknown) => unknown): unknown {
  let value = last;
  for (let level = 0; level < depth; level++) value = wrap(value);
  return value;
}

function cyclicArray(): unknown[] {
  const value: unknown[] = ["a"];
  value.push(value, value);
  return value;
}

function cyclicObject(): object {
  const value: Record<string, unknown> = { kind: "group" };
  for (const key of ["shapes", "mask", "data", "canvas", "self", "resource"]) value[key] = value;
  return value;
}

function sparse(length: number): unknown[] {
  const value: unknown[] = [];
  value.length = length;
  return value;
}

const values: readonly [name: string, value: unknown][] = [
  ["undefined", undefined],
  ["a function", () => 1],
  ["a class", class {}],
  ["a symbol", Symbol("a")],
  ["a bigint", 1n],
  ["NaN", NaN],
  ["infinity", -Infinity],
  ["a lone surrogate", "\ud800"],
  ["a boxed string", Object("a")],
  ["a date", new Date(NaN)],
  ["a map", new Map([[1, 1]])],
  ["no prototype", Object.create(null)],
  ["no prototype, with symbols", Object.assign(Object.create(null) as object, { [Symbol("a")]: 1, kind: 1n })],
  ["a prototype of null prototype", Object.create(Object.create(null) as object)],
  ["names of a prototype", JSON.parse('{"__proto__": 1, "constructor": null, "toString": {}, "hasOwnProperty": 1}')],
  ["holes", sparse(10)],
  ["a hole among items", Object.assign(sparse(3), { 0: 1, 2: 2 })],
  ["a cyclic array", cyclicArray()],
  ["a cyclic object", cyclicObject()],
  ["deep arrays", nest(deep, 1, (value) => [value])],
  ["deep paths", nest(deep, [], (value) => ["a", value])],
  ["deep objects", nest(deep, {}, (self) => ({ self }))],
  ["deep groups", nest(deep, { kind: "group", shapes: [] }, (value) => ({ kind: "group", shapes: [value] }))],
  ["deep masks", nest(deep, 1, (mask) => ({ kind: "group", shapes: [], mask }))],
];

/** Of a valid payload every copy in which one property or item is replaced, at any depth. */
function* replaceEach(payload: unknown, replacement: unknown): Generator {
  if (typeof payload !== "object" || payload === null) return;
  for (const [key, value] of Object.entries<unknown>(payload as Record<string, unknown>)) {
    const put = (item: unknown): unknown =>
      Array.isArray(payload)
        ? payload.map((each: unknown, index) => (String(index) === key ? item : each))
        : { ...payload, [key]: item };
    yield put(replacement);
    for (const inner of replaceEach(value, replacement)) yield put(inner);
  }
}

describe.each(packages)("the guards and validators of %s", (name, exports) => {
  const deciders = listDeciders(exports);

  it.each(values)("decide %s", (_, value) => {
    expect(deciders.length).toBeGreaterThan(10);
    for (const { guard, validate } of deciders) {
      const isValid = guard(value);
      expect(typeof isValid).toBe("boolean");
      if (validate) expect(validate(value)).toMatchObject({ ok: isValid });
    }
  });

  it.each(values)("decide %s inside of what is valid", (_, value) => {
    const { valid } = readFixtureCase(name);
    const [root] = deciders.filter(({ validate }) => validate !== undefined);
    for (const payload of [...valid.values()].slice(0, 12)) {
      expect(root?.guard(payload)).toBe(true);
      for (const changed of replaceEach(payload, value)) {
        expect(root?.validate?.(changed)).toMatchObject({ ok: root?.guard(changed) });
      }
    }
  });
});

describe("a value without end", () => {
  it("is accepted where its end is valid, and refused where it is not", () => {
    const path = (last: unknown): unknown => nest(deep, last, (value) => ["a", value]);
    expect(hostile.isPath(path([]))).toBe(true);
    expect(hostile.isPath(path(["a", 1]))).toBe(false);
    const group = (last: unknown): unknown => nest(deep, last, (value) => ({ kind: "group", shapes: [value] }));
    expect(shapes.isShape(group({ kind: "group", shapes: [] }))).toBe(true);
    expect(shapes.isShape(group({ kind: "group", shapes: [{}] }))).toBe(false);
  });

  it("is refused where it holds itself", () => {
    const path: unknown[] = ["a"];
    path.push(path);
    expect(hostile.isPath(path)).toBe(false);
    expect(hostile.validatePath(path)).toMatchObject({ ok: false, issues: [{ pointer: "", keyword: "schema" }] });
    const group: { kind: string; shapes: unknown[] } = { kind: "group", shapes: [] };
    group.shapes.push({ kind: "group", shapes: [group] });
    expect(shapes.isShape(group)).toBe(false);
    expect(shapes.isAnyShape(group)).toBe(false);
    expect(shapes.validateShape(group).ok).toBe(false);
  });
});
