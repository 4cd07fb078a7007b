import { Ajv } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import AjvDraft04 from "ajv-draft-04";
import { describe, expect, it } from "vitest";
import type { PublishedDefinition } from "../../templates/runtime/published-definition.js";
import { writeJsonSchema } from "../../templates/runtime/write-json-schema.js";

/** Definitions that refer to all others, the first asked for. */
function define(definitions: Readonly<Record<string, unknown>>): PublishedDefinition {
  const all: PublishedDefinition[] = Object.entries(definitions).map(([name, schema]) => ({
    name,
    text: JSON.stringify(schema),
    references: () => all,
  }));
  return all[0] ?? { name: "", text: "true", references: () => [] };
}

const targets = ["draft-2020-12", "draft-07", "openapi-3.0"];

/** What a validator of the target's dialect says of each value. */
function judge(target: string, schema: Record<string, unknown>, values: readonly unknown[]): boolean[] {
  const options = { strict: false, validateFormats: false } as const;
  const ajv =
    target === "draft-2020-12"
      ? new Ajv2020(options)
      : target === "draft-07"
        ? new Ajv(options)
        : new AjvDraft04.default(options);
  const validate = ajv.compile(schema);
  return values.map((value) => validate(value));
}

const values = [
  ...[null, true, 0, 1, 1.5, 5, 7, "", "a", "abc", [], [1], [1, "a"], [1, "a", null], ["a", 1], [1, 1]],
  ...[{}, { a: 1 }, { a: "a" }, { a: 1, b: 2 }, { b: 1 }, { c: { c: {} } }, { c: 1 }, { "x/y": 1 }, { z: 1 }],
];

const rows: readonly (readonly [string, Readonly<Record<string, unknown>>])[] = [
  ["nothing", { Root: true }],
  ["no value", { Root: false }],
  ["a type with null", { Root: { type: ["string", "null"] } }],
  [
    "several types",
    { Root: { type: ["string", "array", "null"], anyOf: [{ minLength: 1 }, { minItems: 2 }] } },
  ],
  ["null", { Root: { type: "null" } }],
  ["a constant in an enumeration", { Root: { const: "a", enum: ["a", 1, null] } }],
  [
    "exclusive bounds beside others",
    { Root: { minimum: 1, exclusiveMinimum: 0, exclusiveMaximum: 7, maximum: 9 } },
  ],
  [
    "a reference with others beside it",
    { Root: { $ref: "#/$defs/A", required: ["b"] }, A: { required: ["a"] } },
  ],
  ["a property of boolean schemas", { Root: { type: "object", properties: { a: true, b: false } } }],
  ["items of a list", { Root: { type: "array", items: { type: ["number", "string"] }, uniqueItems: true } }],
  ["negation", { Root: { not: { $ref: "#/$defs/A" } }, A: { type: "object", additionalProperties: false } }],
  [
    "data that looks like schemas",
    { Root: { enum: [{ $ref: "#/$defs/A" }, 1], default: { prefixItems: [] } } },
  ],
  [
    "a name that a URI encodes, and a way into a definition",
    {
      Root: { properties: { a: { $ref: "#/$defs/%C3%84/properties/x~1y" } } },
      Ä: { properties: { "x/y": { type: "string" } } },
    },
  ],
];

const rowsOfDraft07: typeof rows = [
  ["recursion", { Root: { properties: { c: { $ref: "#/$defs/Root" } }, type: "object" } }],
  [
    "recursion through another",
    { Root: { $ref: "#/$defs/A" }, A: { properties: { c: { $ref: "#/$defs/Root" } }, type: "object" } },
  ],
  [
    "tuples",
    { Root: { type: "array", prefixItems: [{ type: "number" }, { type: "string" }], items: false } },
  ],
  ["tuples without an end", { Root: { type: "array", prefixItems: [{ type: "number" }] } }],
  [
    "dependencies of both kinds",
    { Root: { dependentRequired: { a: ["b"] }, dependentSchemas: { a: { minProperties: 3 }, z: false } } },
  ],
  ["conditions", { Root: { if: { type: "string" }, then: { minLength: 2 }, else: { type: "object" } } }],
  [
    "names and patterns",
    { Root: { propertyNames: { maxLength: 1 }, patternProperties: { "^[ab]": { type: "number" } } } },
  ],
  ["an item that there must be", { Root: { contains: { type: "string" }, minContains: 1, type: "array" } }],
  [
    "ways into what moves",
    {
      Root: {
        anyOf: [
          { $ref: "#/$defs/A/prefixItems/0" },
          { $ref: "#/$defs/A/items" },
          { $ref: "#/$defs/A/dependentSchemas/a" },
        ],
      },
      A: { prefixItems: [{ const: 1 }], items: { const: "abc" }, dependentSchemas: { a: { const: null } } },
    },
  ],
];

describe.each(targets)("written for %s", (target) => {
  const all = target === "openapi-3.0" ? rows : [...rows, ...rowsOfDraft07];

  it.each(all)("%s", (_, definitions) => {
    const published = { $ref: "#/$defs/Root", $defs: definitions };
    const written = writeJsonSchema(define(definitions), target);
    expect(judge(target, written, values)).toEqual(judge("draft-2020-12", published, values));
    expect(writeJsonSchema(define(definitions), target)).not.toBe(written);
  });
});

it("stands alone, without a definition that nothing refers to", () => {
  const leaf: PublishedDefinition = { name: "A", text: '{"type":"string"}', references: () => [] };
  const root = { name: "Root", text: '{"items":{"$ref":"#/$defs/A"}}', references: () => [leaf] };
  expect(writeJsonSchema(root, "draft-2020-12")).toEqual({
    $schema: "https://json-schema.org/draft/2020-12/schema",
    items: { $ref: "#/$defs/A" },
    $defs: { A: { type: "string" } },
  });
  expect(writeJsonSchema(leaf, "draft-07")).toEqual({
    $schema: "http://json-schema.org/draft-07/schema#",
    type: "string",
  });
  expect(writeJsonSchema(root, "openapi-3.0")).toEqual({ items: { type: "string" } });
});

it("says that null may be, and keeps what describes", () => {
  const schema = { description: "D", type: ["integer", "null"], $comment: "C", examples: [1], "x-own": 1 };
  expect(writeJsonSchema(define({ Root: schema }), "openapi-3.0")).toEqual({
    description: "D",
    type: "integer",
    nullable: true,
    "x-own": 1,
  });
});

it.each([
  ["draft-04", true, "not for draft-04"],
  ["toString", true, "not for toString"],
  ["draft-07", { items: { unevaluatedProperties: false } }, "no unevaluatedProperties"],
  ["draft-07", { contains: true, minContains: 0 }, "no minContains"],
  ["draft-07", { contains: true, maxContains: 2 }, "no maxContains"],
  ["openapi-3.0", { properties: { a: { prefixItems: [true] } } }, "no prefixItems"],
  ["openapi-3.0", { dependentRequired: { a: ["b"] } }, "no dependentRequired"],
  ["openapi-3.0", { patternProperties: { a: true } }, "no patternProperties"],
  ["openapi-3.0", { properties: { a: { $ref: "#/$defs/Root" } } }, "refers to itself"],
])("throws for %s where it cannot say %j", (target, schema, message) => {
  expect(() => writeJsonSchema(define({ Root: schema }), target)).toThrow(message);
});

it("throws where what is referred to would be repeated without measure", () => {
  const doubling = Object.fromEntries(
    Array.from({ length: 30 }, (_, index) => {
      const next = { $ref: `#/$defs/D${index + 1}` };
      return [`D${index}`, { properties: { a: next, b: next } }];
    }),
  );
  const definition = define({ ...doubling, D30: true });
  expect(() => writeJsonSchema(definition, "openapi-3.0")).toThrow("repeat");
});
