import { describe, expect, it } from "vitest";
import {
  findNarrowedTypes,
  isAlias,
  listConjuncts,
  listBelow,
  listInPlace,
} from "../../src/facts/keyword-table.js";
import type { CanonicalSchema } from "../../src/schema/schema-graph.js";
import { noTypes, typeNamesOf } from "../../src/schema/type-set.js";

const pattern = { source: "^a", flags: "u" } as const;

const everySubschema: CanonicalSchema = {
  $ref: "ref",
  prefixItems: ["prefix"],
  items: "items",
  properties: new Map([["a", "property"]]),
  patternProperties: [{ pattern, schema: "pattern" }],
  additionalProperties: "additional",
  allOf: ["all"],
  anyOf: ["any"],
  oneOf: ["one"],
  not: "not",
};

describe("subschemas", () => {
  it("that apply to the same instance are those of references and logic", () => {
    expect(listInPlace(everySubschema)).toEqual(["ref", "all", "any", "one", "not"]);
  });

  it("are all listed, whether they apply to the instance or to a part of it", () => {
    expect([...listInPlace(everySubschema), ...listBelow(everySubschema)].toSorted()).toEqual([
      "additional",
      "all",
      "any",
      "items",
      "not",
      "one",
      "pattern",
      "prefix",
      "property",
      "ref",
    ]);
  });

  it("that apply to every instance are the reference, then those of allOf", () => {
    expect(listConjuncts({ allOf: ["all", "more"], anyOf: ["any"], $ref: "ref" })).toEqual([
      "ref",
      "all",
      "more",
    ]);
  });

  it("are none of a boolean schema", () => {
    expect([...listInPlace(true), ...listBelow(false)]).toEqual([]);
  });
});

describe("the types that keywords narrow", () => {
  it.for<[CanonicalSchema, readonly string[]]>([
    [{ minimum: 1, maximum: 2, exclusiveMinimum: 0, exclusiveMaximum: 3, multipleOf: 1 }, ["number"]],
    [{ minLength: 1, maxLength: 2, pattern }, ["string"]],
    [{ prefixItems: [], items: "i", minItems: 1, maxItems: 2 }, ["array"]],
    [{ properties: new Map(), patternProperties: [], additionalProperties: "a", required: [] }, ["object"]],
    [
      { format: { name: "date", asserted: true } },
      ["string", "number", "boolean", "null", "array", "object"],
    ],
    [{ format: { name: "date", asserted: false } }, []],
    [
      { extensions: [{ name: "x-a", argument: 1, export: "isA" }] },
      ["string", "number", "boolean", "null", "array", "object"],
    ],
  ])("%j", ([schema, types]) => {
    expect(typeNamesOf(findNarrowedTypes(schema))).toEqual(types);
  });

  it("are none of keywords whose verdict is proved itself", () => {
    const { $ref, allOf, anyOf, oneOf, not } = everySubschema;
    const proved = {
      type: ["string"],
      enum: [1],
      const: { value: 1 },
      $ref,
      allOf,
      anyOf,
      oneOf,
      not,
    } as CanonicalSchema;
    expect(findNarrowedTypes(proved)).toBe(noTypes);
  });
});

it("takes a reference that says nothing else for an alias", () => {
  expect(isAlias({ $ref: "a" })).toBe(true);
  expect([true, {}, { $ref: "a", type: ["string"] } as const, { allOf: ["a"] }].some(isAlias)).toBe(false);
});
