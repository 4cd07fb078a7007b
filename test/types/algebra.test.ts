import * as fc from "fast-check";
import ts from "typescript-5.9";
import { describe, expect, it } from "vitest";
import {
  anyArray,
  anyObject,
  intersectTypes,
  neverType,
  uniteTypes,
  unknownType,
  wholeTypes,
} from "../../src/types/algebra.js";
import type { Type } from "../../src/types/type-model.js";

const { string, number, boolean, null: nothing } = wholeTypes;
const literal = (value: string | number | boolean): Type => ({ kind: "literal", value });
const [a, b, one, yes, no] = [literal("a"), literal("b"), literal(1), literal(true), literal(false)];
const open = (...values: string[]): Type => ({ kind: "open-string", values });
const uri: Type = { kind: "brand", formats: ["uri"] };
const array = (item: Type): Type => ({ kind: "array", item });
const tuple = (elements: readonly Type[], required = elements.length, rest?: Type): Type => ({
  kind: "tuple",
  elements,
  required,
  rest,
});
const object = (members: Readonly<Record<string, Type>>, optional: readonly string[] = []): Type => ({
  kind: "object",
  bases: [],
  members: Object.entries(members).map(([key, type]) => ({
    key,
    type,
    isOptional: optional.includes(key),
    source: undefined,
  })),
  indexes: [],
});
const union = (...members: Type[]): Type => ({ kind: "union", members });
const intersection = (...members: Type[]): Type => ({ kind: "intersection", members });
const [left, right] = [object({ x: string }), object({ y: number })];

describe("a union", () => {
  const laws: readonly (readonly [law: string, types: readonly Type[], united: Type])[] = [
    ["of nothing is never", [], neverType],
    ["of one type is that type", [left], left],
    ["spreads the unions within it", [union(a, left), union(one, right)], union(a, left, one, right)],
    ["lets never vanish", [a, neverType], a],
    ["is absorbed by unknown", [a, unknownType, left], unknownType],
    ["has equal members once", [left, a, object({ x: string }), a], union(left, a)],
    ["has a literal only where its primitive is not", [a, string, one], union(string, one)],
    ["of true and false is boolean, where the first of them stood", [yes, a, no], union(boolean, a)],
    ["has no literal beside boolean", [yes, boolean], boolean],
    [
      "knows in an open string all that it lists",
      [one, a, open("b", "a"), nothing],
      union(one, open("a", "b"), nothing),
    ],
    ["of open strings knows what each does", [open("a"), open("a", "b")], open("a", "b")],
    ["of an open string and any, or one with a brand, is open", [string, open("a"), uri], open("a")],
    ["keeps the order of what is left", [nothing, left, a], union(nothing, left, a)],
  ];
  it.each(laws)("%s", (_, types, united) => {
    expect(uniteTypes(types)).toEqual(united);
  });
});

describe("an intersection", () => {
  const laws: readonly (readonly [law: string, types: readonly Type[], met: Type])[] = [
    ["of nothing is unknown", [], unknownType],
    ["of an open string with itself is that", [open("a"), open("a")], open("a")],
    ["of an open string and any string is open", [string, open("a")], open("a")],
    ["of open strings knows what both do", [open("a", "b"), open("b", "c")], open("b")],
    ["of open strings that share none is any string", [open("a"), open("b")], string],
    ["of an open string and a literal is the literal", [union(open("a"), nothing), b], b],
    ["of an open string and another JSON type is never", [open("a"), number], neverType],
    ["of an open string and one with a brand keeps what is known", [open("a"), uri], union(a, uri)],
    ["of one type is that type", [left], left],
    ["lets unknown vanish", [unknownType, left, unknownType], left],
    ["is absorbed by never", [left, neverType], neverType],
    ["has equal members once", [left, right, left], intersection(left, right)],
    [
      "spreads the intersections within it",
      [intersection(left, right), a2()],
      intersection(left, right, a2()),
    ],
    ["of two primitives is never", [string, number], neverType],
    ["of a literal and its primitive is the literal", [string, a], a],
    ["of a literal and another primitive is never", [number, a], neverType],
    ["of two literals is never", [a, b], neverType],
    ["of true and boolean is true", [boolean, yes], yes],
    [
      "of unions of scalars is what both have",
      [union(a, number), union(string, one, nothing)],
      union(a, one),
    ],
    ["of a scalar and a structure is never", [string, left], neverType],
    ["of scalars and a union takes the scalars of it", [union(string, nothing), union(a, left)], a],
    ["of any object and one that says more is the latter", [anyObject, left], left],
    ["of any array and one that says more is the latter", [tuple([a]), anyArray], tuple([a])],
    ["of arrays meets their items", [array(union(a, one)), array(string)], array(a)],
    [
      "of a tuple and an array meets each item",
      [tuple([string, number]), array(union(a, one))],
      tuple([a, one]),
    ],
    [
      "of tuples is as long as the shorter lets it be",
      [tuple([string, string], 1), tuple([a], 0, unknownType)],
      tuple([a, string], 1),
    ],
    ["of tuples is never where one demands more than the other has", [tuple([a]), tuple([a, a])], neverType],
    ["of structures that differ stays", [left, right], intersection(left, right)],
  ];
  it.each(laws)("%s", (_, types, met) => {
    expect(intersectTypes(types)).toEqual(met);
  });

  function a2(): Type {
    return object({ z: a });
  }
});

const scalars: fc.Arbitrary<Type> = fc.constantFrom(
  ...[a, b, one, yes, no],
  ...[string, number, boolean, nothing],
  ...[open("a"), open("b", "d")],
);

/** Small types of every kind. Objects demand a member, since TypeScript lets an optional one alone be met by anything. */
const types: fc.Arbitrary<Type> = fc.letrec<{ type: Type }>((tie) => ({
  type: fc.oneof(
    { maxDepth: 2, withCrossShrink: true },
    fc.oneof(scalars, fc.constantFrom(unknownType, neverType, anyObject, anyArray)),
    scalars,
    tie("type").map(array),
    fc
      .tuple(fc.array(tie("type"), { maxLength: 2 }), fc.nat(2), fc.option(tie("type"), { nil: undefined }))
      .map(([elements, required, rest]) => tuple(elements, Math.min(required, elements.length), rest)),
    fc
      .tuple(tie("type"), tie("type"), fc.boolean())
      .map(([x, y, isOptional]) => object({ x, y }, isOptional ? ["y"] : [])),
    fc.tuple(tie("type"), tie("type")).map((members) => uniteTypes(members)),
  ),
})).type;

/** Values that meet or just miss such types, as the literal types that they are. */
const values: readonly string[] = (() => {
  const plain = ['"a"', '"b"', '"c"', "1", "2", "true", "false", "null", "{}", "[]"];
  const within = ['"a"', '"c"', "1", "true", "null"];
  return [
    ...plain,
    ...within.flatMap((value) => [
      `[${value}]`,
      `["a", ${value}]`,
      `[1, ${value}, "a"]`,
      `[[${value}]]`,
      `{ x: ${value} }`,
      `{ x: ${value}; y: "a" }`,
      `{ x: 1; y: ${value}; z: null }`,
      `{ x: [${value}]; y: { x: ${value}; y: 1 } }`,
    ]),
  ];
})();

describe("what is admitted stays, as TypeScript has it", () => {
  const sample = fc.sample(fc.tuple(types, types), { numRuns: 250, seed: 4 });

  it("by a union", () => {
    expect(findChanged(sample, " | ", (pair) => uniteTypes(pair))).toEqual([]);
  });

  it("by an intersection", () => {
    expect(findChanged(sample, " & ", (pair) => intersectTypes(pair))).toEqual([]);
  });
});

describe("laws are applied until nothing changes:", () => {
  it("a union united again is itself", () => {
    fc.assert(
      fc.property(fc.array(types, { maxLength: 4 }), (some) => {
        const united = uniteTypes(some);
        expect(uniteTypes([united])).toEqual(united);
        expect(uniteTypes([united, ...some])).toEqual(united);
      }),
    );
  });

  it("an intersection met again with itself is itself", () => {
    fc.assert(
      fc.property(fc.array(types, { maxLength: 4 }), (some) => {
        const met = intersectTypes(some);
        expect(intersectTypes([met, met])).toEqual(met);
        expect(intersectTypes([unknownType, met])).toEqual(met);
      }),
    );
  });
});

/** The pairs for which some value is in one of what we print and what TypeScript makes of the two types, and not in the other. */
function findChanged(
  pairs: readonly (readonly [Type, Type])[],
  operator: string,
  combine: (pair: readonly Type[]) => Type,
): string[] {
  const claims = pairs.map((pair) => {
    const texts = pair.map((type) => `(${print(type)})`);
    return { ours: print(combine(pair)), theirs: texts.join(operator) };
  });
  const text = [
    `type Values = [${values.join(", ")}];`,
    "type Judge<V extends readonly unknown[], T> = { [K in keyof V]: V[K] extends T ? true : false };",
    "type Admitted<T> = Judge<Values, T>;",
    "type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;",
    ...claims.map(
      ({ ours, theirs }, index) =>
        `export const same${index}: Same<Admitted<${ours}>, Admitted<${theirs}>> = true;`,
    ),
  ].join("\n");
  return listErrorLines(text).map((line) => {
    const claim = claims[line - 4];
    return claim ? `${claim.theirs} became ${claim.ours}` : `line ${line} does not compile`;
  });
}

function print(type: Type): string {
  switch (type.kind) {
    case "unknown":
    case "never":
      return type.kind;
    case "primitive":
      return type.name;
    case "literal":
      return JSON.stringify(type.value);
    case "open-string":
      return [...type.values.map((value) => JSON.stringify(value)), "(string & {})"].join(" | ");
    case "array":
      return `(${print(type.item)})[]`;
    case "tuple": {
      const elements = type.elements.map(
        (element, index) => `(${print(element)})${index < type.required ? "" : "?"}`,
      );
      return `[${[...elements, ...(type.rest ? [`...(${print(type.rest)})[]`] : [])].join(", ")}]`;
    }
    case "object": {
      const members = type.members.map(
        ({ key, type: member, isOptional }) => `${key}${isOptional ? "?" : ""}: ${print(member)}`,
      );
      return `{ ${[...members, ...(type.indexes.length > 0 ? ["[key: string]: unknown"] : [])].join("; ")} }`;
    }
    case "union":
      return type.members.map((member) => `(${print(member)})`).join(" | ");
    case "intersection":
      return type.members.map((member) => `(${print(member)})`).join(" & ");
    default:
      throw new Error(`no such type is made here: ${type.kind}`);
  }
}

/** The lines that do not compile, from 0. */
function listErrorLines(text: string): number[] {
  const options: ts.CompilerOptions = {
    target: ts.ScriptTarget.ES2022,
    strict: true,
    exactOptionalPropertyTypes: true,
    noEmit: true,
    types: [],
  };
  const host = ts.createCompilerHost(options);
  const { getSourceFile } = host;
  const file = ts.createSourceFile("/claims.ts", text, ts.ScriptTarget.ES2022);
  host.getSourceFile = (name, ...rest) => (name === "/claims.ts" ? file : getSourceFile(name, ...rest));
  const program = ts.createProgram(["/claims.ts"], options, host);
  const diagnostics = [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)];
  return diagnostics.map(({ start = 0 }) => file.getLineAndCharacterOfPosition(start).line);
}
